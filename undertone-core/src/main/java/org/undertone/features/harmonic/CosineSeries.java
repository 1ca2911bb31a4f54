package org.undertone.features.harmonic;

import java.util.Arrays;

/**
 * Between a logarithmic spectrum and the first terms of its cosine series, {@code spectrum[bin] = sum_m c[m] cos(pi m bin /
 * 2048)}. For the few terms a spectral envelope has, sums of tabulated cosines over a quarter of the bins take less time
 * than a Fourier transform: odd terms change sign about the middle, of the even ones every other about the middle of the
 * half.
 */
final class CosineSeries {
    /** The last term. */
    static final int MOST = 255;

    private static final int LENGTH = QuarteredSpectrum.LENGTH;
    private static final int LAST = LENGTH - 1;
    private static final int BLOCK = 4;

    /** {@code rows[m][k] = cos(pi m k / 2048)}, made when needed. */
    private final double[][] rows = new double[MOST + 1][];
    /** {@code backward[m][k] = cos(pi m (1024 - k) / 2048)} for odd m. */
    private final double[][] backward = new double[MOST + 1][];

    private final double[] fourths = new double[LENGTH];
    private final double[] halves = new double[LENGTH];
    private final double[] forwardOdds = new double[LENGTH];
    private final double[] backwardOdds = new double[LENGTH];
    private double alternating;

    /** Terms 0 to {@code order}, 255 at most. */
    void analyse(QuarteredSpectrum spectrum, int order, double[] terms) {
        prepare(order);
        fold(spectrum);
        for (int m = 0; m <= order; m += 16) {
            dots(fourths, rows, m, order, terms);
            dots(halves, rows, m + 2, order, terms);
        }
        for (int m = 1; m <= order; m += 8) {
            oddDots(m, order, terms);
        }
        terms[0] /= 2;
        for (int m = 0; m <= order; m++) {
            terms[m] /= 2 * LAST;
        }
    }

    /** The cepstral coefficient 2048 of the spectrum analysed last. */
    double alternating() {
        return alternating;
    }

    /** The sum of terms 0 to {@code order}. */
    void sum(double[] terms, int order, QuarteredSpectrum out) {
        prepare(order);
        accumulate(terms, rows, 0, 4, order, fourths);
        accumulate(terms, rows, 2, 4, order, halves);
        accumulate(terms, rows, 1, 2, order, forwardOdds);
        accumulate(terms, backward, 1, 2, order, backwardOdds);
        combine(fourths, halves, forwardOdds, out.first(), out.fourth());
        for (int k = 0; k < LENGTH; k++) {
            halves[k] = -halves[k];
        }
        combine(fourths, halves, backwardOdds, out.second(), out.third());
    }

    private void prepare(int order) {
        for (int m = order; m >= 0 && rows[m] == null; m--) {
            rows[m] = row(m, 0, 1);
            if (m % 2 == 1) {
                backward[m] = row(m, 2 * LAST, -1);
            }
        }
    }

    private static double[] row(int m, int from, int step) {
        var row = new double[LENGTH];
        for (int k = 0; k < LENGTH; k++) {
            row[k] = Math.cos(Math.PI * m * (from + step * k) / (4 * LAST));
        }
        return row;
    }

    private void fold(QuarteredSpectrum spectrum) {
        double[] first = spectrum.first();
        double[] second = spectrum.second();
        double[] third = spectrum.third();
        double[] fourth = spectrum.fourth();
        for (int k = 0; k < LENGTH; k++) {
            fourths[k] = first[k] + fourth[k] + (second[k] + third[k]);
            halves[k] = first[k] + fourth[k] - (second[k] + third[k]);
        }
        for (int k = 0; k < LENGTH; k++) {
            forwardOdds[k] = first[k] - fourth[k];
            backwardOdds[k] = second[k] - third[k];
        }
        // Both ends of a quarter count half.
        for (double[] folded : new double[][] {fourths, halves, forwardOdds, backwardOdds}) {
            folded[0] *= 0.5;
            folded[LAST] *= 0.5;
        }
        double even = 0;
        double odd = 0;
        for (int k = 0; k < LAST; k += 2) {
            even += fourths[k];
            odd += fourths[k + 1];
        }
        alternating = (even + fourths[LAST] - odd) / (4 * LAST);
    }

