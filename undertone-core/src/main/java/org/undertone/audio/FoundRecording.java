package org.undertone.audio;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A recording's file and the directory that it was found from.
 *
 * @param file as it was named or found; one that was named need not be there
 * @param root the directory that was named, or else the file's own
 */
public record FoundRecording(Path file, Path root) {
    public FoundRecording {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(root, "root");
    }

    /** The way from the root to the file. */
    public Path relative() {
        Path absolute = file.toAbsolutePath().normalize();
        return root.toAbsolutePath().normalize().relativize(absolute);
    }
}
