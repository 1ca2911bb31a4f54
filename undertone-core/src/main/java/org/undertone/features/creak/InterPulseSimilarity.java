package org.undertone.features.creak;

import java.util.Arrays;
import org.undertone.signal.Fourier;
import org.undertone.signal.Rounding;
import org.undertone.signal.Span;

/**
 * How alike a pulse and the one before are (IPS, Ishi et al. 2008): the largest normalised cross-correlation of the 7.5 ms on
 * either side of two consecutive power peaks, at most 1. It is high for the pulses of creak and low for noise.
 */
public final class InterPulseSimilarity {
    private static final double HALF_WIDTH_SECONDS = 0.0075;
    private static final double FARTHEST_SECONDS = 0.1;

    private InterPulseSimilarity() {}

    /**
     * The similarity of each peak, {@code [peak]}; 0 where the peak before is more than 100 ms away or there is none, and
     * at the ends of the signal.
     *
     * @param band the signal between 100 and 1500 Hz, {@link CreakBand}
     */
    public static double[] of(double[] band, PowerPeaks peaks, int rate) {
        return of(band, peaks, rate, Span.ALL);
    }

    /** The same, 0 where a peak is too far from what is asked for to count there. */
    static double[] of(double[] band, PowerPeaks peaks, int rate, Span instants) {
        Span near = instants.widened(PowerPeaks.reachSamples(rate));
        int half = (int) Math.floor(HALF_WIDTH_SECONDS * rate);
        int farthest = Rounding.toInt(FARTHEST_SECONDS * rate);
        int width = 2 * half + 1;
        var fourier = new Fourier(Integer.highestOneBit(2 * width - 2) * 2);
        var current = new Spectrum(fourier, width);
        var previous = new Spectrum(fourier, width);
        var similarity = new double[peaks.count()];
        for (int i = 0; i < similarity.length; i++) {
            // Of the peak before the first one near the spectrum is needed, too.
            boolean needed = i + 1 < similarity.length && peaks.times()[i + 1] >= near.first();
            if (peaks.times()[i] < near.first() && !needed || peaks.times()[i] > near.last()) {
                continue;
            }
            Spectrum spare = previous;
            previous = current;
            current = spare;
            int at = peaks.times()[i] - 1;
            current.load(band, at - half);
            int before = i > 0 ? peaks.times()[i - 1] - 1 : Integer.MIN_VALUE / 2;
            if (before - half >= 0 && at + half < band.length && at - before <= farthest) {
                similarity[i] = previous.similarity(current);
            }
        }
        return similarity;
    }

    /** A stretch of the signal in the frequency domain. */
    private static final class Spectrum {
        private final Fourier fourier;
        private final double[] stretch;
        private final double[] real;
        private final double[] imaginary;
        private final double[] productReal;
        private final double[] productImaginary;
        private final double[] correlation;
        private double energy;

        private Spectrum(Fourier fourier, int width) {
            this.fourier = fourier;
            this.stretch = new double[width];
            this.real = new double[fourier.bins()];
            this.imaginary = new double[fourier.bins()];
            this.productReal = new double[fourier.bins()];
            this.productImaginary = new double[fourier.bins()];
            this.correlation = new double[fourier.length()];
        }

        private void load(double[] signal, int from) {
            FrameSequence.copy(signal, from, stretch.length, stretch);
            energy = 0;
            for (double x : stretch) {
                energy += x * x;
            }
            fourier.forward(stretch, real, imaginary);
        }

        private double similarity(Spectrum other) {
            if (!(energy > 0) || !(other.energy > 0)) {
                return 0;
            }
            for (int bin = 0; bin < real.length; bin++) {
                productReal[bin] = real[bin] * other.real[bin] + imaginary[bin] * other.imaginary[bin];
                productImaginary[bin] = real[bin] * other.imaginary[bin] - imaginary[bin] * other.real[bin];
            }
            fourier.inverse(productReal, productImaginary, correlation);
            return Arrays.stream(correlation).max().orElse(0) / Math.sqrt(energy * other.energy);
        }
    }
}
