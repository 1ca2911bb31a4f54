package org.undertone.features.harmonic;

import org.undertone.signal.Rounding;

/**
 * The bands to which the bins of a phase spectrum are joined: single bins up to the eighth, then ever wider, along a
 * quadratic Bezier curve (Degottex and Erro, EURASIP JASM 2014, describe a compression that is linear, then logarithmic).
 */
final class PhaseBands {
    private static final int SINGLE_BINS = 8;
    private static final int CURVE_POINTS = 101;

    private PhaseBands() {}

    /**
     * The band of each bin, {@code [bin]}, from 0 on; the bin at half the sampling rate belongs to none and has -1.
     *
     * @param bins from 0 Hz to half the sampling rate, both included
     * @param bands how many
     */
    static int[] of(int bins, int bands) {
        int last = bins - 1;
        var x = new double[CURVE_POINTS];
        var y = new double[CURVE_POINTS];
        for (int i = 0; i < CURVE_POINTS; i++) {
            double t = i / (CURVE_POINTS - 1.0);
            double first = (1 - t) * (1 - t);
            double second = 2 * t * (1 - t);
            double third = t * t;
            x[i] = first * SINGLE_BINS + second * bands + third * last;
            y[i] = first * SINGLE_BINS + second * bands + third * bands;
        }
        var band = new int[bins];
        int cell = 0;
        for (int number = 1; number <= last; number++) {
            double scale = number;
            if (number > SINGLE_BINS) {
                while (cell < CURVE_POINTS - 2 && number > x[cell + 1]) {
                    cell++;
                }
                scale = y[cell] + (y[cell + 1] - y[cell]) * (number - x[cell]) / (x[cell + 1] - x[cell]);
            }
            band[number - 1] = Rounding.toInt(scale) - 1;
        }
        band[last] = -1;
        return band;
    }
}
