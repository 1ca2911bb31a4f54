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

/** The options of every command that works by a recipe. */
final class RecipeOptions {
    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--recipe",
            paramLabel = "NAME|FILE",
            defaultValue = RecipeReader.PAPER,
            description = "Name of a built-in recipe (" + RecipeReader.PAPER
                    + "), or a YAML file that says what differs" + " from it. Default: ${DEFAULT-VALUE}.")
    private String recipe = RecipeReader.PAPER;

    @Option(
            names = "--set",
            paramLabel = "key=value",
            description = "A setting that differs from the recipe, such as pretraining.trainer.epochs=10. May be given"
                    + " often.")
    private List<String> settings = new ArrayList<>();

    /** What else is set, by options that are short for settings; they win over {@code --set}. */
    private final List<String> more = new ArrayList<>();

    /** Adds a setting where its option was given. */
    RecipeOptions with(String key, Optional<?> value) {
        value.ifPresent(given -> more.add(key + "=" + given));
        return this;
    }

    /** The recipe; one that cannot be is wrong use. */
    ExperimentRecipe read() throws IOException {
        List<String> all = new ArrayList<>(settings);
        all.addAll(more);
        try {
            return RecipeReader.read(recipe, all);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
