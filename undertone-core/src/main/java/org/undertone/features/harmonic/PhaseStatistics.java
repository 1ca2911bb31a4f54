package org.undertone.features.harmonic;

import java.util.Arrays;
import org.undertone.signal.Window;

/**
 * Short-time circular statistics of one phase over time. The mean is that of 25 frames, forward and backward; the deviation
 * is that from a trend, within 9 frames, forward and backward. All filters have finite responses, so running them both
 * ways over a track extended by odd reflection is one symmetric filter; where the track is too short for the reflection its
 * last value is held. Buffers belong to one length of track.
 */
final class PhaseStatistics {
    private static final int MEAN_FIFTH = 5;
    private static final int SHORT = 9;
    /** Frames on each side that the mean reaches: those of a box that runs forward and one that runs backward. */
    private static final int MEAN_REACH = 24;

    private static final int SHORT_REACH = 8;

    private final int count;
    private final boolean zerosBeyondEnds;
    private final double[] bell;
    private final double[] cosines;
    private final double[] sines;
    private final double[] meanCosines;
    private final double[] meanSines;
    private final double[] trendCosines;
    private final double[] trendSines;
    private final double[] deviations;
    private final double[] extended;
    private final double[] scratch;
    private final double[] window = new double[SHORT];

    /**
     * For tracks of {@code count} frames, at least 1.
     *
     * @param zerosBeyondEnds whether the medians see zeros beyond the ends of the track, otherwise the values there
     */
    PhaseStatistics(int count, boolean zerosBeyondEnds) {
        this.count = count;
        this.zerosBeyondEnds = zerosBeyondEnds;
        this.bell = Window.hann(SHORT);
        double sum = Arrays.stream(bell).sum();
        for (int k = 0; k < SHORT; k++) {
            bell[k] /= sum;
        }
        cosines = new double[count];
        sines = new double[count];
        meanCosines = new double[count];
        meanSines = new double[count];
        trendCosines = new double[count];
        trendSines = new double[count];
        deviations = new double[count];
        extended = new double[count + 2 * MEAN_REACH];
        scratch = new double[count + 2 * MEAN_REACH];
    }

    /** Takes in the track of a phase, radians, {@code [time]}. */
    void measure(double[] phases) {
        for (int t = 0; t < count; t++) {
            cosines[t] = Math.cos(phases[t]);
            sines[t] = Math.sin(phases[t]);
        }
        mean(cosines, meanCosines);
        mean(sines, meanSines);
        normalize(meanCosines, meanSines);
        // The medians of both parts, not that of the angle: it would depend on where the angle is wrapped.
        median(cosines, trendCosines);
        median(sines, trendSines);
        smooth(trendCosines);
        smooth(trendSines);
        normalize(trendCosines, trendSines);
        for (int t = 0; t < count; t++) {
            double cosine = cosines[t] * trendCosines[t] + sines[t] * trendSines[t];
            double sine = sines[t] * trendCosines[t] - cosines[t] * trendSines[t];
            // Of a small angle the cosine is 1 to the last digit, which the sum above is not.
            cosines[t] = cosine > 0.7 ? Math.sqrt(1 - sine * sine) : cosine;
            sines[t] = sine;
        }
        shortMean(cosines);
        shortMean(sines);
        for (int t = 0; t < count; t++) {
            double length = Math.sqrt(cosines[t] * cosines[t] + sines[t] * sines[t]);
            deviations[t] = length < 1 ? Math.sqrt(-2 * Math.log(length)) : 0;
        }
    }

    /** Cosine of the mean phase, {@code [time]}; overwritten by the next phase. */
    double[] meanCosines() {
        return meanCosines;
    }

    /** Sine of the mean phase, {@code [time]}. */
    double[] meanSines() {
        return meanSines;
    }

    /** Circular standard deviation {@code sqrt(-2 ln R)} in radians, {@code [time]}; 0 where R is not below 1. */
    double[] deviations() {
        return deviations;
    }

    /** Odd reflection about both ends. */
    private void extend(double[] track, int reach) {
        System.arraycopy(track, 0, extended, reach, count);
        for (int k = 1; k <= reach; k++) {
            extended[reach - k] = 2 * track[0] - track[Math.min(k, count - 1)];
            extended[reach + count - 1 + k] = 2 * track[count - 1] - track[Math.max(0, count - 1 - k)];
        }
    }

