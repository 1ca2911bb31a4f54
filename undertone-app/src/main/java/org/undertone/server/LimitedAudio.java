package org.undertone.server;

import java.io.IOException;
import org.undertone.audio.AudioStream;

/** Reads a recording up to the longest that is allowed, whatever its header says. */
final class LimitedAudio implements AutoCloseable {
    /** A recording is longer than allowed. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException(String message) {
            super(message);
        }
    }

    private final AudioStream audio;
    private final int mostSeconds;
    private final long mostSamples;
    private final String why;
    private long samples;

    /**
     * A limited recording.
     *
     * @param most samples
     */
    private LimitedAudio(AudioStream audio, int mostSeconds, long mostSamples, String why) {
        this.audio = audio;
        this.mostSeconds = mostSeconds;
        this.mostSamples = mostSamples;
        this.why = why;
    }

    /** At most so many seconds. */
    static LimitedAudio of(AudioStream audio, int mostSeconds) {
        return new LimitedAudio(audio, mostSeconds, (long) mostSeconds * audio.rate(), "");
    }

    /** At most so many seconds and so many samples, as features that are computed in one piece need memory. */
    static LimitedAudio inOnePiece(AudioStream audio, int mostSeconds, int mostSamples) {
        int seconds = Math.min(mostSeconds, mostSamples / audio.rate());
        return new LimitedAudio(
                audio,
                seconds,
                (long) seconds * audio.rate(),
                ", at its rate and by the recipe of this model, which analyses a recording in one piece");
    }

    int rate() {
        return audio.rate();
    }

    double seconds() {
        return samples / (double) audio.rate();
    }

    int read(double[] buffer) throws IOException {
        int read = audio.read(buffer, 0, buffer.length);
        samples += Math.max(0, read);
        if (samples > mostSamples) {
            throw new TooLongException(
                    "the recording is longer than the " + mostSeconds + " s allowed" + why + "; send it in parts");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        audio.close();
    }
}
