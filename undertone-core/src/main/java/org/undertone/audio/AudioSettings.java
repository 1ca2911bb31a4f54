package org.undertone.audio;

import java.util.Objects;

/** How a recording becomes one channel. */
public record AudioSettings(MixDown mixDown) {
    /** The mean of all channels. */
    public static final AudioSettings DEFAULT = new AudioSettings(MixDown.MEAN);

    public AudioSettings {
        Objects.requireNonNull(mixDown, "mixDown");
    }
}
