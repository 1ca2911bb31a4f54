package org.undertone.features.harmonic;

import java.util.Arrays;

/**
 * A logarithmic spectrum of 2049 bins laid out for {@link CosineSeries}: sixty-four segments of 33 values that meet at their
 * ends, every other one backwards, in such an order that what the symmetries of cosines join stands half of all segments
 * apart, within each half a quarter apart, and so on. With four segments:
 *
 * <pre>
 * bins   0 -> 512   1024 -> 512   2048 -> 1536   1024 -> 1536
 *        first      second        fourth         third quarter
 * </pre>
 *
 * The segments make a square, a row after the other: what joins segments of two rows then runs along two arrays, which the
 * compiler turns into vector instructions.
 *
 * @param rows {@code [row][column * 33 + place]}
 */
record FoldedSpectrum(double[][] rows) {
    /** Rows, and segments in each: a power of two. */
    static final int SIDE = 8;
    /** Segments. */
    static final int SEGMENTS = SIDE * SIDE;
    /** Values of a segment. */
    static final int LENGTH = 33;
    /** Values of a row. */
    static final int WIDTH = SIDE * LENGTH;

    private static final int LAST = LENGTH - 1;
    private static final int[][] BINS = bins();

    static FoldedSpectrum zeros() {
        return new FoldedSpectrum(new double[SIDE][WIDTH]);
    }

    private static int[][] bins() {
        var bins = new int[SIDE][WIDTH];
        for (int slot = 0; slot < SEGMENTS; slot++) {
            // The second half is the first one mirrored, at every level: the inverse of the reflected binary code.
            int segment = slot;
            for (int half = slot >> 1; half > 0; half >>= 1) {
                segment ^= half;
            }
            for (int k = 0; k < LENGTH; k++) {
                bins[slot / SIDE][slot % SIDE * LENGTH + k] =
                        segment % 2 == 0 ? segment * LAST + k : (segment + 1) * LAST - k;
            }
        }
        return bins;
    }

    /** The bin that stands at a place of a segment; segments that meet share one. */
    static int bin(int segment, int place) {
        return BINS[segment / SIDE][segment % SIDE * LENGTH + place];
    }

    void load(double[] bins) {
        for (int row = 0; row < SIDE; row++) {
            double[] values = rows[row];
            int[] from = BINS[row];
            for (int i = 0; i < WIDTH; i++) {
                values[i] = bins[from[i]];
            }
        }
    }

    void store(double[] bins) {
        for (int row = 0; row < SIDE; row++) {
            double[] values = rows[row];
            int[] to = BINS[row];
            for (int i = 0; i < WIDTH; i++) {
                bins[to[i]] = values[i];
            }
        }
    }

    void copy(FoldedSpectrum from) {
        for (int row = 0; row < SIDE; row++) {
            System.arraycopy(from.rows[row], 0, rows[row], 0, WIDTH);
        }
    }

    /** Where the other spectrum is larger, takes its value. */
    void raise(FoldedSpectrum to) {
        for (int row = 0; row < SIDE; row++) {
            raise(rows[row], to.rows[row]);
        }
    }

    private static void raise(double[] values, double[] others) {
        for (int i = 0; i < WIDTH; i++) {
            values[i] = Math.max(values[i], others[i]);
        }
    }

    /** Whether a bin stands out of the other spectrum by more than a height. */
    boolean standsOut(FoldedSpectrum other, double height) {
        for (int row = 0; row < SIDE; row++) {
            double[] values = rows[row];
            double[] others = other.rows[row];
            for (int i = 0; i < WIDTH; i++) {
                if (values[i] - others[i] > height) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Mean square over the full circle of 4096 points.
     *
     * @param scratch {@code [column * 33 + place]}, overwritten
     */
    double meanSquare(double[] scratch) {
        Arrays.fill(scratch, 0);
        for (int row = 0; row < SIDE; row += 2) {
            addSquares(rows[row], rows[row + 1], scratch);
        }
        double sum = 0;
        for (int first = 0; first < WIDTH; first += LENGTH) {
            // Both ends of a segment count half: each is an end of two or the end of the half circle.
            double ends = 0.5 * (scratch[first] + scratch[first + LAST]);
            double even = 0;
            double odd = 0;
            for (int k = first + 1; k < first + LAST - 1; k += 2) {
                odd += scratch[k];
                even += scratch[k + 1];
            }
            sum += ends + even + (odd + scratch[first + LAST - 1]);
        }
        return sum / (SEGMENTS * LAST);
    }

    private static void addSquares(double[] a, double[] b, double[] sums) {
        for (int i = 0; i < WIDTH; i++) {
            sums[i] += a[i] * a[i] + b[i] * b[i];
        }
    }
}
