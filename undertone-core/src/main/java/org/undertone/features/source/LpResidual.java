package org.undertone.features.source;

import org.undertone.signal.IndexRange;
import org.undertone.signal.Rounding;

/**
 * The residual of linear prediction: what is left of a signal when each frame of it is filtered by its own inverse filter.
 * Its peaks mark the instants of glottal closure. Frames of 25 ms every 5 ms under a Hanning window; each residual frame is
 * given the energy of its windowed frame; frames are added where they overlap; the whole is divided by its largest absolute
 * value (Drugman, Thomas, Gudnason, Naylor, Dutoit, IEEE TASLP 20(3), 2012).
 *
 * <p>Several stages look at the residual of one {@link #order}: compute it once and hand it to each.
 */
public final class LpResidual {
    private LpResidual() {}

    /**
     * The residual of a signal, as long as it, at most 1 in absolute value.
     *
     * @param analysed what the inverse filters are computed from, such as the signal itself
     * @param filtered what they filter, as many samples
     * @param rate samples per second
     * @param order of linear prediction
     * @param quirks {@link Quirks#KEPT}: a frame of zeros gives NaN over its whole length, and a frame that ends exactly at the
     *     last sample is not used; {@link Quirks#MENDED}: zeros give zeros, never NaN, and the last frame counts
     */
    public static double[] of(double[] analysed, double[] filtered, int rate, int order, Quirks quirks) {
        var frames = new ResidualFrames(rate, order, quirks);
        var residual = new double[filtered.length];
        frames.add(analysed, filtered, new IndexRange(0, frames.count(filtered.length)), filtered.length, residual);
        return normalized(residual);
    }

    /** The residual of a signal by filters made from the signal itself. */
    public static double[] of(double[] signal, int rate, int order, Quirks quirks) {
        return of(signal, signal, rate, order, quirks);
    }

    /** The order of linear prediction that suits the closure instants: {@code round(rate / 1000) + 2}, 18 at 16 kHz. */
    public static int order(int rate) {
        return Rounding.toInt(rate / 1000.0) + 2;
    }

    /** A residual with 0 in place of NaN, for the stages that want it so; the same array where there is no NaN. */
    public static double[] withoutNaN(double[] residual) {
        double[] clean = residual;
        for (int n = 0; n < residual.length; n++) {
            if (Double.isNaN(residual[n])) {
                clean = clean == residual ? residual.clone() : clean;
                clean[n] = 0;
            }
        }
        return clean;
    }

    /** Divides a residual by its largest absolute value, in place. */
    static double[] normalized(double[] residual) {
        double largest = 0;
        for (double value : residual) {
            // False for NaN, which does not count.
            if (Math.abs(value) > largest) {
                largest = Math.abs(value);
            }
        }
        if (largest > 0) {
            for (int n = 0; n < residual.length; n++) {
                residual[n] /= largest;
            }
        }
        return residual;
    }
}
