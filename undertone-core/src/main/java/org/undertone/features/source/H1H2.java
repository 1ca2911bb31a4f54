package org.undertone.features.source;

import org.undertone.signal.Rounding;
import org.undertone.signal.Window;
import org.undertone.signal.ZoomSpectrum;

/**
 * The level of the first harmonic of the glottal flow derivative above that of the second, in dB (Hanson, "Glottal
 * characteristics of female speakers", JASA 101, 1997). The harmonics are the local maxima nearest to their frequencies in
 * the spectrum of three periods, in bins of 1 Hz, once of each two maxima within half the fundamental frequency the lower
 * has yielded. One instance for each thread.
 *
 * <p>Only the spectrum near the two harmonics counts, but which maximum yields to which is decided along chains of
 * neighbours. A maximum above all others within half the fundamental frequency never yields, and stands between the chains
 * on its two sides: what happens below it does not depend on what lies above. So the spectrum is computed from 0 Hz up to
 * the first such maximum beyond the second harmonic, and no further.
 */
final class H1H2 {
    private static final double HALF_FRAME_PERIODS = 1.5;
    /** Fewer maxima in the whole spectrum, from 0 Hz to the sampling rate, are not taken for harmonics. */
    private static final int LEAST_MAXIMA = 5;
    /** Where the search for the maximum that ends it begins, in multiples of the fundamental frequency. */
    private static final double FIRST_EXTENT = 4.2;

    private final int rate;
    private final ZoomSpectrum spectrum;
    private final WindowCache windows;
    private final double[] powers;

    H1H2(int rate) {
        this.rate = rate;
        this.spectrum = new ZoomSpectrum(rate);
        this.windows = new WindowCache(Window::hamming, rate / 15);
        this.powers = new double[rate];
    }

    /** NaN where the spectrum has too few maxima. */
    double of(double[] derivative, GlottalCycle cycle) {
        int half = Rounding.toInt(HALF_FRAME_PERIODS * cycle.periodSamples());
        int first = Math.max(0, cycle.closure() - half);
        int last = Math.min(derivative.length - 1, cycle.closure() + half);
        double[] window = windows.of(last - first + 1);
        var frame = new double[window.length];
        for (int n = 0; n < frame.length; n++) {
            frame[n] = window[n] * derivative[first + n];
        }
        double f0 = (double) rate / cycle.periodSamples();
        int known = rate / 2 + 1;
        for (int bins = (int) (FIRST_EXTENT * f0) + 2; bins < known; bins += (int) f0 + 1) {
            spectrum.powers(frame, frame.length, powers, bins);
            double difference = fromLowBins(bins, f0);
            if (!Double.isNaN(difference)) {
                return difference;
            }
        }
        spectrum.powers(frame, frame.length, powers, known);
        for (int bin = known; bin < rate; bin++) {
            powers[bin] = powers[rate - bin];
        }
        SpectralMaxima maxima = SpectralMaxima.of(powers, rate);
        maxima.thin(f0 / 2);
        return maxima.count() < LEAST_MAXIMA ? Double.NaN : difference(maxima, f0);
    }

    /** NaN where the first bins do not decide. */
    private double fromLowBins(int bins, double f0) {
        SpectralMaxima maxima = SpectralMaxima.of(powers, bins);
        int lasting = 0;
        for (int i = 0; i < maxima.count(); i++) {
            if (maxima.bin(i) + f0 / 2 >= bins - 1) {
                break;
            }
            if (maxima.lasts(i, f0 / 2)) {
                lasting++;
                // The upper half of the spectrum mirrors the lower: each maximum that lasts counts twice.
                if (maxima.bin(i) + 1 >= 2 * f0 && 2 * lasting >= LEAST_MAXIMA) {
                    maxima.truncate(i + 1);
                    maxima.thin(f0 / 2);
                    return difference(maxima, f0);
                }
            }
        }
        return Double.NaN;
    }

    private double difference(SpectralMaxima maxima, double f0) {
        return 10 * Math.log10(powers[maxima.nearest(f0)] / powers[maxima.nearest(2 * f0)]);
    }
}
