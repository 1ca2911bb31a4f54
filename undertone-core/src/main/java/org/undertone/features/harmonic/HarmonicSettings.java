package org.undertone.features.harmonic;

/**
 * How a {@link HarmonicAnalysis} treats the ends of a signal, silence, and frames without a fundamental.
 *
 * @param dropsCutFrames whether a frame whose window leaves the signal is left out; otherwise zeros surround the signal
 * @param lowestF0 a fundamental below this, in Hz, or above an eighth of the sampling rate, is replaced; 0 keeps any
 * @param substituteF0 the fundamental of such a frame, in Hz
 * @param magnitudeFloor the least magnitude of a spectral bin; a spectrum all below is silence. 0 keeps any
 */
public record HarmonicSettings(boolean dropsCutFrames, double lowestF0, double substituteF0, double magnitudeFloor) {
    /** What COVAREP 1.4.2 does: digital silence, whose F0 is 1 Hz, has a window of three seconds and minus infinities. */
    public static final HarmonicSettings COVAREP_1_4_2 = new HarmonicSettings(true, 0, 100, 0);

    /**
     * No frame is lost, windows last 75 ms at most. The floor of -180 dB lies 50 dB below a bin of the rounding noise of
     * 16 bits.
     */
    public static final HarmonicSettings DEFAULT = new HarmonicSettings(false, 40, 100, 1e-9);

    public HarmonicSettings {
        if (!(lowestF0 >= 0 && substituteF0 > 0 && substituteF0 >= lowestF0 && magnitudeFloor >= 0)) {
            throw new IllegalArgumentException("a harmonic analysis needs a lowest F0 of 0 Hz or more, a substitute not"
                    + " below it and a floor of 0 or more but has " + lowestF0 + ", " + substituteF0 + " and "
                    + magnitudeFloor);
        }
    }
}
