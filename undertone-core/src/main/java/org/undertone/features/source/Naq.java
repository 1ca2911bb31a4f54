package org.undertone.features.source;

import org.undertone.signal.Rounding;

/**
 * The normalized amplitude quotient: the peak of the flow by the steepest fall of it and the period (Alku, Backstrom,
 * Vilkman, "Normalized amplitude quotient for parametrization of the glottal flow", JASA 112, 2002). Low for a pressed, high
 * for a breathy voice.
 */
final class Naq {
    /** The fall may end a little after the instant of closure. */
    private static final double MARGIN_SECONDS = 0.0005;

    private Naq() {}

    static double of(double[] derivative, GlottalCycle cycle, FlowPulse pulse, int rate) {
        int margin = Rounding.toInt(MARGIN_SECONDS * rate);
        int last = cycle.closure() + margin < derivative.length ? cycle.closure() + margin : cycle.closure();
        double steepest = 0;
        for (int n = cycle.start(); n <= last; n++) {
            // Math.max would let NaN through; the original's maximum passes over it.
            if (Math.abs(derivative[n]) > steepest) {
                steepest = Math.abs(derivative[n]);
            }
        }
        return pulse.height() / (steepest * cycle.periodSamples());
    }
}
