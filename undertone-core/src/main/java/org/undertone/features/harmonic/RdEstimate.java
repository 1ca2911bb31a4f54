package org.undertone.features.harmonic;

/**
 * The shape of the glottal pulse at an instant.
 *
 * @param rd 0.3 (tense) to 2.5 (breathy)
 * @param confidence 1 where the phases fit the model perfectly, 0 where they are opposite (Degottex, thesis, Paris 2010,
 *     equation 5.9)
 */
public record RdEstimate(double rd, double confidence) {
    /** The estimate of a frame that tells nothing: a modal voice, no confidence. */
    public static final RdEstimate NEUTRAL = new RdEstimate(1, 0);
}
