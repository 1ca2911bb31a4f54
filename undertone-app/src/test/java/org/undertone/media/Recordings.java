package org.undertone.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.undertone.audio.AudioInput;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.AudioStream;

/** The files that {@code make_files.py} made, and the signals in them. */
final class Recordings {
    static final int HASH_FRAMES = 1000;
    static final double TONE_SECONDS = 0.4;

    private Recordings() {}

    static byte[] bytes(String name) {
        try (InputStream in = Recordings.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] decode(byte[] file, AudioSettings settings) throws IOException {
        try (AudioStream stream = AudioFiles.create().open(AudioInput.of("clip", file), settings)) {
            return stream.readAll(10_000_000);
        }
    }

    /** A sample of the hash as a share of full scale. */
    static double hash(int frame, int channel, int bits) {
        long hash = frame * 2654435761L + channel * 97654321L + 12345 & 0xFFFFFFFFL;
        return (double) ((hash >> 32 - bits) - (1L << bits - 1)) / (1L << bits - 1);
    }

    static double tone(double seconds) {
        if (seconds >= TONE_SECONDS) {
            return 0;
        }
        double fade = Math.sin(Math.PI * seconds / TONE_SECONDS);
        return fade
                * fade
                * (0.4 * Math.sin(2 * Math.PI * 440 * seconds) + 0.2 * Math.sin(2 * Math.PI * 1234.5 * seconds + 1));
    }
}
