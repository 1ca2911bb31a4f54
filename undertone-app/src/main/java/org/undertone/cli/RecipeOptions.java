package org.undertone.cli;

import org.undertone.experiment.RecipeReader;
import picocli.CommandLine.Option;

/** The options of every command that takes a whole recipe. */
final class RecipeOptions extends SettingOptions {
    @Option(
            names = "--recipe",
            paramLabel = "NAME|FILE",
            defaultValue = RecipeReader.PAPER,
            description = "Name of a built-in recipe (" + RecipeReader.PAPER + ", " + RecipeReader.DEMO
                    + "), or a YAML file that says what differs" + " from it. Default: ${DEFAULT-VALUE}.")
    private String recipe = RecipeReader.PAPER;

    @Override
    String recipe() {
        return recipe;
    }
}
