package org.undertone.audio;

import org.undertone.storage.FileFormatException;

/**
 * What all samples of a recording have in common.
 *
 * @param rate samples of each channel per second, {@value #LEAST_RATE} to {@value #GREATEST_RATE}
 * @param channels 1 to {@value #MOST_CHANNELS}
 */
public record SoundFormat(int rate, int channels) {
    /** The telephone's rate; below it too little of a voice is left. */
    public static final int LEAST_RATE = 8_000;
    /** The fastest rate that recorders offer. */
    public static final int GREATEST_RATE = 192_000;
    /** More than any microphone array in use; keeps a frame small. */
    public static final int MOST_CHANNELS = 64;

    public SoundFormat {
        if (rate < LEAST_RATE || rate > GREATEST_RATE) {
            throw new IllegalArgumentException("the sampling rate must lie in " + LEAST_RATE + " to " + GREATEST_RATE
                    + " Hz but is " + rate + " Hz");
        }
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new IllegalArgumentException(
                    "the number of channels must lie in 1 to " + MOST_CHANNELS + " but is " + channels);
        }
    }

    /**
     * The format a file claims to have.
     *
     * @param where the place of the claim, for the message
     * @param rate rounded to a whole number of samples per second
     * @throws FileFormatException where rate or number of channels are out of bounds
     */
    public static SoundFormat of(AudioInput input, String where, double rate, long channels)
            throws FileFormatException {
        try {
            return new SoundFormat((int) Math.rint(rate), (int) Math.min(channels, Integer.MAX_VALUE));
        } catch (IllegalArgumentException e) {
            throw new FileFormatException(input.name(), where, e.getMessage(), e);
        }
    }
}
