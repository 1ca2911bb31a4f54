package org.undertone.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears under its name whole or not at all: written beside it, flushed to the disk, then renamed over
 * whatever had the name. Closing without {@link #commit()} removes what was written. What a killed run left beside the
 * target is removed when the same target is written again.
 */
public final class StagedFile implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path target;
    private final Path staged;
    private final FileChannel channel;
    private final OutputStream stream;
    private boolean committed;

    private StagedFile(Path target, Path staged, FileChannel channel) {
        this.target = target;
        this.staged = staged;
        this.channel = channel;
        this.stream = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
    }

    /**
     * Begins a file; missing parent directories are made.
     *
     * @throws FileAlreadyExistsException where the target is a directory
     */
    public static StagedFile create(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw isDirectory(target);
        }
        Path staged = Staging.reserve(target);
        var channel = FileChannel.open(
                staged, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new StagedFile(target, staged, channel);
    }

    /**
     * Refuses a target that could not be written in the end; for work that takes long before it begins to write.
     *
     * @throws java.nio.file.FileSystemException where the target is a directory, or lies where nothing can be made
     */
    public static void refuseUnwritable(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw isDirectory(target);
        }
        Path place = target.toAbsolutePath().normalize().getParent();
        while (place != null && !Files.exists(place)) {
            place = place.getParent();
        }
        if (place != null && !Files.isDirectory(place)) {
            throw new FileSystemException(
                    target.toString(), null, "cannot be made there, " + place + " is a file; name another place");
        }
        if (place == null || !Files.isWritable(place)) {
            throw new FileSystemException(
                    target.toString(), null, "cannot be made there, " + place + " is not writable; name another place");
        }
    }

    private static FileAlreadyExistsException isDirectory(Path target) {
        return new FileAlreadyExistsException(target.toString(), null, "is a directory, expected a file to write");
    }

    /** Writes a whole file of UTF-8 text. */
    public static void write(Path target, String text) throws IOException {
        try (StagedFile file = create(target)) {
            file.stream().write(text.getBytes(StandardCharsets.UTF_8));
            file.commit();
        }
    }

    /** Where the file will appear. */
    public Path target() {
        return target;
    }

    /** The file under its temporary name, for a writer that insists on opening it itself. */
    public Path path() {
        return staged;
    }

    /** The content as a buffered stream, flushed by {@link #commit()}. Use this or the channel, not both. */
    public OutputStream stream() {
        return stream;
    }

    /** The content as a channel, open for reading too. */
    public FileChannel channel() {
        return channel;
    }

    /** Flushes to the disk and gives the file its name. */
    public void commit() throws IOException {
        stream.flush();
        channel.force(true);
        channel.close();
        Staging.publish(staged, target);
        committed = true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!committed) {
            Staging.discard(staged);
        }
    }
}
