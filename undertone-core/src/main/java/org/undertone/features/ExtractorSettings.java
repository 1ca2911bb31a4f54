package org.undertone.features;

import java.util.Objects;

/**
 * How a {@link FeatureExtractor} works.
 *
 * @param recipe what the columns are
 */
public record ExtractorSettings(FeatureRecipe recipe) {
    /** The default recipe. */
    public static final ExtractorSettings DEFAULT = new ExtractorSettings(FeatureRecipe.COVAREP);

    public ExtractorSettings {
        Objects.requireNonNull(recipe, "recipe");
    }
}
