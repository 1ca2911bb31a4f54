package org.undertone.features.source;

import java.util.OptionalInt;
import org.undertone.signal.EllipticFilter;

/**
 * Which way up a recording is, by the skewness of two residuals (RESKEW; Drugman, "Residual excitation skewness for automatic
 * speech polarity detection", IEEE SPL 20(4), 2013). The right way up is the one whose residual has the pulses of glottal closure
 * upwards: its skewness is then above that of a residual by filters that were made without the low frequencies.
 */
public final class Polarity {
    private static final double PASS_HZ = 480;
    private static final double STOP_HZ = 500;
    private static final double RIPPLE_DB = 3;
    private static final double STOP_DB = 60;

    private Polarity() {}

    /**
     * What to multiply a signal by so that it is the right way up: 1 or -1; empty where nothing speaks for either, as in silence
     * or in fewer samples than the high-pass needs.
     *
     * @param signal samples
     * @param residual of the signal, of order {@link LpResidual#order}, as many samples
     * @param rate samples per second, more than 1000
     * @param quirks as for {@link LpResidual}
     */
    public static OptionalInt of(double[] signal, double[] residual, int rate, Quirks quirks) {
        int order = EllipticFilter.order(PASS_HZ, STOP_HZ, rate, RIPPLE_DB, STOP_DB);
        var highPass = EllipticFilter.highPass(order, PASS_HZ, rate, RIPPLE_DB, STOP_DB);
        if (signal.length <= highPass.extension()) {
            return OptionalInt.empty();
        }
        double[] high = highPass.filterBothWays(signal);
        double[] excitation = LpResidual.of(high, signal, rate, LpResidual.order(rate), quirks);
        double difference = skewness(LpResidual.withoutNaN(residual)) - skewness(LpResidual.withoutNaN(excitation));
        return difference > 0 || difference < 0 ? OptionalInt.of((int) Math.signum(difference)) : OptionalInt.empty();
    }

    /** The third central moment over the standard deviation cubed, both of the population; NaN of a constant. */
    static double skewness(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value;
        }
        mean /= values.length;
        double second = 0;
        double third = 0;
        for (double value : values) {
            double deviation = value - mean;
            second += deviation * deviation;
            third += deviation * deviation * deviation;
        }
        second /= values.length;
        third /= values.length;
        return third / (second * Math.sqrt(second));
    }
}
