package org.undertone.features.harmonic;

import java.util.Arrays;

/**
 * Between a logarithmic spectrum and the first terms of its cosine series, {@code spectrum[bin] = sum_m c[m] cos(pi m bin /
 * 2048)}. For the few terms a spectral envelope has, this takes less time than a Fourier transform.
 *
 * <p>Even terms see the sum of what mirrors about the middle, odd ones the difference; and because {@code 2 cos(t) cos(m t) =
 * cos((m + 1) t) + cos((m - 1) t)}, the difference times {@code 2 cos(t)} has even terms that are sums of two neighbouring odd
 * ones (as in Lee's transform, IEEE TASSP 32(6), 1984). So a series is two series of half the bins and half the terms; after
 * four such steps there are sixteen of 129 bins and a sixteenth of the terms, which are summed up directly.
 */
final class CosineSeries {
    /** The last term. */
    static final int MOST = 255;

    private static final int SEGMENTS = FoldedSpectrum.SEGMENTS;
    private static final int LENGTH = FoldedSpectrum.LENGTH;
    private static final int LAST = LENGTH - 1;
    private static final int COUNT = SEGMENTS * LENGTH;
    private static final int BLOCK = 4;
    /** Terms of a short series, whole blocks. */
    private static final int MOST_SHORT = (MOST / SEGMENTS / BLOCK + 1) * BLOCK;

    /** {@code [level][index]}: {@code 2 cos(pi bin / last bin)} for the lower half of the bins of a level. */
    private static final double[][] TURNS = turns();

    /** {@code [term][place]}: {@code cos(pi term place / 128)}. */
    private static final double[][] COSINES = cosines();

    private double[] folded = new double[COUNT];
    private double[] spare = new double[COUNT];
    /** {@code [segment * MOST_SHORT + term]}. */
    private double[] shortTerms = new double[SEGMENTS * MOST_SHORT];

    private double[] spareTerms = new double[SEGMENTS * MOST_SHORT];
    private double alternating;

    private static double[][] turns() {
        var turns = new double[Integer.numberOfTrailingZeros(SEGMENTS)][];
        for (int level = 0; level < turns.length; level++) {
            int segments = SEGMENTS >> level;
            turns[level] = new double[segments / 2 * LENGTH];
            for (int i = 0; i < turns[level].length; i++) {
                turns[level][i] = 2 * Math.cos(Math.PI * FoldedSpectrum.bin(i) / (segments * LAST));
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
        for (double[] turns : TURNS) {
            for (int first = 0; first < COUNT; first += 2 * turns.length) {
                add(from, folded, first, turns.length);
                subtract(from, folded, first, turns);
            }
            from = folded;
            folded = spare;
            spare = from;
        }
        halveEnds(from);
        measureAlternating(from);
        int count = order / SEGMENTS + 1;
        for (int segment = 0; segment < SEGMENTS; segment += 2) {
            for (int m = 0; m < count; m += BLOCK) {
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
        for (int level = TURNS.length - 1; level >= 0; level--) {
            double[] turns = TURNS[level];
            double[] to = level == 0 ? out.values() : spare;
            for (int first = 0; first < COUNT; first += 2 * turns.length) {
                unfold(folded, to, first, turns);
            }
            if (level > 0) {
                spare = folded;
                folded = to;
            }
        }
    }

    private static void add(double[] from, double[] to, int first, int half) {
        for (int i = first; i < first + half; i++) {
            to[i] = from[i] + from[i + half];
        }
    }

    private static void subtract(double[] from, double[] to, int first, double[] turns) {
        int half = turns.length;
        for (int i = 0; i < half; i++) {
            to[first + half + i] = (from[first + i] - from[first + half + i]) * turns[i];
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

    /** Four terms of two segments: eight sums that do not wait for each other. */
    private void dots(double[] segments, int segment, int m) {
        double[] r0 = COSINES[m];
        double[] r1 = COSINES[m + 1];
        double[] r2 = COSINES[m + 2];
        double[] r3 = COSINES[m + 3];
        int first = segment * LENGTH;
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double b0 = 0;
        double b1 = 0;
        double b2 = 0;
        double b3 = 0;
        for (int k = 0; k < LENGTH; k++) {
            double x = segments[first + k];
            double y = segments[first + LENGTH + k];
            a0 += x * r0[k];
            a1 += x * r1[k];
            a2 += x * r2[k];
            a3 += x * r3[k];
            b0 += y * r0[k];
            b1 += y * r1[k];
            b2 += y * r2[k];
            b3 += y * r3[k];
        }
        int at = segment * MOST_SHORT + m;
        shortTerms[at] = a0;
        shortTerms[at + 1] = a1;
        shortTerms[at + 2] = a2;
        shortTerms[at + 3] = a3;
        at += MOST_SHORT;
        shortTerms[at] = b0;
        shortTerms[at + 1] = b1;
        shortTerms[at + 2] = b2;
        shortTerms[at + 3] = b3;
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
        Arrays.fill(folded, first, first + LENGTH, shortTerms[at]);
        int m = 1;
        for (; m + 1 < count; m += 2) {
            accumulate(folded, first, shortTerms[at + m], COSINES[m], shortTerms[at + m + 1], COSINES[m + 1]);
        }
        if (m < count) {
            accumulate(folded, first, shortTerms[at + m], COSINES[m], 0, COSINES[m]);
        }
    }

    private static void accumulate(double[] out, int first, double a, double[] as, double b, double[] bs) {
        for (int k = 0; k < LENGTH; k++) {
            out[first + k] += a * as[k] + b * bs[k];
        }
    }

    private static void unfold(double[] from, double[] to, int first, double[] turns) {
        int half = turns.length;
        for (int i = 0; i < half; i++) {
            to[first + i] = from[first + i] + turns[i] * from[first + half + i];
        }
        for (int i = 0; i < half; i++) {
            to[first + half + i] = from[first + i] - turns[i] * from[first + half + i];
        }
    }
}
