package org.undertone.features.harmonic;

import java.util.Arrays;

/**
 * Between a logarithmic spectrum and the first terms of its cosine series, {@code spectrum[bin] = sum_m c[m] cos(pi m bin /
 * 2048)}. For the few terms a spectral envelope has, this takes less time than a Fourier transform.
 *
 * <p>Even terms see the sum of what mirrors about the middle, odd ones the difference; and because {@code 2 cos(t) cos(m t) =
 * cos((m + 1) t) + cos((m - 1) t)}, the difference times {@code 2 cos(t)} has even terms that are sums of two neighbouring odd
 * ones (as in Lee's transform, IEEE TASSP 32(6), 1984). So a series is two series of half the bins and half the terms; after
 * six such steps, two at a time, there are 64 of 33 bins and few terms, which are summed up directly.
 */
final class CosineSeries {
    /** The last term. */
    static final int MOST = 255;

    private static final int SEGMENTS = FoldedSpectrum.SEGMENTS;
    private static final int LENGTH = FoldedSpectrum.LENGTH;
    private static final int LAST = LENGTH - 1;
    private static final int COUNT = SEGMENTS * LENGTH;
    /** Terms of a short series. */
    private static final int MOST_SHORT = MOST / SEGMENTS + 1;

    /** {@code [level][index]}: {@code 2 cos(pi bin / last bin)} for the lower half of the bins of each series of a level. */
    private static final double[][] TURNS = turns();

    /** {@code [term][place]}: {@code cos(pi term place / 32)}. */
    private static final double[][] COSINES = cosines();

    private double[] folded = new double[COUNT];
    private double[] spare = new double[COUNT];
    /** {@code [segment * MOST_SHORT + term]}. */
    private double[] shortTerms = new double[SEGMENTS * MOST_SHORT];

    private double[] spareTerms = new double[SEGMENTS * MOST_SHORT];
    private double alternating;

