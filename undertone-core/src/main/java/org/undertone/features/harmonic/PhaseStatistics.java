package org.undertone.features.harmonic;

import java.util.Arrays;
import java.util.List;
import org.undertone.signal.IndexRange;
import org.undertone.signal.Window;

/**
 * Short-time circular statistics of phases over time, of some tracks side by side. The mean is that of 25 frames, forward and
 * backward; the deviation is that from a trend, within 9 frames, forward and backward. All filters have finite responses, so
 * running them both ways over a track extended by odd reflection is one symmetric filter; where the track is too short for the
 * reflection its last value is held. Buffers belong to one length of track. All arrays are {@code [time][lane]}: loops run
 * along rows, at one index of every array, which the compiler turns into vector instructions.
 */
final class PhaseStatistics {
    private static final int MEAN_FIFTH = 5;
    private static final int SHORT = 9;
    /** Frames on each side that the mean reaches: those of a box that runs forward and one that runs backward. */
    private static final int MEAN_REACH = 24;

    private static final int SHORT_REACH = 8;

    private final int count;
    private final NineMedians medians;
    private final double[] bell;
    private final double[][] cosines;
    private final double[][] sines;
    private final double[][] meanCosines;
    private final double[][] meanSines;
    private final double[][] trendCosines;
    private final double[][] trendSines;
    private final double[][] deviations;
    /** The rows of some tracks and of those beyond their ends. */
    private final double[][] extended;

    private final double[][] beyondBegin;
    private final double[][] beyondEnd;
    private final double[][] scratch;
    private final double[][] spare;
    private final double[] lengths;

    /**
     * For tracks of {@code count} frames, at least 1.
     *
     * @param lanes number of tracks
     * @param zerosBeyondEnds whether the medians see zeros beyond the ends of the track, otherwise the values there
     */
    PhaseStatistics(int count, int lanes, boolean zerosBeyondEnds) {
        this.count = count;
        this.medians = new NineMedians(count, lanes, zerosBeyondEnds);
        this.bell = Window.hann(SHORT);
        double sum = Arrays.stream(bell).sum();
        for (int k = 0; k < SHORT; k++) {
            bell[k] /= sum;
        }
        cosines = new double[count][lanes];
        sines = new double[count][lanes];
        meanCosines = new double[count][lanes];
        meanSines = new double[count][lanes];
        trendCosines = new double[count][lanes];
        trendSines = new double[count][lanes];
        deviations = new double[count][lanes];
        extended = new double[count + 2 * MEAN_REACH][];
        beyondBegin = new double[MEAN_REACH][lanes];
        beyondEnd = new double[MEAN_REACH][lanes];
        scratch = new double[count + 2 * MEAN_REACH][lanes];
        spare = new double[count + 2 * MEAN_REACH][lanes];
        lengths = new double[lanes];
    }

    /** Number of frames. */
    int count() {
        return count;
    }

    /** Number of tracks. */
    int lanes() {
        return lengths.length;
    }

    /**
     * Takes in the tracks of phases, radians.
     *
     * @param from index of the first lane in each row of {@code phases}
     * @param asked frames whose deviation is asked for
     */
    void measure(List<double[]> phases, int from, IndexRange asked) {
        for (int t = 0; t < count; t++) {
            turn(phases.get(t), from, cosines[t], sines[t]);
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
        for (int t = 0; t < count; t++) {
            subtract(cosines[t], sines[t], trendCosines[t], trendSines[t]);
        }
        shortMean(cosines);
        shortMean(sines);
        for (int t = asked.from(); t < asked.end(); t++) {
            deviate(cosines[t], sines[t], deviations[t]);
        }
    }

    private static void turn(double[] phases, int from, double[] cosines, double[] sines) {
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = Math.cos(phases[from + i]);
            sines[i] = Math.sin(phases[from + i]);
        }
    }

    /** Takes an angle away from another, both as vectors of length 1; the first becomes the difference. */
    private static void subtract(double[] cosines, double[] sines, double[] cosinesOfOther, double[] sinesOfOther) {
        for (int i = 0; i < cosines.length; i++) {
            double cosine = cosines[i] * cosinesOfOther[i] + sines[i] * sinesOfOther[i];
            double sine = sines[i] * cosinesOfOther[i] - cosines[i] * sinesOfOther[i];
            // Of a small angle the cosine is 1 to the last digit, which the sum above is not.
            cosines[i] = cosine > 0.7 ? Math.sqrt(1 - sine * sine) : cosine;
            sines[i] = sine;
        }
    }

    private static void deviate(double[] cosines, double[] sines, double[] deviations) {
        for (int i = 0; i < cosines.length; i++) {
            double length = Math.sqrt(cosines[i] * cosines[i] + sines[i] * sines[i]);
            deviations[i] = length < 1 ? Math.sqrt(-2 * Math.log(length)) : 0;
        }
    }

    /** Cosine of the mean phases; overwritten by the next phases. */
    double[][] meanCosines() {
        return meanCosines;
    }

    /** Sine of the mean phases. */
    double[][] meanSines() {
        return meanSines;
    }

    /** Circular standard deviation {@code sqrt(-2 ln R)} in radians, of the frames asked for; 0 where R is not below 1. */
    double[][] deviations() {
        return deviations;
    }

