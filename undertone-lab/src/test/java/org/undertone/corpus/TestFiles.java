package org.undertone.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files that {@code make_csd.py} made. */
final class TestFiles {
    private TestFiles() {}

    static Path file(String name) {
        try {
            return Path.of(TestFiles.class.getResource("make_csd.py").toURI()).resolveSibling(name);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("test files have a place", e);
        }
    }

    /** An import without groups and folds. */
    static ImportReport run(Path acoustic, Path labels, Path target) throws IOException {
        return CsdImport.run(
                new ImportSettings(acoustic, labels, Optional.empty(), Optional.empty(), target), ImportProgress.NONE);
    }

    /** What is in a directory. */
    static List<Path> list(Path directory) {
        try (var paths = Files.list(directory)) {
            return paths.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
