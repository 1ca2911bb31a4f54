package org.undertone.features.harmonic;

/**
 * A logarithmic spectrum of 2049 bins laid out for {@link CosineSeries}: sixty-four segments of 33 values that meet at their
 * ends, every other one backwards, in such an order that what the symmetries of cosines join stands half of all values apart,
 * within each half a quarter apart, and so on. With four segments:
 *
 * <pre>
 * bins   0 -> 512   1024 -> 512   2048 -> 1536   1024 -> 1536
 *        first      second        fourth         third quarter
 * </pre>
 *
 * @param values {@code [segment * 33 + place]}
 */
record FoldedSpectrum(double[] values) {
    /** Segments, a power of two. */
    static final int SEGMENTS = 64;
    /** Values of a segment. */
    static final int LENGTH = 33;

    private static final int LAST = LENGTH - 1;
    private static final int COUNT = SEGMENTS * LENGTH;
    private static final int[] BINS = bins();

    static FoldedSpectrum zeros() {
        return new FoldedSpectrum(new double[COUNT]);
    }

    private static int[] bins() {
        var bins = new int[COUNT];
        for (int slot = 0; slot < SEGMENTS; slot++) {
            // The second half is the first one mirrored, at every level: the inverse of the reflected binary code.
            int segment = slot;
            for (int half = slot >> 1; half > 0; half >>= 1) {
                segment ^= half;
            }
            for (int k = 0; k < LENGTH; k++) {
                bins[slot * LENGTH + k] = segment % 2 == 0 ? segment * LAST + k : (segment + 1) * LAST - k;
            }
        }
        return bins;
    }

    /** The bin that stands at an index; segments that meet share one. */
    static int bin(int index) {
        return BINS[index];
    }

    void load(double[] bins) {
        for (int i = 0; i < COUNT; i++) {
            values[i] = bins[BINS[i]];
        }
    }

    void store(double[] bins) {
        for (int i = 0; i < COUNT; i++) {
            bins[BINS[i]] = values[i];
        }
    }

    void copy(FoldedSpectrum from) {
        System.arraycopy(from.values, 0, values, 0, COUNT);
    }

    /** Where the other spectrum is larger, takes its value. */
    void raise(FoldedSpectrum to) {
        double[] others = to.values;
        for (int i = 0; i < COUNT; i++) {
            values[i] = Math.max(values[i], others[i]);
        }
    }

    /** Whether a bin stands out of the other spectrum by more than a height. */
    boolean standsOut(FoldedSpectrum other, double height) {
        double[] others = other.values;
        for (int i = 0; i < COUNT; i++) {
            if (values[i] - others[i] > height) {
                return true;
            }
        }
        return false;
    }

    /** Mean square over the full circle of 4096 points. */
    double meanSquare() {
        // Four sums that do not wait for each other.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < COUNT; i += 4) {
            a += values[i] * values[i];
            b += values[i + 1] * values[i + 1];
            c += values[i + 2] * values[i + 2];
            d += values[i + 3] * values[i + 3];
        }
        // Both ends of a segment count half: each is an end of two or the end of the half circle.
        double ends = 0;
        for (int i = 0; i < COUNT; i += LENGTH) {
            ends += values[i] * values[i] + values[i + LAST] * values[i + LAST];
        }
        return (a + b + (c + d) - 0.5 * ends) / (SEGMENTS * LAST);
    }
}