    /** Odd reflection about both ends; the rows in between are those of the tracks. */
    private void extend(double[][] tracks, int reach) {
        System.arraycopy(tracks, 0, extended, reach, count);
        for (int k = 1; k <= reach; k++) {
            extended[reach - k] = beyondBegin[k - 1];
            extended[reach + count - 1 + k] = beyondEnd[k - 1];
            reflect(tracks[0], tracks[Math.min(k, count - 1)], beyondBegin[k - 1]);
            reflect(tracks[count - 1], tracks[Math.max(0, count - 1 - k)], beyondEnd[k - 1]);
        }
    }

    private static void reflect(double[] about, double[] row, double[] reflected) {
        for (int i = 0; i < row.length; i++) {
            reflected[i] = 2 * about[i] - row[i];
        }
    }

    /** A box of 25 is a box of 5 over every fifth of a box of 5; twice each makes the triangle of both ways. */
    private void mean(double[][] tracks, double[][] out) {
        extend(tracks, MEAN_REACH);
        fives(extended, scratch, 1, count + 44);
        fives(scratch, spare, MEAN_FIFTH, count + 24);
        fives(spare, scratch, 1, count + 20);
        fives(scratch, out, MEAN_FIFTH, count);
    }

    private static void fives(double[][] from, double[][] to, int stride, int rows) {
        for (int t = 0; t < rows; t++) {
            five(from[t], from[t + stride], from[t + 2 * stride], from[t + 3 * stride], from[t + 4 * stride], to[t]);
        }
    }

    private static void five(double[] a, double[] b, double[] c, double[] d, double[] e, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + b[i] + c[i] + d[i] + e[i];
        }
    }

    /**
     * The order of the additions is that of a recursive filter run forward, then backward: the zeros beyond the ends often
     * make the medians there cancel, and rounding errors decide the direction of the trend.
     */
    private void smooth(double[][] tracks) {
        extend(tracks, SHORT_REACH);
        // The first and the last weight are 0.
        for (int t = 0; t < count + SHORT_REACH; t++) {
            double[][] x = extended;
            weighFour(bell[7], x[t + 1], bell[6], x[t + 2], bell[5], x[t + 3], bell[4], x[t + 4], scratch[t]);
            weighThreeMore(bell[3], x[t + 5], bell[2], x[t + 6], bell[1], x[t + 7], scratch[t]);
        }
        for (int t = 0; t < count; t++) {
            double[][] y = scratch;
            weighFour(bell[7], y[t + 7], bell[6], y[t + 6], bell[5], y[t + 5], bell[4], y[t + 4], tracks[t]);
            weighThreeMore(bell[3], y[t + 3], bell[2], y[t + 2], bell[1], y[t + 1], tracks[t]);
        }
    }

    private static void weighFour(
            double wa, double[] a, double wb, double[] b, double wc, double[] c, double wd, double[] d, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
        }
    }

    private static void weighThreeMore(
            double wa, double[] a, double wb, double[] b, double wc, double[] c, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = sum[i] + wa * a[i] + wb * b[i] + wc * c[i];
        }
    }

    /**
     * Each pass divides first, then adds the way it runs: whether nine ones come out as 1 or a rounding error below
     * decides whether a deviation is 0.
     */
    private void shortMean(double[][] tracks) {
        extend(tracks, SHORT_REACH);
        for (int t = 0; t < count + 2 * SHORT_REACH; t++) {
            multiply(extended[t], 1.0 / SHORT);
        }
        for (int t = 0; t < count + SHORT_REACH; t++) {
            double[][] x = extended;
            five(x[t], x[t + 1], x[t + 2], x[t + 3], x[t + 4], scratch[t]);
            fourMore(x[t + 5], x[t + 6], x[t + 7], x[t + 8], scratch[t]);
            multiply(scratch[t], 1.0 / SHORT);
        }
        for (int t = 0; t < count; t++) {
            double[][] y = scratch;
            five(y[t + 8], y[t + 7], y[t + 6], y[t + 5], y[t + 4], tracks[t]);
            fourMore(y[t + 3], y[t + 2], y[t + 1], y[t], tracks[t]);
        }
    }

    private static void multiply(double[] row, double by) {
        for (int i = 0; i < row.length; i++) {
            row[i] *= by;
        }
    }

    private static void fourMore(double[] a, double[] b, double[] c, double[] d, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = sum[i] + a[i] + b[i] + c[i] + d[i];
        }
    }

    /** Scales vectors to length 1; no vector points along phase 0. */
    private void normalize(double[][] x, double[][] y) {
        for (int t = 0; t < count; t++) {
            measureLengths(x[t], y[t], lengths);
            for (int i = 0; i < lengths.length; i++) {
                if (!(lengths[i] > 0)) {
                    x[t][i] = 1;
                    y[t][i] = 0;
                    lengths[i] = 1;
                }
            }
            divide(x[t], lengths);
            divide(y[t], lengths);
        }
    }

    private static void measureLengths(double[] x, double[] y, double[] lengths) {
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.sqrt(x[i] * x[i] + y[i] * y[i]);
        }
    }

    private static void divide(double[] x, double[] by) {
        for (int i = 0; i < x.length; i++) {
            x[i] /= by[i];
        }
    }
}
