package org.undertone.audio;

import java.util.List;

/**
 * What a {@link SyntheticVoice} said, and how.
 *
 * @param samples the sound, full scale is [-1, 1)
 * @param rate samples per second
 * @param pulses every pulse of the source, in order
 * @param states what was asked for, one every {@link VoiceState#HOP_SECONDS}
 */
public record SyntheticSpeech(double[] samples, int rate, List<GlottalPulse> pulses, List<VoiceState> states) {
    /** Copies the lists. */
    public SyntheticSpeech {
        pulses = List.copyOf(pulses);
        states = List.copyOf(states);
    }

    /** The closure instants in samples, with fraction, ascending. */
    public double[] closures() {
        return pulses.stream().mapToDouble(GlottalPulse::closureSamples).toArray();
    }

    /** Whether a pulse is under way at a time in seconds. */
    public boolean voicedAt(double seconds) {
        double sample = seconds * rate;
        return pulses.stream()
                .anyMatch(pulse ->
                        pulse.startSamples() <= sample && sample < pulse.startSamples() + pulse.periodSamples());
    }
}
