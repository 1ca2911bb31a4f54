package org.undertone.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.undertone.storage.FileFormatException;
import org.undertone.storage.JsonFields;
import org.undertone.storage.JsonFile;
import org.undertone.storage.StagedDirectory;

/**
 * Where a demonstration lies: {@code demo.json}, which says what it is; {@code examples/}, some of the clips as WAV files;
 * {@code corpus/} and {@code run/}.
 */
public final class DemoDirectory {
    private static final String MARK = "demo.json";

    private final Path path;

    private DemoDirectory(Path path) {
        this.path = path;
    }

    /**
     * Begins a demonstration, or goes on with one.
     *
     * @param resume whether one that is there may be gone on with; it must be of the same size and seed
     * @throws FileAlreadyExistsException where the directory is not empty, and this is not to go on with it
     */
    public static DemoDirectory begin(Path path, DemoSettings settings, long seed, boolean resume) throws IOException {
        Path mark = path.resolve(MARK);
        ObjectNode identity = identity(settings, seed);
        if (!Files.exists(mark)) {
            StagedDirectory.refuseOccupied(path);
            JsonFile.write(mark, identity);
        } else if (resume) {
            requireSame(mark, identity);
        } else {
            throw new FileAlreadyExistsException(
                    path.toString(),
                    null,
                    "holds a demonstration already; go on with it by --resume, or give another --out");
        }
        return new DemoDirectory(path);
    }

    private static ObjectNode identity(DemoSettings settings, long seed) {
        return JsonFile.object()
                .put("note", DemoCorpus.NOTE)
                .put("rules", Integer.toString(DemoCorpus.RULES))
                .put("speakers", Integer.toString(settings.speakers()))
                .put("clips per speaker", Integer.toString(settings.clipsPerSpeaker()))
                .put("seed", Long.toString(seed));
    }

    private static void requireSame(Path mark, ObjectNode identity) throws IOException {
        JsonFields before = JsonFile.read(mark);
        for (var is : identity.properties()) {
            String was = before.text(is.getKey());
            if (!was.equals(is.getValue().asText())) {
                throw new FileFormatException(
                        mark,
                        is.getKey(),
                        "was \"" + was + "\" and is \"" + is.getValue().asText()
                                + "\" now; go on with what it was, or give another --out");
            }
        }
    }

    /** Where the corpus is, or will be. */
    public Path corpus() {
        return path.resolve("corpus");
    }

    /** Where the run is, or will be. */
    public Path run() {
        return path.resolve("run");
    }

    /** Where clips to listen to are, or will be. */
    public Path examples() {
        return path.resolve("examples");
    }
}
