package org.undertone.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A directory that appears under its name whole or not at all: filled beside it, flushed to the disk, then renamed.
 * Closing without {@link #commit()} removes it. What a killed run left beside the target is removed when the same
 * target is made again.
 */
public final class StagedDirectory implements AutoCloseable {
    private final Path target;
    private final Path staged;
    private boolean committed;

    private StagedDirectory(Path target, Path staged) {
        this.target = target;
        this.staged = staged;
    }

    /**
     * Begins a directory; missing parent directories are made.
     *
     * @throws FileAlreadyExistsException where the target exists and is anything but an empty directory
     */
    public static StagedDirectory create(Path target) throws IOException {
        refuseOccupied(target);
        Path staged = Staging.reserve(target);
        Files.createDirectory(staged);
        return new StagedDirectory(target, staged);
    }

    /**
     * Refuses a target that could not be given its name in the end; for work that takes long before it begins to write.
     *
     * @throws FileAlreadyExistsException where the target exists and is anything but an empty directory
     */
    public static void refuseOccupied(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            try (var content = Files.list(target)) {
                if (content.findAny().isPresent()) {
                    throw new FileAlreadyExistsException(
                            target.toString(), null, "is not empty; name another directory or remove this one");
                }
            }
        } else if (Files.exists(target)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "is a file; name another place for the directory");
        }
    }

    /** The directory to fill, under its temporary name. */
    public Path path() {
        return staged;
    }

    /** Flushes everything in it to the disk and gives the directory its name. */
    public void commit() throws IOException {
        List<Path> tree;
        try (var paths = Files.walk(staged)) {
            tree = paths.toList();
        }
        for (Path path : tree) {
            if (Files.isDirectory(path)) {
                Staging.syncDirectory(path);
            } else {
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
        refuseOccupied(target);
        Files.deleteIfExists(target);
        Staging.publish(staged, target);
        committed = true;
    }

    @Override
    public void close() throws IOException {
        if (!committed) {
            Staging.discard(staged);
        }
    }
}
