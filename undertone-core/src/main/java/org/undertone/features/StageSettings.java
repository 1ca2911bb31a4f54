package org.undertone.features;

import org.undertone.features.harmonic.HarmonicFeatureSettings;
import org.undertone.features.source.GlottalSettings;
import org.undertone.features.source.Quirks;
import org.undertone.features.source.SrhSettings;
import org.undertone.features.source.Track;
import org.undertone.signal.FrameGrid;

/** The settings of all stages under one recipe. */
record StageSettings(Quirks quirks, SrhSettings pitch, GlottalSettings glottis, HarmonicFeatureSettings harmonics) {
    /** The original's random phases differ with every run; ours are the same in each. */
    private static final long SEED = 1;

    static StageSettings of(FeatureRecipe recipe) {
        return switch (recipe) {
            case COVAREP ->
                new StageSettings(
                        Quirks.MENDED, SrhSettings.DEFAULT, GlottalSettings.DEFAULT, HarmonicFeatureSettings.DEFAULT);
            case COVAREP_1_4_2 ->
                new StageSettings(
                        Quirks.KEPT,
                        SrhSettings.COVAREP_1_4_2,
                        GlottalSettings.COVAREP_1_4_2,
                        HarmonicFeatureSettings.covarep142(SEED));
        };
    }

    boolean keepsQuirks() {
        return quirks == Quirks.KEPT;
    }

    /** A track at the instants of a grid. */
    double[] on(FrameGrid grid, Track track) {
        return keepsQuirks() ? track.on(grid) : Gaps.linear(track, grid);
    }
}