    private static double[][] turns() {
        var turns = new double[Integer.numberOfTrailingZeros(SEGMENTS)][COUNT];
        for (int level = 0; level < turns.length; level++) {
            int segments = SEGMENTS >> level;
            for (int i = 0; i < COUNT; i++) {
                int bin = FoldedSpectrum.bin(i % (segments * LENGTH));
                turns[level][i] = 2 * Math.cos(Math.PI * bin / (segments * LAST));
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
        double[] from = spectrum.values();
        for (int level = 0; level < TURNS.length; level += 2) {
            int quarter = COUNT >> level + 2;
            for (int first = 0; first < COUNT; first += 4 * quarter) {
                fold(from, folded, first, quarter, level);
            }
            from = folded;
            folded = spare;
            spare = from;
        }
        halveEnds(from);
        measureAlternating(from);
        int count = order / SEGMENTS + 1;
        for (int segment = 0; segment < SEGMENTS; segment += 4) {
            for (int m = 0; m < count; m += 2) {
                dots(from, segment, m);
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
        for (int level = TURNS.length - 2; level >= 0; level -= 2) {
            double[] to = level == 0 ? out.values() : spare;
            int quarter = COUNT >> level + 2;
            for (int first = 0; first < COUNT; first += 4 * quarter) {
                unfold(folded, to, first, quarter, level);
            }
            if (level > 0) {
                spare = folded;
                folded = to;
            }
        }
    }

    /** Two levels: a series becomes four, each a quarter long. The loop is vectorised, for which all have one index. */
    private static void fold(double[] from, double[] to, int first, int quarter, int level) {
        double[] outer = TURNS[level];
        double[] inner = TURNS[level + 1];
        int half = 2 * quarter;
        int last = 3 * quarter;
        for (int i = first; i < first + quarter; i++) {
            double a = from[i];
            double b = from[i + quarter];
            double c = from[i + half];
            double d = from[i + last];
            double evenLow = a + c;
            double evenHigh = b + d;
            double oddLow = (a - c) * outer[i];
            double oddHigh = (b - d) * outer[i + quarter];
            to[i] = evenLow + evenHigh;
            to[i + quarter] = (evenLow - evenHigh) * inner[i];
            to[i + half] = oddLow + oddHigh;
            to[i + last] = (oddLow - oddHigh) * inner[i];
        }
    }

    /** The way back. */
    private static void unfold(double[] from, double[] to, int first, int quarter, int level) {
        double[] outer = TURNS[level];
        double[] inner = TURNS[level + 1];
        int half = 2 * quarter;
        int last = 3 * quarter;
        for (int i = first; i < first + quarter; i++) {
            double a = from[i];
            double b = from[i + quarter] * inner[i];
            double c = from[i + half];
            double d = from[i + last] * inner[i];
            double evenLow = a + b;
            double evenHigh = a - b;
            double oddLow = (c + d) * outer[i];
            double oddHigh = (c - d) * outer[i + quarter];
            to[i] = evenLow + oddLow;
            to[i + quarter] = evenHigh + oddHigh;
            to[i + half] = evenLow - oddLow;
            to[i + last] = evenHigh - oddHigh;
        }
    }

    /** The ends of a segment are ends of two, or of the whole, and count half. */
    private static void halveEnds(double[] segments) {
        for (int i = 0; i < COUNT; i += LENGTH) {
            segments[i] *= 0.5;
            segments[i + LAST] *= 0.5;
        }
    }

    private void measureAlternating(double[] segments) {
        double even = segments[LAST];
        double odd = 0;
        for (int k = 0; k < LAST; k += 2) {
            even += segments[k];
            odd += segments[k + 1];
        }
        alternating = (even - odd) / (SEGMENTS * LAST);
    }

    /** Two terms of four segments: eight sums that do not wait for each other. */
    private void dots(double[] segments, int segment, int m) {
        double[] r0 = COSINES[m];
        double[] r1 = COSINES[m + 1];
        int first = segment * LENGTH;
        double a0 = 0;
        double a1 = 0;
        double b0 = 0;
        double b1 = 0;
        double c0 = 0;
        double c1 = 0;
        double d0 = 0;
        double d1 = 0;
        for (int k = 0; k < LENGTH; k++) {
            double x = r0[k];
            double y = r1[k];
            a0 += x * segments[first + k];
            a1 += y * segments[first + k];
            b0 += x * segments[first + LENGTH + k];
            b1 += y * segments[first + LENGTH + k];
            c0 += x * segments[first + 2 * LENGTH + k];
            c1 += y * segments[first + 2 * LENGTH + k];
            d0 += x * segments[first + 3 * LENGTH + k];
            d1 += y * segments[first + 3 * LENGTH + k];
        }
        put(segment, m, a0, a1);
        put(segment + 1, m, b0, b1);
        put(segment + 2, m, c0, c1);
        put(segment + 3, m, d0, d1);
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
            double odd = 0;
            for (int i = 0; i < count; i++) {
                to[first + 2 * i] = from[first + i];
                odd = i == 0 ? from[first + stride] / 2 : from[first + stride + i] - odd;
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
            for (int i = count - 1; i >= 0; i--) {
                to[first + i] = from[first + 2 * i];
                odd = from[first + 2 * i + 1] - odd;
                to[first + stride + i] = i == 0 ? odd / 2 : odd;
            }
        }
        shortTerms = to;
        spareTerms = from;
    }

    private void sumShort(int segment, int count) {
        int first = segment * LENGTH;
        int at = segment * MOST_SHORT;
        double constant = shortTerms[at];
        double second = count > 1 ? shortTerms[at + 1] : 0;
        double[] cosines = COSINES[1];
        for (int k = 0; k < LENGTH; k++) {
            folded[first + k] = constant + second * cosines[k];
        }
        for (int m = 2; m < count; m++) {
            double term = shortTerms[at + m];
            double[] more = COSINES[m];
            for (int k = 0; k < LENGTH; k++) {
                folded[first + k] += term * more[k];
            }
        }
    }
}
