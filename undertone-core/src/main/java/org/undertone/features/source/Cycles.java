package org.undertone.features.source;

import java.util.Arrays;

/**
 * The half cycles of a smooth signal, each from a minimum to the maximum that follows.
 *
 * @param minima indices, rising
 * @param maxima indices, {@code minima[k] < maxima[k] < minima[k + 1]}
 */
record Cycles(int[] minima, int[] maxima) {
    /** Strict local extrema; a plateau counts at its first sample, the ends of the signal do not count. */
    static Cycles of(double[] signal) {
        var minima = new int[signal.length];
        var maxima = new int[signal.length];
        int lows = 0;
        int highs = 0;
        int previous = 0;
        int plateau = 0;
        for (int n = 1; n < signal.length; n++) {
            double step = signal[n] - signal[n - 1];
            if (step == 0) {
                continue;
            }
            if (previous < 0 && step > 0) {
                minima[lows++] = plateau;
            } else if (previous > 0 && step < 0 && lows > 0) {
                // What comes before the first minimum belongs to no cycle.
                maxima[highs++] = plateau;
            }
            previous = step > 0 ? 1 : -1;
            plateau = n;
        }
        // A minimum after the last maximum belongs to none either.
        return new Cycles(Arrays.copyOf(minima, highs), Arrays.copyOf(maxima, highs));
    }

    int count() {
        return minima.length;
    }

    int minimum(int cycle) {
        return minima[cycle];
    }

    /** Samples from minimum to maximum. */
    int length(int cycle) {
        return maxima[cycle] - minima[cycle];
    }
}
