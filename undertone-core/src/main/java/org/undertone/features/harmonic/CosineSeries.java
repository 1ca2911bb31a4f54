package org.undertone.features.harmonic;

import java.util.Arrays;

/**
 * Between a logarithmic spectrum and the first terms of its cosine series, {@code spectrum[bin] = sum_m c[m] cos(pi m bin /
 * 2048)}. For the few terms a spectral envelope has, this takes less time than a Fourier transform.
 *
 * <p>Even terms see the sum of what mirrors about the middle, odd ones the difference; and because {@code 2 cos(t) cos(m t) =
 * cos((m + 1) t) + cos((m - 1) t)}, the difference times {@code 2 cos(t)} has even terms that are sums of two neighbouring odd
 * ones (as in Lee's transform, IEEE TASSP 32(6), 1984). So a series is two series of half the bins and half the terms; after
 * six such steps there are 64 of 33 bins and few terms, which are summed up directly. Three steps join the rows of the square
 * that {@link FoldedSpectrum} makes of the segments, three its columns.
 */
final class CosineSeries {
    /** The last term. */
    static final int MOST = 255;

    private static final int SIDE = FoldedSpectrum.SIDE;
    private static final int SEGMENTS = FoldedSpectrum.SEGMENTS;
    private static final int LENGTH = FoldedSpectrum.LENGTH;
    private static final int WIDTH = FoldedSpectrum.WIDTH;
    private static final int LAST = LENGTH - 1;
    private static final int MIDDLE = LAST / 2;
    /** Terms of a short series. */
    private static final int MOST_SHORT = MOST / SEGMENTS + 1;

    /**
     * {@code [level][row][column * 33 + place]}: {@code 2 cos(pi bin / last bin)} for the lower half of the rows that are a
     * series of the level; from the middle level on for the square turned about its diagonal.
     */
    private static final double[][][] TURNS = turns();

    /** {@code [term][place]}: {@code cos(pi term place / 32)}. */
    private static final double[][] COSINES = cosines();

    private double[][] square = new double[SIDE][WIDTH];
    private double[][] spareSquare = new double[SIDE][WIDTH];
    /** {@code [segment * MOST_SHORT + term]}. */
    private double[] shortTerms = new double[SEGMENTS * MOST_SHORT];

    private double[] spareTerms = new double[SEGMENTS * MOST_SHORT];
    private double alternating;

    private static double[][][] turns() {
        int levels = Integer.numberOfTrailingZeros(SEGMENTS);
        var turns = new double[levels][][];
        for (int level = 0; level < levels; level++) {
            int segments = SEGMENTS >> level;
            boolean turned = level >= levels / 2;
            int reach = turned ? segments / 2 : segments / 2 / SIDE;
            turns[level] = new double[reach][WIDTH];
            for (int row = 0; row < reach; row++) {
                for (int i = 0; i < WIDTH; i++) {
                    int segment = turned ? row : row * SIDE + i / LENGTH;
                    int bin = FoldedSpectrum.bin(segment, i % LENGTH);
                    turns[level][row][i] = 2 * Math.cos(Math.PI * bin / (segments * LAST));
                }
            }
        }
        return turns;
    }

    private static double[][] cosines() {
        var cosines = new double[MOST_SHORT][LENGTH];
        for (int m = 0; m < MOST_SHORT; m++) {
            for (int k = 0; k < LENGTH; k++) {
                cosines[m][k] = Math.cos(Math.PI * m * k / LAST);
            }
        }
        return cosines;
    }

    /** Terms 0 to {@code order}, 255 at most. */
    void analyse(FoldedSpectrum spectrum, int order, double[] terms) {
        fold(spectrum.rows(), square, 0);
        fold(square, square, 1);
        fold(square, square, 2);
        turnSquare();
        fold(square, square, 3);
        fold(square, square, 4);
        fold(square, square, 5);
        halveEnds();
        measureAlternating();
        int count = order / SEGMENTS + 1;
        for (int m = 0; m < count; m += 2) {
            for (int column = 0; column < SIDE; column++) {
                dots(square[column], 0, column, m);
                dots(square[column], SIDE / 2, column, m);
            }
        }
        for (int stride = MOST_SHORT; stride < SEGMENTS * MOST_SHORT; stride *= 2) {
            join(stride, count);
            count *= 2;
        }
        for (int m = 0; m <= order; m++) {
            terms[m] = shortTerms[m] * 2 / (SEGMENTS * LAST);
        }
        terms[0] /= 2;
    }

