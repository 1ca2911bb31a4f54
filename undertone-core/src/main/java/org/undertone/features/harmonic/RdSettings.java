package org.undertone.features.harmonic;

/**
 * How {@link RdEstimator} compares a voice with the model of its source.
 *
 * @param conjugatesSource whether the phases of the source count with the wrong sign, as in COVAREP since 1.4.2
 * @param mirrorsShortSpectra whether bins beyond the last harmonic are taken from the mirrored half of the spectrum where
 *     there are fewer than 9; otherwise they are left out with the last harmonic, which has no phase of its own there, and
 *     frames that are silent or have fewer than 3 harmonics get the neutral estimate
 */
public record RdSettings(boolean conjugatesSource, boolean mirrorsShortSpectra) {
    /** What COVAREP 1.4.2 does, and its later master. */
    public static final RdSettings COVAREP_1_4_2 = new RdSettings(true, true);

    /** What COVAREP 1.3 to 1.4.1 does: the formula of the paper. */
    public static final RdSettings COVAREP_1_4_1 = new RdSettings(false, true);

    /** The formula of the paper. */
    public static final RdSettings DEFAULT = new RdSettings(false, false);
}
