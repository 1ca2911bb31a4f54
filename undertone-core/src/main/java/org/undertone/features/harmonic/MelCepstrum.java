package org.undertone.features.harmonic;

import org.undertone.signal.Fourier;

/**
 * The mel-cepstrum of a spectral envelope: its logarithm, warped to the mel scale, as a series of cosines (after Fukada,
 * Tokuda, Kobayashi, Imai, ICASSP 1992, but warped bin by bin). Coefficients are those of the natural logarithm of the
 * amplitude: {@code c0 + c1 cos(w) + c2 cos(2 w) + ...} over the warped half circle. It keeps a buffer: one instance for
 * each thread.
 */
public final class MelCepstrum {
    private static final double MEL_CORNER_HERTZ = 700;
    private static final double SMALL_RISE = 0.05;
    private static final double LARGE_RISE = 0.15;
    private static final int MOST_TABULATED = 40;

    private final int bins;
    private final int coefficients;
    /** For each warped bin the bin of the envelope at or below it, and how far it is on the way to the next. */
    private final int[] source;

    private final double[] share;
    private final double[] warped;
    private final double[] zeros;
    private final double[] period;
    private final Fourier fourier;
    /** Faster than a transform where the envelope has the bins it is made for and few coefficients are asked for. */
    private final CosineSeries series;

    private final FoldedSpectrum segments;

    private MelCepstrum(int rate, int bins, int coefficients) {
        this.bins = bins;
        this.coefficients = coefficients;
        this.source = new int[bins];
        this.share = new double[bins];
        this.warped = new double[bins];
        this.zeros = new double[bins];
        this.period = new double[2 * (bins - 1)];
        this.fourier = new Fourier(period.length);
        boolean tabulated = bins == HarmonicAnalysis.BINS && coefficients <= MOST_TABULATED;
        this.series = tabulated ? new CosineSeries() : null;
        this.segments = tabulated ? FoldedSpectrum.zeros() : null;
        double nyquist = rate / 2.0;
        double binHertz = nyquist / (bins - 1);
        double highest = Math.log1p(nyquist / MEL_CORNER_HERTZ);
        int below = 0;
        for (int bin = 0; bin < bins - 1; bin++) {
            while (melBin(below + 1, binHertz, highest) <= bin) {
                below++;
            }
            double from = melBin(below, binHertz, highest);
            double to = melBin(below + 1, binHertz, highest);
            source[bin] = below;
            share[bin] = (bin - from) / (to - from);
        }
        source[bins - 1] = bins - 2;
        share[bins - 1] = 1;
    }

    /**
     * A warp and transform.
     *
     * @param rate samples per second
     * @param bins of the envelope, from 0 Hz to half the sampling rate, both included; one more than a power of two
     * @param coefficients how many, c0 included
     */
    public static MelCepstrum create(int rate, int bins, int coefficients) {
        if (rate < 1 || bins < 3 || coefficients < 1 || coefficients > bins) {
            throw new IllegalArgumentException(
                    "a mel-cepstrum needs a rate, 3 bins or more and 1 to as many coefficients" + " but has " + rate
                            + " Hz, " + bins + " bins and " + coefficients + " coefficients");
        }
        return new MelCepstrum(rate, bins, coefficients);
    }

    /** Where a bin comes to lie on the mel scale when that is stretched to as many bins. */
    private double melBin(int bin, double binHertz, double highest) {
        return (bins - 1) * Math.log1p(bin * binHertz / MEL_CORNER_HERTZ) / highest;
    }

    /**
     * The coefficients of an envelope.
     *
     * @param envelope amplitudes, linear, {@code [bins]}
     * @return {@code [coefficients]}
     */
    public double[] of(double[] envelope) {
        for (int bin = 0; bin < bins; bin++) {
            double left = envelope[source[bin]];
            warped[bin] = Math.log(left + share[bin] * (envelope[source[bin] + 1] - left));
        }
        return transformed();
    }

    /**
     * The coefficients of an envelope that is given as natural logarithms, {@code [bins]}; interpolated between bins is the
     * amplitude all the same.
     *
     * @return {@code [coefficients]}
     */
    public double[] ofLogarithms(double[] envelope) {
        for (int bin = 0; bin < bins; bin++) {
            double left = envelope[source[bin]];
            warped[bin] = left + between(envelope[source[bin] + 1] - left, share[bin]);
        }
        return transformed();
    }

    /**
     * {@code ln(1 - share + share exp(rise))}. For small rises this is the series of the cumulants of a coin that falls with
     * probability {@code share}, good to 1e-12.
     */
    private static double between(double rise, double share) {
        double size = Math.abs(rise);
        if (size > LARGE_RISE) {
            return Math.log1p(share * Math.expm1(rise));
        }
        double second = share * (1 - share);
        double third = second * (1 - 2 * share);
        double fourth = second * (1 - 6 * second);
        double fifth = third * (1 - 12 * second);
        double beyond = size > SMALL_RISE ? beyondFifth(rise, second, third) : 0;
        return rise
                * (share
                        + rise / 2 * (second + rise / 3 * (third + rise / 4 * (fourth + rise / 5 * (fifth + beyond)))));
    }

    private static double beyondFifth(double rise, double second, double third) {
        double sixth = second * (1 - second * (30 - 120 * second));
        double seventh = third * (1 - second * (60 - 360 * second));
        double eighth = second * (1 - second * (126 - second * (1680 - 5040 * second)));
        return rise / 6 * (sixth + rise / 7 * (seventh + rise / 8 * eighth));
    }

    private double[] transformed() {
        var cepstrum = new double[coefficients];
        if (series != null) {
            segments.load(warped);
            series.analyse(segments, coefficients - 1, cepstrum);
            return cepstrum;
        }
        fourier.inverse(warped, zeros, period);
        cepstrum[0] = period[0];
        for (int m = 1; m < coefficients; m++) {
            cepstrum[m] = 2 * period[m];
        }
        return cepstrum;
    }
}
