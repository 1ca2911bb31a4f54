package org.undertone.recognition;

import java.util.Objects;
import org.undertone.model.WindowSettings;

/**
 * How a voice is listened to.
 *
 * @param windows what is judged
 * @param heldSeconds how much sound is held while the work is behind, 1 to 600
 * @param soundWaits whether the source of the sound can be kept waiting, as a pipe can and a microphone cannot
 */
public record ListeningSettings(WindowSettings windows, double heldSeconds, boolean soundWaits) {
    /** Half a minute. */
    public static final double USUAL_HELD_SECONDS = 30;

    public ListeningSettings {
        Objects.requireNonNull(windows, "windows");
        if (!(heldSeconds >= 1 && heldSeconds <= 600)) {
            throw new IllegalArgumentException("1 s to 600 s of sound can be held, but not " + heldSeconds + " s");
        }
    }
}
