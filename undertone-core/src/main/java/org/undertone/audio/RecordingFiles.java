package org.undertone.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.undertone.storage.FileFormatException;

/** Files of recordings that were named one by one, in lists, or by the directory that they are in; each counts once. */
public final class RecordingFiles {
    private final List<FoundRecording> found = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();
    private final Predicate<Path> isRecording;

    private RecordingFiles(Predicate<Path> isRecording) {
        this.isRecording = Objects.requireNonNull(isRecording, "isRecording");
    }

    /**
     * None yet.
     *
     * @param isRecording which files of a directory are meant; a file that is named itself always is
     */
    public static RecordingFiles of(Predicate<Path> isRecording) {
        return new RecordingFiles(isRecording);
    }

    /**
     * Adds a file, or the files of a directory: it is searched through to the bottom, hidden files left out, in the
     * alphabetical order of their paths. A file that is not there is added too: opening it says so, and the others go on.
     *
     * @throws FileFormatException where a directory holds no audio file
     * @throws IOException where a directory cannot be read
     */
    public void add(Path named) throws IOException {
        if (Files.isDirectory(named)) {
            search(named);
        } else {
            add(named, named.toAbsolutePath().getParent());
        }
    }

    /** What was found, in order. */
    public List<FoundRecording> found() {
        return List.copyOf(found);
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
    public static Path resolved(Path directory, String name, Path text, String place) throws FileFormatException {
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
            found.add(new FoundRecording(file, root));
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
