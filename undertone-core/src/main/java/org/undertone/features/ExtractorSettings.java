package org.undertone.features;

import java.util.Objects;
import java.util.Optional;
import org.undertone.features.creak.CreakNetwork;

/**
 * How a {@link FeatureExtractor} works.
 *
 * @param recipe what the columns are
 * @param stretch how a recording is cut for analysis
 * @param creakNetwork what decides about creak, such as the original's own; empty for ours
 */
public record ExtractorSettings(FeatureRecipe recipe, StretchSettings stretch, Optional<CreakNetwork> creakNetwork) {
    /** Our recipe, in stretches. */
    public static final ExtractorSettings DEFAULT = of(FeatureRecipe.COVAREP);

    public ExtractorSettings {
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(stretch, "stretch");
        Objects.requireNonNull(creakNetwork, "creakNetwork");
    }

    /** A recipe with the stretches that suit it: the original's in one piece, as the original works. */
    public static ExtractorSettings of(FeatureRecipe recipe) {
        return new ExtractorSettings(
                recipe,
                recipe == FeatureRecipe.COVAREP_1_4_2 ? StretchSettings.WHOLE : StretchSettings.DEFAULT,
                Optional.empty());
    }

    /** The same with other stretches. */
    public ExtractorSettings withStretch(StretchSettings other) {
        return new ExtractorSettings(recipe, other, creakNetwork);
    }

    /** The same with another network for creak. */
    public ExtractorSettings withCreakNetwork(CreakNetwork network) {
        return new ExtractorSettings(recipe, stretch, Optional.of(network));
    }
}