    /** A box of 25 is a box of 5 over every fifth of a box of 5; twice each makes the triangle of both ways. */
    private void mean(double[] track, double[] out) {
        extend(track, MEAN_REACH);
        fives(extended, scratch, 1, count + 44);
        fives(scratch, extended, MEAN_FIFTH, count + 24);
        fives(extended, scratch, 1, count + 20);
        fives(scratch, out, MEAN_FIFTH, count);
    }

    private static void fives(double[] from, double[] to, int stride, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = from[i] + from[i + stride] + from[i + 2 * stride] + from[i + 3 * stride] + from[i + 4 * stride];
        }
    }

    /**
     * The order of the additions is that of a recursive filter run forward, then backward: the zeros beyond the ends often
     * make the medians there cancel, and rounding errors decide the direction of the trend.
     */
    private void smooth(double[] track) {
        extend(track, SHORT_REACH);
        double b1 = bell[1];
        double b2 = bell[2];
        double b3 = bell[3];
        double b4 = bell[4];
        double b5 = bell[5];
        double b6 = bell[6];
        double b7 = bell[7];
        // The first and the last weight are 0.
        for (int i = 0; i < count + SHORT_REACH; i++) {
            double old = b7 * extended[i + 1] + b6 * extended[i + 2] + b5 * extended[i + 3] + b4 * extended[i + 4];
            scratch[i] = old + b3 * extended[i + 5] + b2 * extended[i + 6] + b1 * extended[i + 7];
        }
        for (int i = 0; i < count; i++) {
            double old = b7 * scratch[i + 7] + b6 * scratch[i + 6] + b5 * scratch[i + 5] + b4 * scratch[i + 4];
            track[i] = old + b3 * scratch[i + 3] + b2 * scratch[i + 2] + b1 * scratch[i + 1];
        }
    }

    /**
     * Each pass divides first, then adds the way it runs: whether nine ones come out as 1 or a rounding error below
     * decides whether a deviation is 0.
     */
    private void shortMean(double[] track) {
        extend(track, SHORT_REACH);
        for (int i = 0; i < count + 2 * SHORT_REACH; i++) {
            extended[i] *= 1.0 / SHORT;
        }
        for (int i = 0; i < count + SHORT_REACH; i++) {
            double first = extended[i] + extended[i + 1] + extended[i + 2] + extended[i + 3] + extended[i + 4];
            double all = first + extended[i + 5] + extended[i + 6] + extended[i + 7] + extended[i + 8];
            scratch[i] = all * (1.0 / SHORT);
        }
        for (int i = 0; i < count; i++) {
            double first = scratch[i + 8] + scratch[i + 7] + scratch[i + 6] + scratch[i + 5] + scratch[i + 4];
            track[i] = first + scratch[i + 3] + scratch[i + 2] + scratch[i + 1] + scratch[i];
        }
    }

    /** Median of 9 in a window that stays sorted. */
    private void median(double[] track, double[] out) {
        double before = zerosBeyondEnds ? 0 : track[0];
        double after = zerosBeyondEnds ? 0 : track[count - 1];
        Arrays.fill(window, before);
        int half = SHORT / 2;
        for (int t = 0; t < count + half; t++) {
            double gone = t >= SHORT ? track[t - SHORT] : before;
            double come = t < count ? track[t] : after;
            int at = 0;
            while (at < SHORT - 1 && window[at] != gone) {
                at++;
            }
            while (at > 0 && window[at - 1] > come) {
                window[at] = window[at - 1];
                at--;
            }
            while (at < SHORT - 1 && window[at + 1] < come) {
                window[at] = window[at + 1];
                at++;
            }
            window[at] = come;
            if (t >= half) {
                out[t - half] = window[half];
            }
        }
    }

    /** Scales vectors to length 1; no vector points along phase 0. */
    private void normalize(double[] x, double[] y) {
        for (int t = 0; t < count; t++) {
            double length = Math.sqrt(x[t] * x[t] + y[t] * y[t]);
            x[t] = length > 0 ? x[t] / length : 1;
            y[t] = length > 0 ? y[t] / length : 0;
        }
    }
}
