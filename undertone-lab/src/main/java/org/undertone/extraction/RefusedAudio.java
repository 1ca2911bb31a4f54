package org.undertone.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.undertone.audio.AudioStream;
import org.undertone.storage.FileFormatException;

/**
 * A file that was refused before it was opened, so that it is listed as failed in its place among the others.
 *
 * @param refusal why, naming the file
 */
record RefusedAudio(Path file, FileFormatException refusal) implements AudioSource {
    @Override
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public long bytes() throws IOException {
        return Files.size(file);
    }

    @Override
    public String sha256() throws IOException {
        throw refusal;
    }

    @Override
    public AudioStream open() throws IOException {
        throw refusal;
    }
}
