package org.undertone.features.harmonic;

import java.util.Arrays;
import org.undertone.signal.IndexRange;
import org.undertone.signal.Window;

/**
 * Short-time circular statistics of phases over time, of some tracks side by side. The mean is that of 25 frames, forward and
 * backward; the deviation is that from a trend, within 9 frames, forward and backward. All filters have finite responses, so
 * running them both ways over a track extended by odd reflection is one symmetric filter; where the track is too short for the
 * reflection its last value is held. Buffers belong to one length of track. All arrays are {@code [time * lanes + lane]}.
 */
final class PhaseStatistics {
    private static final int MEAN_FIFTH = 5;
    private static final int SHORT = 9;
    /** Frames on each side that the mean reaches: those of a box that runs forward and one that runs backward. */
    private static final int MEAN_REACH = 24;

    private static final int SHORT_REACH = 8;

    private final int count;
    private final int lanes;
    private final NineMedians medians;
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

    /**
     * For tracks of {@code count} frames, at least 1.
     *
     * @param lanes number of tracks
     * @param zerosBeyondEnds whether the medians see zeros beyond the ends of the track, otherwise the values there
     */
    PhaseStatistics(int count, int lanes, boolean zerosBeyondEnds) {
        this.count = count;
        this.lanes = lanes;
        this.medians = new NineMedians(count, lanes, zerosBeyondEnds);
        this.bell = Window.hann(SHORT);
        double sum = Arrays.stream(bell).sum();
        for (int k = 0; k < SHORT; k++) {
            bell[k] /= sum;
        }
        int values = count * lanes;
        cosines = new double[values];
        sines = new double[values];
        meanCosines = new double[values];
        meanSines = new double[values];
        trendCosines = new double[values];
        trendSines = new double[values];
        deviations = new double[values];
        extended = new double[values + 2 * MEAN_REACH * lanes];
        scratch = new double[values + 2 * MEAN_REACH * lanes];
    }

    /** Number of frames. */
    int count() {
        return count;
    }

