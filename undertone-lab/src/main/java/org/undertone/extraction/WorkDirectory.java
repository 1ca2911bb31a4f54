package org.undertone.extraction;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undertone.storage.FileFormatException;

/**
 * The directory {@code NAME.extracting} beside a corpus that is being made: one file for each recording that is done.
 * A file is named after everything that its frames depend on, so that what an earlier run left is either what this run
 * would compute, or is not found.
 */
final class WorkDirectory {
    private static final String SUFFIX = ".extracting";
    private static final String EXTENSION = ".safetensors";

    private final Path directory;
    private final String settings;

    private WorkDirectory(Path directory, String settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /**
     * Makes the directory, or goes on with the one that is there.
     *
     * @throws FileAlreadyExistsException where there is one and {@code resume} is false
     */
    static WorkDirectory open(Path target, Map<String, String> description, boolean resume) throws IOException {
        Path directory = beside(target);
        if (!resume && Files.exists(directory)) {
            throw new FileAlreadyExistsException(
                    directory.toString(),
                    null,
                    "holds what an earlier run finished; go on with it by --resume, or remove it");
        }
        Files.createDirectories(directory);
        return new WorkDirectory(directory, description.toString());
    }

    /** The directory that belongs to a target. */
    static Path beside(Path target) {
        Path absolute = target.toAbsolutePath().normalize();
        return absolute.resolveSibling(absolute.getFileName() + SUFFIX);
    }

    /** The identity of a recording's frames, given that of its samples. */
    String identity(String audioSha256) {
        return Sha256.of(settings + "\n" + audioSha256);
    }

    /** What an earlier run finished, verified; absent where it is not there, or not whole. */
    Optional<Part> find(String identity) throws IOException {
        Path file = file(identity);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Part.verified(file, identity));
        } catch (FileFormatException damaged) {
            // Computed again, and written over it.
            return Optional.empty();
        }
    }

    /** Begins the file of a recording. */
    PartWriter create(String identity, String audioSha256) {
        return PartWriter.create(file(identity), identity, audioSha256);
    }

    /** In one of 256 directories, so that none becomes slow to list. */
    private Path file(String identity) {
        return directory
                .resolve(identity.substring(0, 2))
                .resolve(identity.substring(2, identity.length() / 2) + EXTENSION);
    }

    /** Removes the directory with all that is in it. */
    void remove() throws IOException {
        List<Path> deepestFirst;
        try (var tree = Files.walk(directory)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
