package org.undertone.audio;

import java.io.IOException;
import java.util.OptionalLong;

/**
 * The samples of one recording, all channels, in order: what a decoder gives. {@link AudioStream#mixed} makes one channel
 * of it.
 */
public interface ChannelStream extends AutoCloseable {
    /** What all of it has in common. */
    SoundFormat format();

    /** How many frames (samples of each channel) there will be, as far as the file says. */
    OptionalLong expectedFrames();

    /**
     * Reads on.
     *
     * @param samples {@code [time][channel]}, row-major, receives frames; full scale is [-1, 1)
     * @param frames at most so many, at least 1
     * @return how many frames were read, at least 1; -1 at the end
     * @throws IOException where the file is damaged from here on
     */
    int read(double[] samples, int frames) throws IOException;

    @Override
    void close() throws IOException;
}
