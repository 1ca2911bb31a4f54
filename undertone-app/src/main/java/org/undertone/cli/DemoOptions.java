package org.undertone.cli;

import org.undertone.experiment.RecipeReader;

/** The options of the demonstration, which has a recipe of its own. */
final class DemoOptions extends SettingOptions {
    @Override
    String recipe() {
        return RecipeReader.DEMO;
    }
}
