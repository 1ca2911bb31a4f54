package org.undertone.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.undertone.corpus.SmallCorpora;

/** A small corpus and a recipe that takes seconds. */
final class TinyRuns {

    static final List<String> SETTINGS = List.of(
            "budgets=[10, 20]",
            "repeats=2",
            "pretraining.hidden=6",
            "pretraining.window.maximumSteps=20",
            "pretraining.trainer.epochs=2",
            "fineTuning.window.maximumSteps=20",
            "fineTuning.trainer.epochs=2");

    private TinyRuns() {}

    static Path corpus(Path directory) throws IOException {
        return SmallCorpora.write(directory.resolve("corpus"), SmallCorpora.Shape.USUAL, 4);
    }

    static ExperimentRecipe recipe(String... more) throws IOException {
        List<String> settings = new ArrayList<>(SETTINGS);
        settings.addAll(List.of(more));
        return RecipeReader.read(RecipeReader.PAPER, settings);
    }
}
