package org.undertone.audio;

/**
 * The voice source at one instant.
 *
 * @param f0Hertz pulses per second, 20 to 1000; in unvoiced stretches what it would be
 * @param rd shape of the pulses by Fant's one parameter ("The LF-model revisited", STL-QPSR 2-3/1995), 0.3 (pressed) to
 *     2.7 (breathy)
 * @param strength the excitation: how steeply the flow falls at the closure (Fant's Ee), 0 (unvoiced) to 1
 * @param aspiration noise that the open glottis adds, as root mean square where the flow is largest; in units of {@code
 *     strength}, 0 or more
 * @param doubling how unequal the two pulses of each pair are, 0 (not at all) to less than 1: creak by period doubling, as
 *     Klatt and Klatt's "diplophonic double pulsing" (JASA 87, 1990, parameter DI)
 */
public record GlottalState(double f0Hertz, double rd, double strength, double aspiration, double doubling) {
    /** Checks the ranges. */
    public GlottalState {
        Ranges.require("F0", f0Hertz, 20, 1000);
        Ranges.require("Rd", rd, 0.3, 2.7);
        Ranges.require("strength of the excitation", strength, 0, 1);
        Ranges.require("aspiration", aspiration, 0, 10);
        Ranges.require("doubling of pulses", doubling, 0, 0.95);
    }

    /** A modal voice: full strength, no noise, no creak. */
    public static GlottalState modal(double f0Hertz, double rd) {
        return new GlottalState(f0Hertz, rd, 1, 0, 0);
    }
}
