package org.undertone.features.creak;

/**
 * A resonator of two poles at the median F0, {@code y[n] = x[n] + 2 rho cos(phi) y[n-1] - rho^2 y[n-2]}: it makes the pulses
 * of a residual ring at the pitch, so that a secondary pulse within a period shows (Drugman, Kane, Gobl, "Resonator-based
 * creaky voice detection", Interspeech 2012).
 */
public final class Resonator {
    /** Radius of the poles that looks at the balance of harmonics. */
    public static final double SHARP = 0.97;
    /** Radius of the poles that looks at single pulses. */
    public static final double BROAD = 0.8;

    private Resonator() {}

    /**
     * The resonator's output, from silence.
     *
     * @param frequency of the poles, in Hz
     * @param radius of the poles, in (0, 1)
     */
    public static double[] of(double[] signal, int rate, double frequency, double radius) {
        double first = 2 * radius * Math.cos(2 * Math.PI * frequency / rate);
        double second = radius * radius;
        var out = new double[signal.length];
        double previous = 0;
        double beforePrevious = 0;
        for (int n = 0; n < signal.length; n++) {
            double y = signal[n] + first * previous - second * beforePrevious;
            beforePrevious = previous;
            previous = y;
            out[n] = y;
        }
        return out;
    }
}
