package org.undertone.features.source;

import java.util.Arrays;
import org.undertone.signal.Fourier;
import org.undertone.signal.IndexRange;

/**
 * Wavelets one octave apart, {@code -cos(pi n / s) exp(-(n / s)^2 / 2)} at sample n of scale {@code s = 2^i}: band 0 is
 * centred on half the sampling rate, each next one an octave lower (d'Alessandro and Sturmel 2011; Kane and Gobl,
 * Interspeech 2011). Long signals are convolved in the frequency domain; {@link #exact} gives what gets lost there, values
 * near zero beside large ones.
 */
final class Wavelets {
    /** Samples of a wavelet on each side of its centre. */
    static final int REACH = 1000;

    private static final int TAPS = 2 * REACH + 1;
    /** In scales: from there on {@code exp(-x^2 / 2)} is 0 in double precision. */
    private static final int VANISHED = 39;

    private static final int BLOCK = 8192;
    private static final int STEP = BLOCK - TAPS + 1;

    private final Fourier fourier = new Fourier(BLOCK);
    private final double[][] taps;
    private final double[][] spectra;
    /** Of the wavelets' values, Euclidean. */
    private final double[] norms;

    /** The wavelets of scales {@code 2^firstScale} to {@code 2^lastScale}. */
    Wavelets(int firstScale, int lastScale) {
        int count = lastScale - firstScale + 1;
        this.taps = new double[count][TAPS];
        this.spectra = new double[count][fourier.bins()];
        this.norms = new double[count];
        var imaginary = new double[fourier.bins()];
        for (int band = 0; band < count; band++) {
            double scale = 1 << firstScale + band;
            // It is even, and 0 in double precision beyond 39 scales.
            for (int n = 0; n <= Math.min(REACH, VANISHED * scale); n++) {
                double tap = -Math.cos(Math.PI * n / scale) * Math.exp(-(n / scale) * (n / scale) / 2);
                taps[band][REACH - n] = tap;
                taps[band][REACH + n] = tap;
            }
            double energy = 0;
            for (double tap : taps[band]) {
                energy += tap * tap;
            }
            norms[band] = Math.sqrt(energy);
            // Turned so that its centre is sample 0, a wavelet is even and its spectrum real.
            var turned = new double[BLOCK];
            for (int k = 0; k < TAPS; k++) {
                turned[Math.floorMod(k - REACH, BLOCK)] = taps[band][k];
            }
            fourier.forward(turned, spectra[band], imaginary);
        }
    }

    int count() {
        return taps.length;
    }

    /** The bands of a whole signal. */
    double[][] bands(double[] signal) {
        return bands(signal, new IndexRange(0, signal.length));
    }

    /**
     * The bands of a signal, zeros beyond its ends.
     *
     * @param signal NaN counts as 0
     * @param asked the samples they are asked for at
     * @return {@code [band][sample]}, the first sample asked for comes first
     */
    double[][] bands(double[] signal, IndexRange asked) {
        var bands = new double[count()][asked.count()];
        var real = new double[fourier.bins()];
        var imaginary = new double[fourier.bins()];
        var bandReal = new double[fourier.bins()];
        var bandImaginary = new double[fourier.bins()];
        var block = new double[BLOCK];
        // Blocks lie where they would lie for the whole signal, so that rounding is the same.
        for (int first = asked.from() - asked.from() % STEP; first < asked.end(); first += STEP) {
            int skipped = Math.max(0, asked.from() - first);
            int samples = Math.min(STEP, asked.end() - first) - skipped;
            copy(signal, first - REACH, block);
            fourier.forward(block, real, imaginary);
            for (int band = 0; band < count(); band++) {
                for (int bin = 0; bin < real.length; bin++) {
                    bandReal[bin] = real[bin] * spectra[band][bin];
                    bandImaginary[bin] = imaginary[bin] * spectra[band][bin];
                }
                fourier.inverse(bandReal, bandImaginary, block);
                System.arraycopy(block, REACH + skipped, bands[band], first + skipped - asked.from(), samples);
            }
        }
        return bands;
    }

    private static void copy(double[] signal, int from, double[] block) {
        Arrays.fill(block, 0);
        int begin = Math.max(0, from);
        int end = Math.min(signal.length, from + block.length);
        for (int n = begin; n < end; n++) {
            block[n - from] = Double.isNaN(signal[n]) ? 0 : signal[n];
        }
    }

    /**
     * Marks what NaN in the signal would make NaN in a sum over those samples of the wavelet that are not 0 in double
     * precision: 38 scales on each side, at most {@value #REACH} samples.
     */
    void spreadNaN(double[] signal, double[][] bands) {
        for (int band = 0; band < count(); band++) {
            int reach = REACH;
            while (taps[band][REACH + reach] == 0) {
                reach--;
            }
            int marked = 0;
            for (int n = 0; n < signal.length; n++) {
                if (Double.isNaN(signal[n])) {
                    int end = Math.min(signal.length, n + reach + 1);
                    Arrays.fill(bands[band], Math.max(marked, n - reach), end, Double.NaN);
                    marked = end;
                }
            }
        }
    }

    /** For each band the size of values below which convolution in the frequency domain gives less than seven digits. */
    double[] smallest(double[] signal) {
        double largest = 0;
        for (double value : signal) {
            // False for NaN, which does not count.
            largest = Math.abs(value) > largest ? Math.abs(value) : largest;
        }
        var smallest = new double[count()];
        for (int band = 0; band < smallest.length; band++) {
            smallest[band] = 1e-6 * largest * norms[band];
        }
        return smallest;
    }

    /** Samples {@code [from, to)} of a band, summed one by one: slow, exact however small. NaN counts as 0. */
    double[] exact(double[] signal, int band, int from, int to) {
        var values = new double[to - from];
        int begin = Math.max(0, from - REACH);
        int end = Math.min(signal.length, to + REACH);
        for (int n = begin; n < end; n++) {
            if (!(Math.abs(signal[n]) > 0)) {
                continue;
            }
            int first = Math.max(from, n - REACH);
            int last = Math.min(to - 1, n + REACH);
            for (int at = first; at <= last; at++) {
                values[at - from] += signal[n] * taps[band][at - n + REACH];
            }
        }
        return values;
    }
}
