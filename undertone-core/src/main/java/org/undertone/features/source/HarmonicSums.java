package org.undertone.features.source;

import org.undertone.signal.Rounding;
import org.undertone.signal.Window;
import org.undertone.signal.ZoomSpectrum;

/**
 * How far the harmonics of each candidate stand out in one frame of the residual: equation 1 of {@link Srh}. Frames of 100 ms
 * under a Blackman window. It keeps buffers: one instance for each thread.
 */
final class HarmonicSums {
    static final int HARMONICS = 5;

    private static final double FRAME_SECONDS = 0.1;

    private final SrhSettings settings;
    private final int rate;
    private final double[] window;
    private final ZoomSpectrum spectrum;
    private final double[] frame;
    private final double[] magnitudes;

    /** At a rate of analysis. */
    HarmonicSums(int rate, SrhSettings settings) {
        this.settings = settings;
        this.rate = rate;
        int half = Rounding.toInt((Rounding.toInt(FRAME_SECONDS * rate) - 2) / 2.0);
        this.window = Window.blackman(2 * half);
        this.spectrum = new ZoomSpectrum(rate);
        this.frame = new double[2 * half];
        this.magnitudes = new double[HARMONICS * settings.maxHz() + 1];
    }

    SrhSettings settings() {
        return settings;
    }

    int rate() {
        return rate;
    }

    /** Half the samples of a frame. */
    int half() {
        return frame.length / 2;
    }

    /**
     * The sums of a frame, {@code [candidate]}, from the settings' lowest pitch on; all 0 where it is silent.
     *
     * @param residual zeros are taken to lie beyond its ends
     * @param centre sample number, counted from 1
     */
    double[] at(double[] residual, int centre) {
        // Quirk of the original: it reads the bin 1 Hz below each harmonic.
        int shift = settings.quirks() == Quirks.KEPT ? 1 : 0;
        var sums = new double[settings.maxHz() - settings.minHz() + 1];
        load(residual, first(centre));
        double norm = HalfSpectrum.norm(frame, rate);
        if (norm > 0) {
            spectrum.powers(frame, frame.length, magnitudes, magnitudes.length);
            for (int bin = 0; bin < magnitudes.length; bin++) {
                magnitudes[bin] = Math.sqrt(magnitudes[bin]);
            }
            for (int f = settings.minHz(); f <= settings.maxHz(); f++) {
                sums[f - settings.minHz()] = sum(f, shift) / norm;
            }
        }
        return sums;
    }

    /** Index of the first sample of a frame. */
    int first(int centre) {
        return centre - half() - 1;
    }

    /** A frame under its window, then without its mean. */
    private void load(double[] residual, int from) {
        double mean = 0;
        for (int n = 0; n < frame.length; n++) {
            int at = from + n;
            frame[n] = at >= 0 && at < residual.length ? residual[at] * window[n] : 0;
            mean += frame[n];
        }
        mean /= frame.length;
        for (int n = 0; n < frame.length; n++) {
            frame[n] -= mean;
        }
    }

    private double sum(int f, int shift) {
        double sum = 0;
        for (int k = 1; k <= HARMONICS; k++) {
            sum += magnitudes[k * f - shift];
        }
        for (int k = 1; k < HARMONICS; k++) {
            // round((k + 0.5) f)
            sum -= magnitudes[((2 * k + 1) * f + 1) / 2 - shift];
        }
        return sum;
    }
}
