package org.undertone.features.creak;

import java.util.Arrays;
import org.undertone.features.source.Quirks;
import org.undertone.signal.Butterworth;
import org.undertone.signal.FilterCascade;

/**
 * The signal between 100 and 1500 Hz, in which the pulses of vocal fry are looked for (Ishi, Sakakibara, Ishiguro, Hagita,
 * IEEE TASLP 16(1), 2008). A Butterworth band-pass filter run both ways.
 */
public final class CreakBand {
    private static final double[] PASS_HERTZ = {100, 1500};
    private static final double[] STOP_HERTZ = {50, 3000};
    private static final double LOSS_DECIBELS = 3;
    private static final double ATTENUATION_DECIBELS = 40;

    private CreakBand() {}

    /** The filter: of order 7 at 16 kHz, from 92.66 to 1611.3 Hz. */
    static Butterworth filter(int rate) {
        double half = rate / 2.0;
        return Butterworth.fitting(
                new double[] {PASS_HERTZ[0] / half, PASS_HERTZ[1] / half},
                new double[] {STOP_HERTZ[0] / half, Math.min(STOP_HERTZ[1] / half, 0.99)},
                LOSS_DECIBELS,
                ATTENUATION_DECIBELS);
    }

    /** The part of a signal within the band, without delay. */
    public static double[] of(double[] signal, int rate, Quirks quirks) {
        Butterworth filter = filter(rate);
        if (quirks == Quirks.KEPT) {
            // Quirk of the original: as one fraction of polynomials of order 14, the coefficients of which are
            // rounded so much that the result depends on the library by one or two per cent.
            return filter.transferFunction().filterBothWays(signal);
        }
        FilterCascade cascade = filter.cascade();
        // Filtering both ways needs more samples than it adds at an end.
        double[] enough = Arrays.copyOf(signal, Math.max(signal.length, cascade.extension() + 1));
        return Arrays.copyOf(cascade.filterBothWays(enough), signal.length);
    }
}
