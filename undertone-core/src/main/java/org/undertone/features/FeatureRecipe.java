package org.undertone.features;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How audio becomes frames; every recipe gives the columns of {@link FrameColumns#COVAREP} every 10 ms. */
public enum FeatureRecipe {
    /** Our default: the columns of COVAREP, its defects mended; any rate is resampled to 16 kHz. */
    COVAREP("covarep"),
    /** What COVAREP 1.4.2 gives, quirks included, at the rate of the file. */
    COVAREP_1_4_2("covarep-1.4.2");

    private final String label;

    FeatureRecipe(String label) {
        this.label = label;
    }

    /** The name in files and on the command line. */
    public String label() {
        return label;
    }

    /**
     * The recipe of a name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static FeatureRecipe of(String label) {
        return Arrays.stream(values())
                .filter(recipe -> recipe.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no recipe '" + label + "'; there are "
                        + Arrays.stream(values()).map(FeatureRecipe::label).collect(Collectors.joining(", "))));
    }
}
