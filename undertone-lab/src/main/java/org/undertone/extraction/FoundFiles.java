package org.undertone.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.undertone.storage.FileFormatException;

/** Audio files that were named one by one, in lists, or by the directory that they are in. */
public final class FoundFiles {
    private final Map<Path, Path> roots = new LinkedHashMap<>();
    private final Set<Path> seen = new HashSet<>();
    private final Predicate<Path> isRecording;

    private FoundFiles(Predicate<Path> isRecording) {
        this.isRecording = isRecording;
    }

    /**
     * A file and the directory that it was found from.
     *
     * @param file as it was named or found
     * @param root the directory that was named, or else the file's own
     */
    record Found(Path file, Path root) {
        /** The way from the root to the file. */
        Path relative() {
            Path absolute = file.toAbsolutePath().normalize();
            return root.toAbsolutePath().normalize().relativize(absolute);
        }
    }

    /**
     * Finds files; one that is found twice counts once.
     *
     * @param named files and directories; directories are searched through to the bottom, hidden files left out, in the
     *     alphabetical order of their paths
     * @param isRecording which files of a directory are meant; a file that is named itself always is
     * @throws NoSuchFileException where one is not there
     * @throws FileFormatException where a directory holds no audio file
     */
    static List<Found> find(List<Path> named, Predicate<Path> isRecording) throws IOException {
        var files = new FoundFiles(isRecording);
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                files.search(path);
            } else if (Files.exists(path)) {
                Path parent = path.toAbsolutePath().getParent();
                files.add(path, parent);
            } else {
                throw new NoSuchFileException(path.toString(), null, "no such file or directory");
            }
        }
        List<Found> found = new ArrayList<>();
        files.roots.forEach((file, root) -> found.add(new Found(file, root)));
        return found;
    }

    /**
     * The files that a text file names, one on a line, relative to the directory it is in; blank lines are skipped.
     *
     * @throws FileFormatException where it names none, or is no text
     */
    public static List<Path> list(Path list) throws IOException {
        Path directory = list.toAbsolutePath().getParent();
        List<Path> named = new ArrayList<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(list)) {
                number++;
                if (!line.isBlank()) {
                    named.add(resolved(directory, line.strip(), list, "line " + number));
                }
            }
        } catch (MalformedInputException e) {
            throw new FileFormatException(list, "text", "is not UTF-8", e);
        }
        if (named.isEmpty()) {
            throw new FileFormatException(list, "file", "names no audio file");
        }
        return named;
    }

    /**
     * A file that a text names.
     *
     * @throws FileFormatException where no file can have that name; it names the text and the place in it
     */
    static Path resolved(Path directory, String name, Path text, String place) throws FileFormatException {
        try {
            Path file = directory.resolve(name);
            if (file.normalize().getFileName() != null) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new FileFormatException(text, place, "is no name of a file", e);
        }
        throw new FileFormatException(text, place, "names a root directory, expected an audio file");
    }

    private void search(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(directory)) {
            files = tree.filter(path -> visible(directory, path) && isRecording.test(path) && Files.isRegularFile(path))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (files.isEmpty()) {
            throw new FileFormatException(directory, "directory", "holds no audio file");
        }
        files.forEach(file -> add(file, directory));
    }

    private void add(Path file, Path root) {
        if (seen.add(file.toAbsolutePath().normalize())) {
            roots.put(file, root);
        }
    }

    private static boolean visible(Path directory, Path path) {
        for (Path part : directory.relativize(path)) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }
}
