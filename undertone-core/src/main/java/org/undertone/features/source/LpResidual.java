package org.undertone.features.source;

import java.util.Arrays;
import org.undertone.signal.LinearPrediction;
import org.undertone.signal.Rounding;
import org.undertone.signal.Window;

/**
 * The residual of linear prediction: what is left of a signal when each frame of it is filtered by its own inverse filter.
 * Its peaks mark the instants of glottal closure. Frames of 25 ms every 5 ms under a Hanning window; each residual frame is
 * given the energy of its windowed frame; frames are added where they overlap; the whole is divided by its largest absolute
 * value (Drugman, Thomas, Gudnason, Naylor, Dutoit, IEEE TASLP 20(3), 2012).
 */
public final class LpResidual {
    private static final double FRAME_SECONDS = 0.025;
    private static final double SHIFT_SECONDS = 0.005;

    private LpResidual() {}

    /**
     * The residual of a signal, as long as it, at most 1 in absolute value.
     *
     * @param analysed what the inverse filters are computed from, such as the signal itself
     * @param filtered what they filter, as many samples
     * @param rate samples per second
     * @param order of linear prediction
     * @param silence what a frame of zeros gives
     */
    public static double[] of(double[] analysed, double[] filtered, int rate, int order, Silence silence) {
        int length = Rounding.toInt(FRAME_SECONDS * rate) + 1;
        int shift = Rounding.toInt(SHIFT_SECONDS * rate);
        double[] window = Window.hanning(length);
        var residual = new double[filtered.length];
        var model = new double[length];
        var frame = new double[length];
        var error = new double[length];
        // Quirk of the original: a frame that ends exactly at the last sample is not used.
        for (int start = 0; start + length < filtered.length; start += shift) {
            double energy = 0;
            for (int n = 0; n < length; n++) {
                model[n] = analysed[start + n] * window[n];
                frame[n] = filtered[start + n] * window[n];
                energy += frame[n] * frame[n];
            }
            double[] a = LinearPrediction.coefficients(model, length, order);
            if (Double.isNaN(a[0]) && silence == Silence.ZERO) {
                continue;
            }
            LinearPrediction.whiten(a, frame, error, length);
            double errorEnergy = 0;
            for (int n = 0; n < length; n++) {
                errorEnergy += error[n] * error[n];
            }
            double gain = Math.sqrt(energy / errorEnergy);
            for (int n = 0; n < length; n++) {
                residual[start + n] += error[n] * gain;
            }
        }
        return normalized(residual);
    }

    /** The residual of a signal by filters made from the signal itself. */
    public static double[] of(double[] signal, int rate, int order, Silence silence) {
        return of(signal, signal, rate, order, silence);
    }

    /** The order of linear prediction that suits the closure instants: {@code round(rate / 1000) + 2}, 18 at 16 kHz. */
    public static int order(int rate) {
        return Rounding.toInt(rate / 1000.0) + 2;
    }

    private static double[] normalized(double[] residual) {
        double largest = Arrays.stream(residual)
                .filter(value -> !Double.isNaN(value))
                .map(Math::abs)
                .max()
                .orElse(0);
        if (largest > 0) {
            for (int n = 0; n < residual.length; n++) {
                residual[n] /= largest;
            }
        }
        return residual;
    }

    /** What frames of digital silence give, for which no filter can be computed. */
    public enum Silence {
        /** NaN over the whole frame, as in the original. */
        NAN,
        /** Silence. */
        ZERO
    }
}
