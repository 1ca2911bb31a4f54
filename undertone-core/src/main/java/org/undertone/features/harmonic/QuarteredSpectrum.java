package org.undertone.features.harmonic;

/**
 * A logarithmic spectrum of 2049 bins laid out for {@link CosineSeries}: four quarters of 513 values that meet at their
 * ends, every other one backwards, so that what the symmetries of cosines join lies at the same index.
 *
 * <pre>
 * bin      0 ---- 512 ---- 1024 ---- 1536 ---- 2048
 * quarter   first-> &lt;-second third-> &lt;-fourth
 * </pre>
 */
record QuarteredSpectrum(double[] first, double[] second, double[] third, double[] fourth) {
    /** Values of a quarter. */
    static final int LENGTH = 513;

    private static final int LAST = LENGTH - 1;

    static QuarteredSpectrum zeros() {
        return new QuarteredSpectrum(new double[LENGTH], new double[LENGTH], new double[LENGTH], new double[LENGTH]);
    }

    void load(double[] bins) {
        for (int k = 0; k < LENGTH; k++) {
            first[k] = bins[k];
            second[k] = bins[2 * LAST - k];
            third[k] = bins[2 * LAST + k];
            fourth[k] = bins[4 * LAST - k];
        }
    }

    void store(double[] bins) {
        for (int k = 0; k < LENGTH; k++) {
            bins[k] = first[k];
            bins[2 * LAST - k] = second[k];
            bins[2 * LAST + k] = third[k];
            bins[4 * LAST - k] = fourth[k];
        }
    }

    void copy(QuarteredSpectrum from) {
        System.arraycopy(from.first, 0, first, 0, LENGTH);
        System.arraycopy(from.second, 0, second, 0, LENGTH);
        System.arraycopy(from.third, 0, third, 0, LENGTH);
        System.arraycopy(from.fourth, 0, fourth, 0, LENGTH);
    }

    /** Where the other spectrum is larger, takes its value. */
    void raise(QuarteredSpectrum to) {
        raise(first, to.first);
        raise(second, to.second);
        raise(third, to.third);
        raise(fourth, to.fourth);
    }

    /** The most by which a bin stands out of the other spectrum. */
    double above(QuarteredSpectrum other) {
        return Math.max(
                Math.max(above(first, other.first), above(second, other.second)),
                Math.max(above(third, other.third), above(fourth, other.fourth)));
    }

    /** Mean square over the full circle of 4096 points. */
    double meanSquare() {
        return (squares(first) + squares(second) + squares(third) + squares(fourth)) / (4 * LAST);
    }

    private static void raise(double[] values, double[] to) {
        for (int k = 0; k < LENGTH; k++) {
            values[k] = Math.max(values[k], to[k]);
        }
    }

    private static double above(double[] values, double[] other) {
        double above = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < LENGTH; k++) {
            double difference = values[k] - other[k];
            if (difference > above) {
                above = difference;
            }
        }
        return above;
    }

    /** Both ends count half: each is an end of two quarters or the end of the half circle. */
    private static double squares(double[] values) {
        double a = 0.5 * (values[0] * values[0] + values[LAST] * values[LAST]);
        double b = 0;
        double c = 0;
        double d = 0;
        for (int k = 1; k + 3 < LAST; k += 4) {
            a += values[k] * values[k];
            b += values[k + 1] * values[k + 1];
            c += values[k + 2] * values[k + 2];
            d += values[k + 3] * values[k + 3];
        }
        for (int k = LAST - 3; k < LAST; k++) {
            a += values[k] * values[k];
        }
        return a + b + c + d;
    }
}
