package org.undertone.recogniser;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.undertone.features.FeatureRecipe;
import org.undertone.features.FrameColumns;
import org.undertone.features.Standardizer;
import org.undertone.features.StandardizerSettings;
import org.undertone.model.DenseWeights;
import org.undertone.model.EmotionModel;
import org.undertone.model.EncoderDescription;
import org.undertone.model.GruEncoderSettings;
import org.undertone.model.GruEncoderWeights;
import org.undertone.model.GruWeights;
import org.undertone.model.ModelDescription;
import org.undertone.model.PretrainedEncoder;
import org.undertone.model.Readout;
import org.undertone.storage.JsonFile;

/** A model of the 74 columns with random weights, which has learned nothing and is made in a moment. */
public final class RandomModel {
    /** The scores of every such model. */
    public static final List<String> EMOTIONS = List.of("happiness", "sadness", "anger", "surprise", "disgust", "fear");

    private static final int HIDDEN = 8;
    private static final int COLUMNS = FrameColumns.COVAREP.count();

    private RandomModel() {}

    /** A model; the same seed gives the same. It takes clips of up to a minute. */
    public static EmotionModel of(long seed) {
        var random = new Random(seed);
        var settings = new GruEncoderSettings(COLUMNS, HIDDEN, 1, 4);
        var gru = new GruWeights(
                weights(random, 3 * HIDDEN * COLUMNS),
                weights(random, 3 * HIDDEN * HIDDEN),
                weights(random, 3 * HIDDEN),
                weights(random, 3 * HIDDEN));
        var weights =
                new GruEncoderWeights(List.of(gru), new DenseWeights(weights(random, 4 * HIDDEN), weights(random, 4)));
        var deviations = new double[COLUMNS];
        Arrays.fill(deviations, 10);
        var standardizer =
                new Standardizer(FrameColumns.COVAREP, new double[COLUMNS], deviations, StandardizerSettings.DEFAULT);
        var encoder = new PretrainedEncoder(
                standardizer, settings, weights, new EncoderDescription(100, JsonFile.object(), JsonFile.object()));
        var description = new ModelDescription(
                EMOTIONS,
                Collections.nCopies(EMOTIONS.size(), 0.5),
                Collections.nCopies(EMOTIONS.size(), OptionalDouble.of(0.75)),
                Optional.of(FeatureRecipe.COVAREP),
                new Readout(Readout.Pooling.MEAN, 6000, Readout.Cut.START),
                JsonFile.object().put("data", "none: weights are random"),
                JsonFile.object());
        var head = new DenseWeights(weights(random, EMOTIONS.size() * 4), weights(random, EMOTIONS.size()));
        return new EmotionModel(encoder, head, description);
    }

    private static float[] weights(Random random, int count) {
        var weights = new float[count];
        for (int i = 0; i < count; i++) {
            weights[i] = (float) (random.nextDouble() - 0.5);
        }
        return weights;
    }
}
