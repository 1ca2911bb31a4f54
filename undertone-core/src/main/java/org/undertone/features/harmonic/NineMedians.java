package org.undertone.features.harmonic;

import java.util.Arrays;

/**
 * The median of nine neighbours in time, for tracks side by side. Each three neighbours are sorted once for the three windows
 * they belong to; the median is that of the largest low, the median middle and the smallest high one of three triples. All
 * by minima and maxima, without decisions, row by row: the loops are simple enough to be vectorised.
 */
final class NineMedians {
    private static final int WIDTH = 9;
    private static final int HALF = WIDTH / 2;
    /** Triples of one window. */
    private static final int TRIPLE = 3;

    private final int count;
    private final boolean zerosBeyondEnds;
    private final double[] zeros;
    /** The rows of the tracks and those beyond their ends. */
    private final double[][] extended;

    private final double[][] low;
    private final double[][] middle;
    private final double[][] high;
    private final double[][] spare;

    /**
     * For tracks of {@code count} frames, at least 1.
     *
     * @param lanes number of tracks
     * @param zerosBeyondEnds whether zeros lie beyond the ends of a track, otherwise its first and last value
     */
    NineMedians(int count, int lanes, boolean zerosBeyondEnds) {
        this.count = count;
        this.zerosBeyondEnds = zerosBeyondEnds;
        this.zeros = new double[lanes];
        this.extended = new double[count + 2 * HALF][];
        this.low = new double[extended.length][lanes];
        this.middle = new double[extended.length][lanes];
        this.high = new double[extended.length][lanes];
        this.spare = new double[extended.length][lanes];
    }

    /**
     * The medians.
     *
     * @param tracks {@code [time][lane]}
     * @param out as many
     */
    void of(double[][] tracks, double[][] out) {
        System.arraycopy(tracks, 0, extended, HALF, count);
        Arrays.fill(extended, 0, HALF, zerosBeyondEnds ? zeros : tracks[0]);
        Arrays.fill(extended, HALF + count, extended.length, zerosBeyondEnds ? zeros : tracks[count - 1]);
        // Of a, b, c: first a and b in order, then what of them comes beside c, then the last two.
        for (int t = 0; t < count + WIDTH - TRIPLE; t++) {
            order(extended[t], extended[t + 1], low[t], middle[t]);
            order(low[t], extended[t + 2], low[t], spare[t]);
            order(middle[t], spare[t], middle[t], high[t]);
        }
        for (int t = 0; t < count; t++) {
            int second = t + TRIPLE;
            int third = second + TRIPLE;
            larger(low[t], low[second], low[third], low[t]);
            smaller(high[t], high[second], high[third], high[t]);
            median(middle[t], middle[second], middle[third], middle[t]);
            median(low[t], middle[t], high[t], out[t]);
        }
    }

    private static void order(double[] a, double[] b, double[] less, double[] more) {
        for (int i = 0; i < a.length; i++) {
            double x = a[i];
            double y = b[i];
            less[i] = Math.min(x, y);
            more[i] = Math.max(x, y);
        }
    }

    private static void larger(double[] a, double[] b, double[] c, double[] out) {
        for (int i = 0; i < a.length; i++) {
            out[i] = Math.max(Math.max(a[i], b[i]), c[i]);
        }
    }

    private static void smaller(double[] a, double[] b, double[] c, double[] out) {
        for (int i = 0; i < a.length; i++) {
            out[i] = Math.min(Math.min(a[i], b[i]), c[i]);
        }
    }

    private static void median(double[] a, double[] b, double[] c, double[] out) {
        for (int i = 0; i < a.length; i++) {
            double x = a[i];
            double y = b[i];
            out[i] = Math.max(Math.min(x, y), Math.min(Math.max(x, y), c[i]));
        }
    }
}