    /**
     * Takes in the tracks of phases, radians.
     *
     * @param asked frames whose deviation is asked for
     */
    void measure(double[] phases, IndexRange asked) {
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = Math.cos(phases[i]);
            sines[i] = Math.sin(phases[i]);
        }
        mean(cosines, meanCosines);
        mean(sines, meanSines);
        normalize(meanCosines, meanSines);
        // The medians of both parts, not that of the angle: it would depend on where the angle is wrapped.
        medians.of(cosines, trendCosines);
        medians.of(sines, trendSines);
        smooth(trendCosines);
        smooth(trendSines);
        normalize(trendCosines, trendSines);
        for (int i = 0; i < cosines.length; i++) {
            double cosine = cosines[i] * trendCosines[i] + sines[i] * trendSines[i];
            double sine = sines[i] * trendCosines[i] - cosines[i] * trendSines[i];
            // Of a small angle the cosine is 1 to the last digit, which the sum above is not.
            cosines[i] = cosine > 0.7 ? Math.sqrt(1 - sine * sine) : cosine;
            sines[i] = sine;
        }
        shortMean(cosines);
        shortMean(sines);
        for (int i = asked.from() * lanes; i < asked.end() * lanes; i++) {
            double length = Math.sqrt(cosines[i] * cosines[i] + sines[i] * sines[i]);
            deviations[i] = length < 1 ? Math.sqrt(-2 * Math.log(length)) : 0;
        }
    }

    /** Cosine of the mean phases; overwritten by the next phases. */
    double[] meanCosines() {
        return meanCosines;
    }

    /** Sine of the mean phases. */
    double[] meanSines() {
        return meanSines;
    }

    /** Circular standard deviation {@code sqrt(-2 ln R)} in radians, of the frames asked for; 0 where R is not below 1. */
    double[] deviations() {
        return deviations;
    }

    /** Odd reflection about both ends. */
    private void extend(double[] tracks, int reach) {
        System.arraycopy(tracks, 0, extended, reach * lanes, tracks.length);
        for (int k = 1; k <= reach; k++) {
            int left = Math.min(k, count - 1) * lanes;
            int right = Math.max(0, count - 1 - k) * lanes;
            int last = (count - 1) * lanes;
            for (int lane = 0; lane < lanes; lane++) {
                extended[(reach - k) * lanes + lane] = 2 * tracks[lane] - tracks[left + lane];
                extended[(reach + count - 1 + k) * lanes + lane] = 2 * tracks[last + lane] - tracks[right + lane];
            }
        }
    }

    /** A box of 25 is a box of 5 over every fifth of a box of 5; twice each makes the triangle of both ways. */
    private void mean(double[] tracks, double[] out) {
        extend(tracks, MEAN_REACH);
        fives(extended, scratch, lanes, (count + 44) * lanes);
        fives(scratch, extended, MEAN_FIFTH * lanes, (count + 24) * lanes);
        fives(extended, scratch, lanes, (count + 20) * lanes);
        fives(scratch, out, MEAN_FIFTH * lanes, count * lanes);
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
    private void smooth(double[] tracks) {
        extend(tracks, SHORT_REACH);
        int w = lanes;
        double b1 = bell[1];
        double b2 = bell[2];
        double b3 = bell[3];
        double b4 = bell[4];
        double b5 = bell[5];
        double b6 = bell[6];
        double b7 = bell[7];
        double[] x = extended;
        double[] y = scratch;
        // The first and the last weight are 0.
        for (int i = 0; i < (count + SHORT_REACH) * w; i++) {
            double old = b7 * x[i + w] + b6 * x[i + 2 * w] + b5 * x[i + 3 * w] + b4 * x[i + 4 * w];
            y[i] = old + b3 * x[i + 5 * w] + b2 * x[i + 6 * w] + b1 * x[i + 7 * w];
        }
        for (int i = 0; i < count * w; i++) {
            double old = b7 * y[i + 7 * w] + b6 * y[i + 6 * w] + b5 * y[i + 5 * w] + b4 * y[i + 4 * w];
            tracks[i] = old + b3 * y[i + 3 * w] + b2 * y[i + 2 * w] + b1 * y[i + w];
        }
    }

    /**
     * Each pass divides first, then adds the way it runs: whether nine ones come out as 1 or a rounding error below
     * decides whether a deviation is 0.
     */
    private void shortMean(double[] tracks) {
        extend(tracks, SHORT_REACH);
        int w = lanes;
        double[] x = extended;
        double[] y = scratch;
        for (int i = 0; i < (count + 2 * SHORT_REACH) * w; i++) {
            x[i] *= 1.0 / SHORT;
        }
        for (int i = 0; i < (count + SHORT_REACH) * w; i++) {
            double first = x[i] + x[i + w] + x[i + 2 * w] + x[i + 3 * w] + x[i + 4 * w];
            double all = first + x[i + 5 * w] + x[i + 6 * w] + x[i + 7 * w] + x[i + 8 * w];
            y[i] = all * (1.0 / SHORT);
        }
        for (int i = 0; i < count * w; i++) {
            double first = y[i + 8 * w] + y[i + 7 * w] + y[i + 6 * w] + y[i + 5 * w] + y[i + 4 * w];
            tracks[i] = first + y[i + 3 * w] + y[i + 2 * w] + y[i + w] + y[i];
        }
    }

    /** Scales vectors to length 1; no vector points along phase 0. */
    private void normalize(double[] x, double[] y) {
        double[] lengths = scratch;
        for (int i = 0; i < x.length; i++) {
            lengths[i] = Math.sqrt(x[i] * x[i] + y[i] * y[i]);
        }
        for (int i = 0; i < x.length; i++) {
            if (!(lengths[i] > 0)) {
                x[i] = 1;
                y[i] = 0;
                lengths[i] = 1;
            }
        }
        divide(x, lengths);
        divide(y, lengths);
    }

    private static void divide(double[] x, double[] by) {
        for (int i = 0; i < x.length; i++) {
            x[i] /= by[i];
        }
    }
}
