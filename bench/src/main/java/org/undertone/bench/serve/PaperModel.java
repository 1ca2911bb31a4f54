package org.undertone.bench.serve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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

/** A model of the paper's size with random weights: what it says means nothing, and costs what the paper's would. */
final class PaperModel {
    private static final int COLUMNS = FrameColumns.COVAREP.count();
    private static final List<String> EMOTIONS =
            List.of("happiness", "sadness", "anger", "surprise", "disgust", "fear");
    private static final double DEVIATION = 10;
    private static final float LARGEST_WEIGHT = 0.1f;

    private final Random random;

    private PaperModel(Random random) {
        this.random = random;
    }

    static EmotionModel of(long seed) {
        return new PaperModel(new Random(seed)).create();
    }

    private EmotionModel create() {
        GruEncoderSettings settings = GruEncoderSettings.PAPER;
        int hidden = settings.hidden();
        var layers = new ArrayList<GruWeights>();
        for (int layer = 0; layer < settings.layers(); layer++) {
            int inputs = layer == 0 ? COLUMNS : hidden;
            layers.add(new GruWeights(
                    weights(3 * hidden * inputs),
                    weights(3 * hidden * hidden),
                    weights(3 * hidden),
                    weights(3 * hidden)));
        }
        int outputs = settings.outputs();
        var encoderWeights =
                new GruEncoderWeights(layers, new DenseWeights(weights(outputs * hidden), weights(outputs)));
        var deviations = new double[COLUMNS];
        Arrays.fill(deviations, DEVIATION);
        var encoder = new PretrainedEncoder(
                new Standardizer(FrameColumns.COVAREP, new double[COLUMNS], deviations, StandardizerSettings.DEFAULT),
                settings,
                encoderWeights,
                new EncoderDescription(100, JsonFile.object(), JsonFile.object()));
        var description = new ModelDescription(
                EMOTIONS,
                Collections.nCopies(EMOTIONS.size(), 0.5),
                ModelDescription.unmeasured(EMOTIONS.size()),
                Optional.empty(),
                new Readout(Readout.Pooling.MEAN, 6000, Readout.Cut.START),
                JsonFile.object(),
                JsonFile.object());
        var head = new DenseWeights(weights(EMOTIONS.size() * outputs), weights(EMOTIONS.size()));
        return new EmotionModel(encoder, head, description);
    }

    private float[] weights(int count) {
        var weights = new float[count];
        for (int i = 0; i < count; i++) {
            weights[i] = LARGEST_WEIGHT * (2 * random.nextFloat() - 1);
        }
        return weights;
    }
}
