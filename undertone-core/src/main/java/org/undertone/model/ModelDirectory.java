package org.undertone.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.undertone.storage.FileFormatException;

/**
 * A directory that somebody else may have made. The directory itself may be a link, so that one name can stand for the
 * newest of several models, and its files may be links to each other; they may not lead elsewhere, where a model from a
 * stranger could have files of the reader's machine opened.
 */
final class ModelDirectory {
    private ModelDirectory() {}

    /**
     * Checks that files lie in the directory; missing ones are left to who reads them.
     *
     * @throws FileFormatException where one is a link that leads out of the directory
     */
    static void requireOwnFiles(Path directory, String... names) throws IOException {
        for (String name : names) {
            Path file = directory.resolve(name);
            if (Files.exists(file) && !file.toRealPath().startsWith(directory.toRealPath())) {
                throw new FileFormatException(
                        file,
                        "file",
                        "is a link that leads out of its directory; put the file itself, or a copy, in its place");
            }
        }
    }
}
