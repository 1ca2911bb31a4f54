package org.undertone.experiment;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.undertone.storage.FileFormatException;
import org.undertone.storage.JsonFile;
import org.undertone.storage.StagedFile;

/**
 * The directory of one run: {@code recipe.yaml}, {@code provenance.json}, {@code trials.jsonl}, {@code predictions/},
 * {@code encoder/}, {@code summary.csv}, {@code results.json} (docs/formats.md).
 */
final class RunDirectory {

    /** What the corpora are called in the provenance that are pre-trained on besides; a number follows. */
    static final String PRETRAINING = "pre-training corpus ";

    private static final String RECIPE = "recipe.yaml";
    private static final String PROVENANCE = "provenance.json";
    private static final String RESULTS = "results.json";

    private final Path path;

    private RunDirectory(Path path) {
        this.path = path;
    }

    /**
     * Begins a run, or goes on with one.
     *
     * @param resume whether a run that is there may be gone on with; it must be of the same recipe, corpus and seed
     */
    static RunDirectory begin(Path path, ExperimentRecipe recipe, Provenance provenance, boolean resume)
            throws IOException {
        RunDirectory run = new RunDirectory(path);
        if (holdsRun(path)) {
            if (!resume) {
                throw new FileAlreadyExistsException(
                        path.toString(), null, "holds a run already; go on with it by --resume, or give another --out");
            }
            run.requireSame(recipe, provenance);
            return run;
        }
        if (Files.exists(path) && occupied(path)) {
            throw new FileAlreadyExistsException(
                    path.toString(), null, "is not empty and holds no run; give another --out");
        }
        Files.createDirectories(path);
        StagedFile.write(path.resolve(RECIPE), RecipeReader.write(recipe));
        JsonFile.write(path.resolve(PROVENANCE), provenance.json());
        return run;
    }

    /** Opens a run that was begun. */
    static RunDirectory open(Path path) throws IOException {
        if (!holdsRun(path)) {
            throw new FileFormatException(
                    path, "directory", "holds no run (" + RECIPE + " and " + PROVENANCE + "); make one by: experiment");
        }
        return new RunDirectory(path);
    }

    static boolean holdsRun(Path path) {
        return Files.exists(path.resolve(RECIPE)) && Files.exists(path.resolve(PROVENANCE));
    }

    /** Whether there are results. */
    boolean finished() {
        return Files.exists(path.resolve(RESULTS));
    }

    Path path() {
        return path;
    }

    ExperimentRecipe recipe() throws IOException {
        return RecipeReader.read(path.resolve(RECIPE).toString(), List.of());
    }

    String recipeText() throws IOException {
        return Files.readString(path.resolve(RECIPE));
    }

    Provenance provenance() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        var json = JsonFile.read(path.resolve(PROVENANCE));
        for (String name : json.keys()) {
            values.put(name, json.text(name));
        }
        return new Provenance(values);
    }

    Path encoder(int fold) {
        return path.resolve("encoder").resolve("fold-" + (fold + 1));
    }

    /** Where the checkpoint is while the encoder of a fold is trained. */
    Path training(int fold) {
        return path.resolve("encoder").resolve("fold-" + (fold + 1) + ".training");
    }

    void writeSummary(String csv) throws IOException {
        StagedFile.write(path.resolve("summary.csv"), csv);
    }

    void writeResults(String json) throws IOException {
        StagedFile.write(path.resolve(RESULTS), json);
    }

    String results() throws IOException {
        Path file = path.resolve(RESULTS);
        if (!Files.exists(file)) {
            throw new FileFormatException(
                    path, RESULTS, "the run is not finished yet; go on with it by: experiment ... --resume");
        }
        return Files.readString(file);
    }

    private void requireSame(ExperimentRecipe recipe, Provenance provenance) throws IOException {
        Provenance before = provenance();
        Set<String> names = new TreeSet<>(before.values().keySet());
        names.addAll(provenance.values().keySet());
        names.removeIf(name -> !name.equals("seed") && !name.equals("corpus") && !name.startsWith(PRETRAINING));
        for (String name : names) {
            String was = before.values().getOrDefault(name, "none");
            String is = provenance.values().getOrDefault(name, "none");
            if (!is.equals(was)) {
                throw new FileFormatException(
                        path,
                        PROVENANCE,
                        "the run has " + name + " " + was + " but is resumed with " + is
                                + "; give the same, or another --out");
            }
        }
        if (!recipeText().equals(RecipeReader.write(recipe))) {
            throw new FileFormatException(
                    path,
                    RECIPE,
                    "the run has another recipe than it is resumed with; give the same options, or another" + " --out");
        }
    }

    private static boolean occupied(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isPresent();
        }
    }
}
