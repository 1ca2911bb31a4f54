package org.undertone.audio;

/**
 * What stays the same throughout an utterance of a {@link SyntheticVoice}.
 *
 * @param rate samples per second, 8000 to 192000
 * @param jitter standard deviation of the length of a period, as a share of it; healthy voices have about 0.005
 * @param shimmer standard deviation of the strength of a pulse, as a share of it; healthy voices have about 0.03
 * @param background root mean square of the noise of the room, full scale being 1
 */
public record VoiceSettings(int rate, double jitter, double shimmer, double background) {
    /** Regular pulses in silence at 16 kHz. */
    public static final VoiceSettings PURE = new VoiceSettings(16_000, 0, 0, 0);

    /** Checks the ranges. */
    public VoiceSettings {
        Ranges.require("samples per second", rate, 8_000, 192_000);
        Ranges.require("jitter", jitter, 0, 0.2);
        Ranges.require("shimmer", shimmer, 0, 0.5);
        Ranges.require("background noise", background, 0, 0.1);
    }
}
