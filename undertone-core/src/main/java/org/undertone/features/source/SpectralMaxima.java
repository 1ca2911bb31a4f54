package org.undertone.features.source;

import java.util.Arrays;

/** Bins of the local maxima of a spectrum, ascending. */
final class SpectralMaxima {
    private final double[] powers;
    private final int[] bins;
    private int count;

    private SpectralMaxima(double[] powers, int[] bins) {
        this.powers = powers;
        this.bins = bins;
    }

    /** Of equal values that rise above both sides the middle one is the maximum. */
    static SpectralMaxima of(double[] powers, int length) {
        var maxima = new SpectralMaxima(powers, new int[length / 2 + 1]);
        int rise = -1;
        for (int bin = 1; bin < length; bin++) {
            double step = powers[bin] - powers[bin - 1];
            if (step > 0) {
                rise = bin;
            } else if (step < 0) {
                if (rise >= 0) {
                    maxima.bins[maxima.count++] = (rise + bin - 1) / 2;
                }
                rise = -1;
            }
        }
        return maxima;
    }

    int count() {
        return count;
    }

    int bin(int i) {
        return bins[i];
    }

    void truncate(int length) {
        count = length;
    }

    /** Whether a maximum is above all others within a distance. */
    boolean lasts(int i, double distance) {
        double power = powers[bins[i]];
        for (int j = i - 1; j >= 0 && bins[i] - bins[j] <= distance; j--) {
            if (powers[bins[j]] >= power) {
                return false;
            }
        }
        for (int j = i + 1; j < count && bins[j] - bins[i] <= distance; j++) {
            if (powers[bins[j]] >= power) {
                return false;
            }
        }
        return true;
    }

    /** Round by round, takes away the lower one (if equal, the right one) of each two neighbours within a distance. */
    void thin(double distance) {
        var yields = new boolean[count];
        int before;
        do {
            Arrays.fill(yields, 0, count, false);
            for (int i = 1; i < count; i++) {
                if (bins[i] - bins[i - 1] <= distance) {
                    yields[powers[bins[i]] <= powers[bins[i - 1]] ? i : i - 1] = true;
                }
            }
            before = count;
            count = 0;
            for (int i = 0; i < before; i++) {
                if (!yields[i]) {
                    bins[count++] = bins[i];
                }
            }
        } while (count < before);
    }

    /** The maximum nearest to a frequency, the lower of two. */
    int nearest(double hertz) {
        int nearest = bins[0];
        for (int i = 1; i < count; i++) {
            // Quirk of the original: frequencies are compared with bins that count from 1, which stand at 0 Hz.
            if (Math.abs(bins[i] + 1 - hertz) < Math.abs(nearest + 1 - hertz)) {
                nearest = bins[i];
            }
        }
        return nearest;
    }
}