    /** The cepstral coefficient 2048 of the spectrum analysed last. */
    double alternating() {
        return alternating;
    }

    /** The sum of terms 0 to {@code order}. */
    void sum(double[] terms, int order, FoldedSpectrum out) {
        int count = order / SEGMENTS + 1;
        System.arraycopy(terms, 0, shortTerms, 0, order + 1);
        Arrays.fill(shortTerms, order + 1, SEGMENTS * count, 0);
        for (int stride = SEGMENTS * MOST_SHORT / 2; stride >= MOST_SHORT; stride /= 2) {
            split(stride, count * stride / MOST_SHORT);
        }
        for (int segment = 0; segment < SEGMENTS; segment++) {
            sumShort(segment, count);
        }
        unfold(square, square, 5);
        unfold(square, square, 4);
        unfold(square, square, 3);
        turnSquare();
        unfold(square, square, 2);
        unfold(square, square, 1);
        unfold(square, out.rows(), 0);
    }

    /** A level: each series becomes two, half as long. */
    private static void fold(double[][] from, double[][] to, int level) {
        double[][] turns = TURNS[level];
        int half = turns.length;
        for (int first = 0; first < SIDE; first += 2 * half) {
            for (int row = first; row < first + half; row++) {
                fold(from[row], from[row + half], to[row], to[row + half], turns[row - first]);
            }
        }
    }

    /** The loop is vectorised, for which every array is read and written at one index. */
    private static void fold(double[] low, double[] high, double[] even, double[] odd, double[] turns) {
        for (int i = 0; i < WIDTH; i++) {
            double a = low[i];
            double b = high[i];
            even[i] = a + b;
            odd[i] = (a - b) * turns[i];
        }
    }

    /** The way back. */
    private static void unfold(double[][] from, double[][] to, int level) {
        double[][] turns = TURNS[level];
        int half = turns.length;
        for (int first = 0; first < SIDE; first += 2 * half) {
            for (int row = first; row < first + half; row++) {
                unfold(from[row], from[row + half], to[row], to[row + half], turns[row - first]);
            }
        }
    }

    private static void unfold(double[] even, double[] odd, double[] low, double[] high, double[] turns) {
        for (int i = 0; i < WIDTH; i++) {
            double a = even[i];
            double b = odd[i] * turns[i];
            low[i] = a + b;
            high[i] = a - b;
        }
    }

