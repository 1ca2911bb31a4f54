package org.undertone.audio;

import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What a synthetic voice does at one instant. An utterance is a list of them, one every {@link #HOP_SECONDS}, between
 * which everything moves in straight lines.
 *
 * @param glottis the source
 * @param tract the filter
 * @param frication noise besides
 */
public record VoiceState(GlottalState glottis, TractState tract, Frication frication) {
    /** Seconds from a state to the next; the update interval of Klatt's synthesiser. */
    public static final double HOP_SECONDS = 0.005;

    /** Checks that all is there. */
    public VoiceState {
        Objects.requireNonNull(glottis, "glottis");
        Objects.requireNonNull(tract, "tract");
        Objects.requireNonNull(frication, "frication");
    }

    /** An utterance that holds one state. */
    public static List<VoiceState> steady(GlottalState glottis, TractState tract, double seconds) {
        Ranges.require("length in seconds", seconds, HOP_SECONDS, 3600);
        int count = (int) Math.round(seconds / HOP_SECONDS) + 1;
        return Collections.nCopies(count, new VoiceState(glottis, tract, Frication.NONE));
    }
}
