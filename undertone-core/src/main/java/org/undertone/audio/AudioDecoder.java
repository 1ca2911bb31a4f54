package org.undertone.audio;

import java.io.IOException;
import java.nio.file.Path;

/** Opens recordings of the formats it knows. */
public interface AudioDecoder {
    /**
     * Opens a recording.
     *
     * @throws org.undertone.storage.FileFormatException where it is no audio file, or none that this decoder knows
     * @throws IOException where it cannot be read
     */
    AudioStream open(AudioInput input, AudioSettings settings) throws IOException;

    /** The same for a file. */
    default AudioStream open(Path file, AudioSettings settings) throws IOException {
        return open(AudioInput.of(file), settings);
    }
}
