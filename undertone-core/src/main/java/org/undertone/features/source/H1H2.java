package org.undertone.features.source;

import java.util.Arrays;
import org.undertone.signal.Rounding;
import org.undertone.signal.Window;
import org.undertone.signal.ZoomSpectrum;

/**
 * The level of the first harmonic of the glottal flow derivative above the second, in dB (Hanson, "Glottal characteristics
 * of female speakers", JASA 101, 1997). Harmonics are local maxima of the spectrum of three periods in bins of 1 Hz, after
 * of two maxima within half the fundamental frequency the lower one went away. One instance for each thread.
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
    private static final double FIRST_EXTENT = 3.2;

    private final int rate;
    private final ZoomSpectrum spectrum;
    private final double[] powers;

    H1H2(int rate) {
        this.rate = rate;
        this.spectrum = new ZoomSpectrum(rate);
        this.powers = new double[rate];
    }

    /** NaN where the spectrum has too few maxima. */
    double of(GlottalFlow flow, GlottalCycle cycle) {
        double[] derivative = flow.derivative();
        int half = Rounding.toInt(HALF_FRAME_PERIODS * cycle.periodSamples());
        int first = Math.max(0, cycle.closure() - half);
        int last = Math.min(derivative.length - 1, cycle.closure() + half);
        double[] frame = Window.hamming(last - first + 1);
        for (int n = 0; n < frame.length; n++) {
            frame[n] *= derivative[first + n];
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

    /** Bins of the local maxima of a spectrum, ascending. */
    private static final class SpectralMaxima {
        private final double[] powers;
        private final int[] bins;
        private int count;

        private SpectralMaxima(double[] powers, int[] bins) {
            this.powers = powers;
            this.bins = bins;
        }

        /** Of equal values that rise above both sides the middle one is the maximum. */
        static SpectralMaxima of(double[] powers, int length) {
            var maxima = new SpectralMaxima(powers, new int[length / 2 + 1]);
            int rise = -1;
            for (int bin = 1; bin < length; bin++) {
                double step = powers[bin] - powers[bin - 1];
                if (step > 0) {
                    rise = bin;
                } else if (step < 0) {
                    if (rise >= 0) {
                        maxima.bins[maxima.count++] = (rise + bin - 1) / 2;
                    }
                    rise = -1;
                }
            }
            return maxima;
        }

        int count() {
            return count;
        }

        int bin(int i) {
            return bins[i];
        }

        void truncate(int length) {
            count = length;
        }

        /** Whether a maximum is above all others within a distance. */
        boolean lasts(int i, double distance) {
            double power = powers[bins[i]];
            for (int j = i - 1; j >= 0 && bins[i] - bins[j] <= distance; j--) {
                if (powers[bins[j]] >= power) {
                    return false;
                }
            }
            for (int j = i + 1; j < count && bins[j] - bins[i] <= distance; j++) {
                if (powers[bins[j]] >= power) {
                    return false;
                }
            }
            return true;
        }

        /** Round by round, takes away the lower one (if equal, the right one) of each two neighbours within a distance. */
        void thin(double distance) {
            var yields = new boolean[count];
            int before;
            do {
                Arrays.fill(yields, 0, count, false);
                for (int i = 1; i < count; i++) {
                    if (bins[i] - bins[i - 1] <= distance) {
                        yields[powers[bins[i]] <= powers[bins[i - 1]] ? i : i - 1] = true;
                    }
                }
                before = count;
                count = 0;
                for (int i = 0; i < before; i++) {
                    if (!yields[i]) {
                        bins[count++] = bins[i];
                    }
                }
            } while (count < before);
        }

        /** The maximum nearest to a frequency, the lower of two. */
        int nearest(double hertz) {
            int nearest = bins[0];
            for (int i = 1; i < count; i++) {
                // Quirk of the original: frequencies are compared with bins that count from 1, which stand at 0 Hz.
                if (Math.abs(bins[i] + 1 - hertz) < Math.abs(nearest + 1 - hertz)) {
                    nearest = bins[i];
                }
            }
            return nearest;
        }
    }
}
