package org.undertone.features.harmonic;

import java.util.Arrays;

/**
 * The median of nine neighbours in time, for tracks side by side. Each three neighbours are sorted once for the three windows
 * they belong to; the median is that of the largest low, the median middle and the smallest high one of three triples. All
 * by minima and maxima, without decisions: the loops are simple enough to be vectorised.
 */
final class NineMedians {
    private static final int WIDTH = 9;
    private static final int HALF = WIDTH / 2;
    /** Triples of one window. */
    private static final int TRIPLE = 3;

    private final int lanes;
    private final int values;
    private final boolean zerosBeyondEnds;
    private final double[] extended;
    private final double[] low;
    private final double[] middle;
    private final double[] high;
    private final double[] spare;

    /**
     * For tracks of {@code count} frames, at least 1.
     *
     * @param lanes number of tracks
     * @param zerosBeyondEnds whether zeros lie beyond the ends of a track, otherwise its first and last value
     */
    NineMedians(int count, int lanes, boolean zerosBeyondEnds) {
        this.lanes = lanes;
        this.values = count * lanes;
        this.zerosBeyondEnds = zerosBeyondEnds;
        this.extended = new double[values + 2 * HALF * lanes];
        this.low = new double[extended.length];
        this.middle = new double[extended.length];
        this.high = new double[extended.length];
        this.spare = new double[extended.length];
    }

    /**
     * The medians.
     *
     * @param tracks {@code [time * lanes + lane]}
     * @param out as many
     */
    void of(double[] tracks, double[] out) {
        extend(tracks);
        int triples = values + (WIDTH - TRIPLE) * lanes;
        // Of a, b, c: first a and b in order, then what of them comes beside c, then the last two.
        order(extended, 0, extended, lanes, low, middle, triples);
        order(low, 0, extended, 2 * lanes, low, spare, triples);
        order(middle, 0, spare, 0, middle, high, triples);
        int next = TRIPLE * lanes;
        larger(low, 0, low, next, spare, values);
        larger(spare, 0, low, 2 * next, low, values);
        smaller(high, 0, high, next, spare, values);
        smaller(spare, 0, high, 2 * next, high, values);
        median(middle, 0, middle, next, middle, 2 * next, spare);
        median(low, 0, spare, 0, high, 0, out);
    }

    private void extend(double[] tracks) {
        int margin = HALF * lanes;
        System.arraycopy(tracks, 0, extended, margin, values);
        if (zerosBeyondEnds) {
            Arrays.fill(extended, 0, margin, 0);
            Arrays.fill(extended, margin + values, extended.length, 0);
            return;
        }
        for (int i = 0; i < margin; i++) {
            extended[i] = tracks[i % lanes];
            extended[margin + values + i] = tracks[values - lanes + i % lanes];
        }
    }

    private static void order(double[] a, int from, double[] b, int other, double[] less, double[] more, int length) {
        for (int i = 0; i < length; i++) {
            double x = a[from + i];
            double y = b[other + i];
            less[i] = Math.min(x, y);
            more[i] = Math.max(x, y);
        }
    }

    private static void larger(double[] a, int from, double[] b, int other, double[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = Math.max(a[from + i], b[other + i]);
        }
    }

    private static void smaller(double[] a, int from, double[] b, int other, double[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = Math.min(a[from + i], b[other + i]);
        }
    }

    private void median(double[] a, int first, double[] b, int second, double[] c, int third, double[] out) {
        for (int i = 0; i < values; i++) {
            double x = a[first + i];
            double y = b[second + i];
            out[i] = Math.max(Math.min(x, y), Math.min(Math.max(x, y), c[third + i]));
        }
    }
}
