package org.undertone.audio;

import java.io.IOException;
import java.util.OptionalLong;

/** The samples of one recording, mixed down to one channel, in order, at the rate of the recording. */
public interface AudioStream extends AutoCloseable {
    /** Samples per second. */
    int rate();

    /** How many samples there will be, as far as the file says; what is read may be fewer or more. */
    OptionalLong expectedSamples();

    /**
     * Reads on.
     *
     * @param buffer receives samples; full scale is [-1, 1)
     * @param offset where the first of them goes
     * @param count at most so many, at least 1
     * @return how many were read, at least 1; -1 at the end
     * @throws IOException where the file is damaged from here on, or holds a sample that is not a finite number
     */
    int read(double[] buffer, int offset, int count) throws IOException;

    @Override
    void close() throws IOException;
}
