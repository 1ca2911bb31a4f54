package org.undertone.features;

import java.util.Objects;

/**
 * How a {@link FeatureExtractor} works.
 *
 * @param recipe what the columns are
 * @param stretch how a recording is cut for analysis
 */
public record ExtractorSettings(FeatureRecipe recipe, StretchSettings stretch) {
    /** Our recipe, in stretches. */
    public static final ExtractorSettings DEFAULT = of(FeatureRecipe.COVAREP);

    public ExtractorSettings {
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(stretch, "stretch");
    }

    /** A recipe with the stretches that suit it: the original's in one piece, as the original works. */
    public static ExtractorSettings of(FeatureRecipe recipe) {
        return new ExtractorSettings(
                recipe, recipe == FeatureRecipe.COVAREP_1_4_2 ? StretchSettings.WHOLE : StretchSettings.DEFAULT);
    }

    /** The same with other stretches. */
    public ExtractorSettings withStretch(StretchSettings other) {
        return new ExtractorSettings(recipe, other);
    }
}
