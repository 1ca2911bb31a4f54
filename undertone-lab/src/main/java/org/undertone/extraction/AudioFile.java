package org.undertone.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.undertone.audio.AudioDecoder;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.AudioStream;
import org.undertone.storage.FileFormatException;

/**
 * A recording in a file.
 *
 * @param decoder opens it; shared by all threads
 * @param settings how it becomes one channel
 */
public record AudioFile(Path file, AudioDecoder decoder, AudioSettings settings) implements AudioSource {
    public AudioFile {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(decoder, "decoder");
        Objects.requireNonNull(settings, "settings");
    }

    @Override
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public long bytes() throws IOException {
        return Files.size(file);
    }

    @Override
    public String sha256() throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // Reading from a pipe or a terminal might never end.
            throw new FileFormatException(file, "file", "is a directory or a device");
        }
        return Sha256.of(file);
    }

    @Override
    public AudioStream open() throws IOException {
        return decoder.open(file, settings);
    }
}