    /** Terms m, m + 4, m + 8 and m + 12, as far as there are: four sums that do not wait for each other. */
    private static void dots(double[] folded, double[][] rows, int m, int order, double[] terms) {
        if (m > order) {
            return;
        }
        double[] r0 = rows[m];
        double[] r1 = rows[Math.min(m + 4, last(m, order))];
        double[] r2 = rows[Math.min(m + 8, last(m, order))];
        double[] r3 = rows[Math.min(m + 12, last(m, order))];
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int k = 0; k < LENGTH; k++) {
            double x = folded[k];
            s0 += x * r0[k];
            s1 += x * r1[k];
            s2 += x * r2[k];
            s3 += x * r3[k];
        }
        terms[m] = s0;
        put(terms, m + 4, order, s1);
        put(terms, m + 8, order, s2);
        put(terms, m + 12, order, s3);
    }

    private static int last(int m, int order) {
        return order - (order - m) % 4;
    }

    /** Odd terms m, m + 2, m + 4 and m + 6, as far as there are. */
    private void oddDots(int m, int order, double[] terms) {
        int last = order - (order - m) % 2;
        double[] f0 = rows[m];
        double[] f1 = rows[Math.min(m + 2, last)];
        double[] f2 = rows[Math.min(m + 4, last)];
        double[] f3 = rows[Math.min(m + 6, last)];
        double[] b0 = backward[m];
        double[] b1 = backward[Math.min(m + 2, last)];
        double[] b2 = backward[Math.min(m + 4, last)];
        double[] b3 = backward[Math.min(m + 6, last)];
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int k = 0; k < LENGTH; k++) {
            double x = forwardOdds[k];
            double y = backwardOdds[k];
            s0 += x * f0[k] + y * b0[k];
            s1 += x * f1[k] + y * b1[k];
            s2 += x * f2[k] + y * b2[k];
            s3 += x * f3[k] + y * b3[k];
        }
        terms[m] = s0;
        put(terms, m + 2, order, s1);
        put(terms, m + 4, order, s2);
        put(terms, m + 6, order, s3);
    }

    private static void put(double[] terms, int m, int order, double value) {
        if (m <= order) {
            terms[m] = value;
        }
    }

    /** {@code out = sum of terms[m] rows[m]} over m from first to order in steps, four rows at a time. */
    private static void accumulate(double[] terms, double[][] rows, int first, int step, int order, double[] out) {
        Arrays.fill(out, 0);
        int m = first;
        for (; m + 3 * step <= order; m += BLOCK * step) {
            four(
                    out,
                    new double[] {terms[m], terms[m + step], terms[m + 2 * step], terms[m + 3 * step]},
                    rows[m],
                    rows[m + step],
                    rows[m + 2 * step],
                    rows[m + 3 * step]);
        }
        for (; m <= order; m += step) {
            one(out, terms[m], rows[m]);
        }
    }

    private static void four(double[] out, double[] by, double[] r0, double[] r1, double[] r2, double[] r3) {
        double b0 = by[0];
        double b1 = by[1];
        double b2 = by[2];
        double b3 = by[3];
        for (int k = 0; k < LENGTH; k++) {
            out[k] += b0 * r0[k] + b1 * r1[k] + (b2 * r2[k] + b3 * r3[k]);
        }
    }

    private static void one(double[] out, double by, double[] row) {
        for (int k = 0; k < LENGTH; k++) {
            out[k] += by * row[k];
        }
    }

    private static void combine(double[] even, double[] twos, double[] odd, double[] plus, double[] minus) {
        for (int k = 0; k < LENGTH; k++) {
            plus[k] = even[k] + twos[k] + odd[k];
        }
        for (int k = 0; k < LENGTH; k++) {
            minus[k] = even[k] + twos[k] - odd[k];
        }
    }
}
