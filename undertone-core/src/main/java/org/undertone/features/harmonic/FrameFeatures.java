package org.undertone.features.harmonic;

/**
 * What the harmonics of one frame tell.
 *
 * @param phases its phase distortion, {@code [513]}, which its neighbours need, too
 * @param shape of the glottal pulse; null with the mel-cepstrum where only the neighbours' phases count
 * @param melCepstrum {@code [25]}
 */
record FrameFeatures(double[] phases, RdEstimate shape, double[] melCepstrum) {
    /** Whether there is more than the phases. */
    boolean isComplete() {
        return shape != null;
    }
}
