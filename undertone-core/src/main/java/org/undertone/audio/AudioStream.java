package org.undertone.audio;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;

/** The samples of one recording, mixed down to one channel, in order. */
public interface AudioStream extends AutoCloseable {
    /** No sample is larger: enough for files that keep whole numbers of 32 bits as floats. Full scale is 1. */
    double LOUDEST = 0x1p32;

    /** The mix of all channels, as the settings say; closing it closes them. */
    static AudioStream mixed(AudioInput input, ChannelStream channels, AudioSettings settings) {
        return new MixedStream(Objects.requireNonNull(input, "input"), channels, settings);
    }

    /** Samples per second. */
    int rate();

    /** What the recording is before its channels are mixed; one channel where the stream does not know. */
    default SoundFormat source() {
        return new SoundFormat(rate(), 1);
    }

    /** How many samples there will be, as far as the file says; what is read may be fewer or more. */
    OptionalLong expectedSamples();

    /**
     * Reads on.
     *
     * @param buffer receives samples; full scale is [-1, 1)
     * @param offset where the first of them goes
     * @param count at most so many, at least 1
     * @return how many were read, at least 1; -1 at the end
     * @throws IOException where the file is damaged from here on, or holds a sample that is not a number or is beyond
     *     {@link #LOUDEST}
     */
    int read(double[] buffer, int offset, int count) throws IOException;

    /**
     * All samples from here to the end.
     *
     * @param limit at most so many, less than 2^31 - 9, as arrays are
     * @throws IOException where there are more, or reading fails
     */
    default double[] readAll(int limit) throws IOException {
        // One more, to tell a longer recording; what a file says of its length is not believed beyond 8 MB.
        long most = limit + 1L;
        long expected = Math.min(Math.max(expectedSamples().orElse(0), 1 << 12), 1 << 20);
        var samples = new double[(int) Math.min(expected, most)];
        int count = 0;
        while (count <= limit) {
            if (count == samples.length) {
                samples = Arrays.copyOf(samples, (int) Math.min(2L * count, most));
            }
            int read = read(samples, count, samples.length - count);
            if (read < 0) {
                return Arrays.copyOf(samples, count);
            }
            count += read;
        }
        throw new IOException("the recording is longer than the " + limit + " samples allowed");
    }

    @Override
    void close() throws IOException;
}
