package org.undertone.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.undertone.model.EmotionScore;
import org.undertone.model.ModelDescription;
import org.undertone.model.Prediction;
import org.undertone.model.Readout;
import org.undertone.recogniser.RandomModel;
import org.undertone.storage.JsonFile;

/** Predictions that no model made, so that what is printed of them can be worked out by hand. */
final class MadePredictions {
    private static final List<Double> INTENSITIES = List.of(1.25, 0.0, -0.125, 0.1 + 0.2, 3.5, 1e-7);

    private MadePredictions() {}

    static Prediction of(double start, double end) {
        return new Prediction(
                start,
                end,
                IntStream.range(0, 6)
                        .mapToObj(emotion -> new EmotionScore(
                                RandomModel.EMOTIONS.get(emotion),
                                INTENSITIES.get(emotion),
                                INTENSITIES.get(emotion) > 0.5,
                                uncertainty(emotion)))
                        .toList());
    }

    static ModelDescription model() {
        return new ModelDescription(
                RandomModel.EMOTIONS,
                List.of(0.5, 0.5, 0.5, 0.5, 0.5, 0.5),
                IntStream.range(0, 6).mapToObj(MadePredictions::uncertainty).toList(),
                Optional.empty(),
                new Readout(Readout.Pooling.MEAN, 300, Readout.Cut.CENTRE),
                JsonFile.object(),
                JsonFile.object());
    }

    /** Surprise has none. */
    private static OptionalDouble uncertainty(int emotion) {
        return emotion == 3 ? OptionalDouble.empty() : OptionalDouble.of(0.5 + emotion / 8.0);
    }
}
