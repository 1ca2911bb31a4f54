package org.undertone.recognition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.undertone.audio.AudioDecoder;
import org.undertone.audio.AudioInput;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.AudioStream;

/**
 * A recording that is to be judged.
 *
 * @param name what it is called in rows and messages
 * @param opener opens it at its beginning
 * @param repeatable whether it can be opened more than once
 */
public record Recording(String name, Opener opener, boolean repeatable) {
    /** Opens a recording; whoever asks closes it. */
    @FunctionalInterface
    public interface Opener {
        /** Opens it. */
        AudioStream open() throws IOException;
    }

    public Recording {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(opener, "opener");
    }

    /** A file. */
    public static Recording of(Path file, AudioDecoder decoder, AudioSettings settings) {
        return new Recording(file.toString(), () -> decoder.open(file, settings), true);
    }

    /** A recording in memory. */
    public static Recording of(String name, AudioInput input, AudioDecoder decoder, AudioSettings settings) {
        return new Recording(name, () -> decoder.open(input, settings), true);
    }

    /** Sound that passes once, such as through a pipe. */
    public static Recording passing(String name, Opener opener) {
        return new Recording(name, opener, false);
    }
}
