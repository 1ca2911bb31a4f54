package org.undertone.audio;

/** One channel from several. */
public enum MixDown {
    /** The mean of all channels. */
    MEAN,
    /** The first channel alone, as the original COVAREP does. */
    FIRST_CHANNEL
}
