package org.undertone.audio;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.undertone.storage.FileFormatException;

/** A recording in a file. */
record FileInput(Path name) implements AudioInput {
    FileInput {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public SeekableByteChannel open() throws IOException {
        if (!Files.exists(name)) {
            throw new NoSuchFileException(name.toString(), null, "no such file");
        }
        if (Files.isDirectory(name)) {
            throw new FileFormatException(name, "file", "is a directory, expected a recording");
        }
        // Opening a pipe could wait for ever, reading a device never end.
        if (!Files.isRegularFile(name)) {
            throw new FileFormatException(name, "file", "is a pipe or a device; copy what it gives to a file first");
        }
        return FileChannel.open(name, StandardOpenOption.READ);
    }
}
