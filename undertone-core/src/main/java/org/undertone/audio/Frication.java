package org.undertone.audio;

/**
 * Noise made at a constriction of the tract, as of fricatives and the burst of stops.
 *
 * @param strength root mean square of the noise, in units of the source's strength, 0 or more
 * @param centreHertz where its spectrum peaks
 * @param bandwidthHertz how wide the peak is, at -3 dB
 */
public record Frication(double strength, double centreHertz, double bandwidthHertz) {
    /** No noise. */
    public static final Frication NONE = new Frication(0, 4000, 1500);

    /** Checks the ranges. */
    public Frication {
        Ranges.require("strength of frication", strength, 0, 10);
        Ranges.require("centre of frication in Hz", centreHertz, 100, 20_000);
        Ranges.require("bandwidth of frication in Hz", bandwidthHertz, 10, 20_000);
    }
}