    /** Turns the square of segments about its diagonal: what was joined within rows is joined across them. */
    private void turnSquare() {
        double[][] from = square;
        double[][] to = spareSquare;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                System.arraycopy(from[row], column * LENGTH, to[column], row * LENGTH, LENGTH);
            }
        }
        square = to;
        spareSquare = from;
    }

    /** The ends of a segment are ends of two, or of the whole, and count half. */
    private void halveEnds() {
        for (double[] column : square) {
            for (int i = 0; i < WIDTH; i += LENGTH) {
                column[i] *= 0.5;
                column[i + LAST] *= 0.5;
            }
        }
    }

    private void measureAlternating() {
        double[] segment = square[0];
        double even = segment[LAST];
        double odd = 0;
        for (int k = 0; k < LAST; k += 2) {
            even += segment[k];
            odd += segment[k + 1];
        }
        alternating = (even - odd) / (SEGMENTS * LAST);
    }

    /**
     * Two terms of four segments of a column, an even one and an odd one: of what lies on both sides of the middle, one sees the
     * sum, the other the difference. Eight sums that do not wait for each other.
     */
    private void dots(double[] segments, int row, int column, int m) {
        double[] r0 = COSINES[m];
        double[] r1 = COSINES[m + 1];
        int a = row * LENGTH;
        int b = a + LENGTH;
        int c = b + LENGTH;
        int d = c + LENGTH;
        double middle = r0[MIDDLE];
        double a0 = middle * segments[a + MIDDLE];
        double b0 = middle * segments[b + MIDDLE];
        double c0 = middle * segments[c + MIDDLE];
        double d0 = middle * segments[d + MIDDLE];
        double a1 = 0;
        double b1 = 0;
        double c1 = 0;
        double d1 = 0;
        for (int k = 0; k < MIDDLE; k++) {
            double x = r0[k];
            double y = r1[k];
            int mirror = LAST - k;
            a0 += x * (segments[a + k] + segments[a + mirror]);
            a1 += y * (segments[a + k] - segments[a + mirror]);
            b0 += x * (segments[b + k] + segments[b + mirror]);
            b1 += y * (segments[b + k] - segments[b + mirror]);
            c0 += x * (segments[c + k] + segments[c + mirror]);
            c1 += y * (segments[c + k] - segments[c + mirror]);
            d0 += x * (segments[d + k] + segments[d + mirror]);
            d1 += y * (segments[d + k] - segments[d + mirror]);
        }
        put(row * SIDE + column, m, a0, a1);
        put((row + 1) * SIDE + column, m, b0, b1);
        put((row + 2) * SIDE + column, m, c0, c1);
        put((row + 3) * SIDE + column, m, d0, d1);
    }

    private void put(int segment, int m, double first, double second) {
        shortTerms[segment * MOST_SHORT + m] = first;
        shortTerms[segment * MOST_SHORT + m + 1] = second;
    }

    /** Joins each two series of {@code count} terms, a stride apart, to one of twice as many. */
    private void join(int stride, int count) {
        double[] from = shortTerms;
        double[] to = spareTerms;
        for (int first = 0; first < SEGMENTS * MOST_SHORT; first += 2 * stride) {
            double odd = from[first + stride] / 2;
            to[first] = from[first];
            to[first + 1] = odd;
            for (int i = 1; i < count; i++) {
                odd = from[first + stride + i] - odd;
                to[first + 2 * i] = from[first + i];
                to[first + 2 * i + 1] = odd;
            }
        }
        shortTerms = to;
        spareTerms = from;
    }

    /** The way back: from each series of twice {@code count} terms two, a stride apart. */
    private void split(int stride, int count) {
        double[] from = shortTerms;
        double[] to = spareTerms;
        for (int first = 0; first < SEGMENTS * MOST_SHORT; first += 2 * stride) {
            double odd = 0;
            for (int i = count - 1; i > 0; i--) {
                to[first + i] = from[first + 2 * i];
                odd = from[first + 2 * i + 1] - odd;
                to[first + stride + i] = odd;
            }
            to[first] = from[first];
            to[first + stride] = (from[first + 1] - odd) / 2;
        }
        shortTerms = to;
        spareTerms = from;
    }

    private void sumShort(int segment, int count) {
        int at = segment * MOST_SHORT;
        double[] column = square[segment % SIDE];
        int first = segment / SIDE * LENGTH;
        setTwo(column, first, shortTerms[at], count > 1 ? shortTerms[at + 1] : 0);
        for (int m = 2; m < count; m += 2) {
            addTwo(column, first, m, shortTerms[at + m], m + 1 < count ? shortTerms[at + m + 1] : 0);
        }
    }

    /** The first two terms: alike on both sides of the middle, and opposite. */
    private static void setTwo(double[] values, int first, double constant, double odd) {
        double[] cosines = COSINES[1];
        int last = first + LAST;
        for (int k = 0; k < MIDDLE; k++) {
            double opposite = odd * cosines[k];
            values[first + k] = constant + opposite;
            values[last - k] = constant - opposite;
        }
        values[first + MIDDLE] = constant;
    }

    /** An even term and the odd one after it. */
    private static void addTwo(double[] values, int first, int m, double even, double odd) {
        double[] r0 = COSINES[m];
        double[] r1 = COSINES[m + 1];
        int last = first + LAST;
        for (int k = 0; k < MIDDLE; k++) {
            double alike = even * r0[k];
            double opposite = odd * r1[k];
            values[first + k] += alike + opposite;
            values[last - k] += alike - opposite;
        }
        values[first + MIDDLE] += even * r0[MIDDLE];
    }
}
