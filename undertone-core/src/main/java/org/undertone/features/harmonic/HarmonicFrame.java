package org.undertone.features.harmonic;

/**
 * The harmonics of a voice at an instant.
 *
 * @param seconds the instant
 * @param f0 the fundamental the analysis was given, or its substitute, in Hz
 * @param spacing from a harmonic to the next as measured, in Hz
 * @param amplitudes {@code [harmonic]}, linear, the first is at 0 Hz, then one for each multiple of the spacing
 * @param phases {@code [harmonic]}, radians, at the instant
 * @param silent whether the spectrum lies below the floor of the analysis everywhere
 */
public record HarmonicFrame(
        double seconds, double f0, double spacing, double[] amplitudes, double[] phases, boolean silent) {
    /** Number of harmonics, that at 0 Hz not counted. */
    public int harmonics() {
        return amplitudes.length - 1;
    }
}
