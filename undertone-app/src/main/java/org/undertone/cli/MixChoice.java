package org.undertone.cli;

import org.undertone.audio.AudioSettings;
import org.undertone.audio.MixDown;
import org.undertone.features.FeatureRecipe;

/** What {@code --mix} says about one channel from several. */
final class MixChoice {
    private MixChoice() {}

    /**
     * What was asked for, or else what suits the recipe: the original takes the first channel.
     *
     * @param mix null where nothing was said
     */
    static AudioSettings of(String mix, FeatureRecipe recipe) {
        if (mix == null) {
            return new AudioSettings(recipe == FeatureRecipe.COVAREP_1_4_2 ? MixDown.FIRST_CHANNEL : MixDown.MEAN);
        }
        return switch (mix) {
            case "mean" -> new AudioSettings(MixDown.MEAN);
            case "first" -> new AudioSettings(MixDown.FIRST_CHANNEL);
            default -> throw new IllegalArgumentException("--mix must be mean or first but is '" + mix + "'");
        };
    }
}
