package org.undertone.features.source;

import java.util.Objects;

/**
 * How {@link Srh} tracks the pitch.
 *
 * @param minHz lowest pitch looked for, at least 2
 * @param maxHz highest pitch looked for, at most 1000
 * @param clearStrength a frame stronger than this has a say in the range of the second pass
 * @param spread standard deviation of the strengths above which voicing asks for more
 * @param voicedStrength a frame stronger than this is voiced
 * @param voicedStrengthWhenSpread the same where the strengths spread
 * @param quirks of the original; the strengths are those of {@link Srh} either way
 */
public record SrhSettings(
        int minHz,
        int maxHz,
        double clearStrength,
        double spread,
        double voicedStrength,
        double voicedStrengthWhenSpread,
        Quirks quirks) {
    /** Pitch from 50 to 500 Hz, defects mended. */
    public static final SrhSettings DEFAULT = new SrhSettings(50, 500, 0.1, 0.05, 0.07, 0.085, Quirks.MENDED);

    /** What the original does. */
    public static final SrhSettings COVAREP_1_4_2 = DEFAULT.with(Quirks.KEPT);

    public SrhSettings {
        Objects.requireNonNull(quirks, "quirks");
        if (minHz < 2 || maxHz > 1000 || minHz > maxHz) {
            throw new IllegalArgumentException(
                    "a range of pitch must lie in [2, 1000] Hz but is from " + minHz + " to " + maxHz + " Hz");
        }
    }

    /** The same for another range of pitch. */
    public SrhSettings withRange(int minHz, int maxHz) {
        return new SrhSettings(minHz, maxHz, clearStrength, spread, voicedStrength, voicedStrengthWhenSpread, quirks);
    }

    private SrhSettings with(Quirks other) {
        return new SrhSettings(minHz, maxHz, clearStrength, spread, voicedStrength, voicedStrengthWhenSpread, other);
    }
}
