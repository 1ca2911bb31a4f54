package org.undertone.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.undertone.features.FeatureRecipe;
import org.undertone.features.FrameColumns;
import org.undertone.features.Standardizer;
import org.undertone.features.StandardizerSettings;
import org.undertone.storage.JsonFile;

/** Models with random weights, which have learned nothing. */
record MadeUpModel(
        FrameColumns columns, GruEncoderSettings settings, Readout readout, double frameRate, FeatureRecipe recipe) {
    private static final List<String> EMOTIONS = List.of("happiness", "sadness");

    /** Of COVAREP's columns, small, with the mean of up to a minute. */
    static MadeUpModel small() {
        var settings = new GruEncoderSettings(FrameColumns.COVAREP.count(), 6, 2, 4);
        var readout = new Readout(Readout.Pooling.MEAN, 6000, Readout.Cut.CENTRE);
        return new MadeUpModel(FrameColumns.COVAREP, settings, readout, 100, FeatureRecipe.COVAREP);
    }

    MadeUpModel withColumns(List<String> names) {
        var inputs = new GruEncoderSettings(names.size(), settings.hidden(), settings.layers(), settings.outputs());
        return new MadeUpModel(new FrameColumns(names), inputs, readout, frameRate, recipe);
    }

    MadeUpModel withReadout(Readout.Pooling pooling, int maximumSteps, Readout.Cut cut) {
        return new MadeUpModel(columns, settings, new Readout(pooling, maximumSteps, cut), frameRate, recipe);
    }

    MadeUpModel withFrameRate(double rate) {
        return new MadeUpModel(columns, settings, readout, rate, recipe);
    }

    MadeUpModel withRecipe(FeatureRecipe other) {
        return new MadeUpModel(columns, settings, readout, frameRate, other);
    }

    MadeUpModel withSettings(GruEncoderSettings other) {
        return new MadeUpModel(columns, other, readout, frameRate, recipe);
    }

    /** The model; the same seed gives the same. */
    EmotionModel make(long seed) {
        var random = new Random(seed);
        GruEncoderWeights weights = weights(settings, random);
        var deviations = new double[columns.count()];
        Arrays.fill(deviations, 10);
        var standardizer =
                new Standardizer(columns, new double[columns.count()], deviations, StandardizerSettings.DEFAULT);
        var encoder = new PretrainedEncoder(
                standardizer,
                settings,
                weights,
                new EncoderDescription(frameRate, JsonFile.object(), JsonFile.object()));
        var description = new ModelDescription(
                EMOTIONS,
                Collections.nCopies(EMOTIONS.size(), 0.0),
                ModelDescription.unmeasured(EMOTIONS.size()),
                Optional.ofNullable(recipe),
                readout,
                JsonFile.object(),
                JsonFile.object());
        int width = readout.width(settings.outputs());
        var head = new DenseWeights(values(random, EMOTIONS.size() * width), values(random, EMOTIONS.size()));
        return new EmotionModel(encoder, head, description);
    }

    static GruEncoderWeights weights(GruEncoderSettings settings, Random random) {
        return GruEncoderWeights.of(settings, name -> {
            long[] shape = GruEncoderWeights.shapes(settings).get(name);
            return values(random, (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b));
        });
    }

    static float[] values(Random random, int count) {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }
}
