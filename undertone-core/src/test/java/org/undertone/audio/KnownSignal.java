package org.undertone.audio;

import java.io.IOException;
import java.io.InputStream;

/** The signal that {@code make_files.py} wraps in every format, and the files it made. */
final class KnownSignal {
    static final int FRAMES = 60;
    static final int RATE = 16_000;

    private KnownSignal() {}

    /** A sample as a signed number of a width. */
    static long value(int frame, int channel, int bits) {
        long hash = frame * 2654435761L + channel * 97654321L + 12345 & 0xFFFFFFFFL;
        return (hash >> 32 - bits) - (1L << bits - 1);
    }

    /** A sample as a share of full scale. */
    static double sample(int frame, int channel, int bits) {
        return (double) value(frame, channel, bits) / (1L << bits - 1);
    }

    static byte[] file(String name) {
        try (InputStream in = KnownSignal.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
