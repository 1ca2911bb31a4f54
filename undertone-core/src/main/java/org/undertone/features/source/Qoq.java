package org.undertone.features.source;

/**
 * The quasi-open quotient: the share of the period during which the flow is more than half of its peak (Hacki 1989;
 * Laukkanen, Vilkman, Alku, Oksanen, "Physical variations related to stress and emotional state", J. Phonetics 24, 1996).
 */
final class Qoq {
    private static final double THRESHOLD = 0.5;
    /** The walk from the peak stops this many samples before the first and before the last sample. */
    private static final int MARGIN_SAMPLES = 2;

    private Qoq() {}

    static double of(GlottalCycle cycle, FlowPulse pulse) {
        double[] flow = pulse.values();
        double threshold = THRESHOLD * pulse.height();
        int opening = pulse.peak();
        while (opening > MARGIN_SAMPLES && flow[opening] > threshold) {
            opening--;
        }
        int closing = pulse.peak();
        while (closing < flow.length - 1 - MARGIN_SAMPLES && flow[closing] > threshold) {
            closing++;
        }
        return (double) (closing - opening) / cycle.periodSamples();
    }
}
