package org.undertone.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.undertone.experiment.ExperimentRecipe;
import org.undertone.experiment.RecipeReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of every command that works by settings of a recipe. */
class SettingOptions {
    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--set",
            paramLabel = "key=value",
            description =
                    "A setting that differs from the recipe, such as pretraining.trainer.epochs=10; again for each"
                            + " further one.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides every random choice. Default: ${DEFAULT-VALUE}.")
    private long seed;

    /** What else is set, by options that are short for settings; they win over {@code --set}. */
    private final List<String> more = new ArrayList<>();

    final long seed() {
        return seed;
    }

    /** Adds a setting where its option was given. */
    final SettingOptions with(String key, Optional<?> value) {
        value.ifPresent(given -> more.add(key + "=" + given));
        return this;
    }

    /** The recipe with its settings; one that cannot be is wrong use. */
    final ExperimentRecipe read() throws IOException {
        List<String> all = new ArrayList<>(settings);
        all.addAll(more);
        try {
            return RecipeReader.read(recipe(), all);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    /** Name or file of the recipe below the settings. */
    String recipe() {
        return RecipeReader.PAPER;
    }
}
