package org.undertone.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.undertone.storage.FileFormatException;

/** The bytes of a recording, in a file or in memory, and the name that messages call it by. */
public sealed interface AudioInput permits FileInput, MemoryInput {
    /** A file. */
    static AudioInput of(Path file) {
        return new FileInput(file);
    }

    /**
     * Bytes in memory, which never reach the disk.
     *
     * @param name for messages, such as the name under which it was uploaded; characters that no path can have become _
     * @param content not copied
     */
    static AudioInput of(String name, byte[] content) {
        return MemoryInput.of(name, content);
    }

    /**
     * What a stream still holds, read into memory; it is not closed.
     *
     * @param name as for bytes in memory
     * @param limitBytes a longer one is refused once so many were read
     * @throws FileFormatException where it is longer
     */
    static AudioInput of(String name, InputStream content, int limitBytes) throws IOException {
        byte[] bytes = content.readNBytes(limitBytes);
        AudioInput input = of(name, bytes);
        if (bytes.length == limitBytes && content.read() >= 0) {
            throw new FileFormatException(input.name(), "file", "is longer than the " + limitBytes + " bytes allowed");
        }
        return input;
    }

    /** The file, or the name as a path. */
    Path name();

    /**
     * Opens the bytes for reading from the first one on, as often as wanted.
     *
     * @throws FileFormatException where it is a directory or a device
     */
    SeekableByteChannel open() throws IOException;

    /** The first bytes, fewer where there are no more; formats are told apart by them. */
    default byte[] head(int bytes) throws IOException {
        var head = ByteBuffer.allocate(bytes);
        try (SeekableByteChannel channel = open()) {
            while (head.hasRemaining() && channel.read(head) >= 0) {
                // A channel may give less than it was asked for.
            }
        }
        return Arrays.copyOf(head.array(), head.position());
    }

    /** The first characters, for messages about files of no known kind; what cannot be printed is a question mark. */
    default String beginning() throws IOException {
        return new String(head(12), StandardCharsets.ISO_8859_1).replaceAll("[^\\x20-\\x7E]", "?");
    }
}
