package org.undertone.features.source;

import java.util.Objects;

/**
 * How the glottal flow is estimated and measured: {@link Iaif}, {@link VoiceQuality}, {@link MaximaDispersion}, {@link
 * PeakSlope}.
 *
 * @param quirks kept or mended: instants one sample early in places, the first cycle starting at the first sample, zeros
 *     where a cycle cannot be measured, NaN and infinity at digital silence
 * @param longestPeriodSeconds a longer distance to the previous closure instant is a pause and not a period; more than 0
 */
public record GlottalSettings(Quirks quirks, double longestPeriodSeconds) {
    /** The recipe {@code covarep}: slips mended, periods of at most 1/50 s, always finite. */
    public static final GlottalSettings DEFAULT = new GlottalSettings(Quirks.MENDED, 0.02);
    /** What COVAREP 1.4.2 does. */
    public static final GlottalSettings COVAREP_1_4_2 = new GlottalSettings(Quirks.KEPT, Double.POSITIVE_INFINITY);

    public GlottalSettings {
        Objects.requireNonNull(quirks, "quirks");
        if (!(longestPeriodSeconds > 0)) {
            throw new IllegalArgumentException(
                    "the longest period must be more than 0 seconds but is " + longestPeriodSeconds);
        }
    }

    boolean keepsQuirks() {
        return quirks == Quirks.KEPT;
    }
}
