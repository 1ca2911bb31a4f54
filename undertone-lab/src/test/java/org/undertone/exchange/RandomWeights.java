package org.undertone.exchange;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
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

/** Models of any shape that have learned nothing. */
final class RandomWeights {
    static final int DEAD_COLUMN = 4;

    private static final List<String> EMOTIONS = List.of("a", "b", "c");

    private RandomWeights() {}

    static EmotionModel model(GruEncoderSettings encoder, Readout readout, long seed) {
        return model(encoder, readout, StandardizerSettings.DEFAULT, seed);
    }

    static EmotionModel model(GruEncoderSettings encoder, Readout readout, StandardizerSettings settings, long seed) {
        var random = new Random(seed);
        double[] deviations = random.doubles(encoder.inputs(), 0.5, 2).toArray();
        deviations[DEAD_COLUMN] = 0;
        var columns = new FrameColumns(IntStream.range(0, encoder.inputs())
                .mapToObj(column -> "column_" + column)
                .toList());
        var standardizer = new Standardizer(
                columns, random.doubles(encoder.inputs(), -1, 1).toArray(), deviations, settings);
        int units = encoder.hidden();
        // Larger ones make the network chaotic: then no two ways of rounding agree for long.
        double scale = 0.6 / Math.sqrt(units);
        List<GruWeights> layers = IntStream.range(0, encoder.layers())
                .mapToObj(layer -> new GruWeights(
                        weights(random, scale, 3 * units * encoder.layerInputs(layer)),
                        weights(random, scale, 3 * units * units),
                        weights(random, scale, 3 * units),
                        weights(random, scale, 3 * units)))
                .toList();
        var output = new DenseWeights(
                weights(random, scale, encoder.outputs() * units), weights(random, scale, encoder.outputs()));
        var pretrained = new PretrainedEncoder(
                standardizer,
                encoder,
                new GruEncoderWeights(layers, output),
                new EncoderDescription(100, JsonFile.object(), JsonFile.object()));
        var head = new DenseWeights(
                weights(random, scale, EMOTIONS.size() * readout.width(encoder.outputs())),
                weights(random, scale, EMOTIONS.size()));
        return new EmotionModel(
                pretrained,
                head,
                new ModelDescription(
                        EMOTIONS,
                        Collections.nCopies(EMOTIONS.size(), 0.5),
                        ModelDescription.unmeasured(EMOTIONS.size()),
                        Optional.empty(),
                        readout,
                        JsonFile.object(),
                        JsonFile.object()));
    }

    /** {@code [time][column]}. */
    static float[] frames(int count, int columns, long seed) {
        return weights(new Random(seed), 1, count * columns);
    }

    private static float[] weights(Random random, double scale, int count) {
        var weights = new float[count];
        for (int i = 0; i < count; i++) {
            weights[i] = (float) (random.nextGaussian() * scale);
        }
        return weights;
    }
}
