package org.undertone.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.undertone.corpus.Corpus;
import org.undertone.metrics.Metric;
import org.undertone.model.EmotionModel;
import org.undertone.network.Pooling;
import org.undertone.training.FrozenEncoder;
import org.undertone.training.HeadWeights;
import org.undertone.training.TrainingListener;
import org.undertone.training.Workers;

/** Encoders and models on disk, and the same numbers in plain Java as on the training side. */
class ModelMakingTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(Pooling.class)
    void plainJavaScoresAsTheTrainingSideDoes(Pooling pooling) throws Exception {
        ExperimentRecipe recipe = TinyRuns.recipe("fineTuning.pooling=" + pooling, "fineTuning.window.cut=RANDOM");
        try (Corpus corpus = Corpus.open(TinyRuns.corpus(directory));
                Workers workers = Workers.of(1)) {
            Path encoder = directory.resolve("encoder");
            new EncoderMaking(corpus, recipe, 3).run(encoder, false, 2, TrainingListener.SILENT);
            Path target = directory.resolve("model");
            assertThat(new ModelMaking(corpus, recipe, 3).run(encoder, OptionalInt.of(12), target, 1))
                    .isEqualTo(12);
            EmotionModel model = EmotionModel.read(target);
            assertThat(model.emotions()).isEqualTo(PooledTrial.EMOTIONS);
            int[] clips = IntStream.range(0, corpus.size()).toArray();
            double[][] plain = ModelEvaluation.predict(model, corpus, clips, workers, done -> {});
            try (FrozenEncoder frozen = FrozenEncoder.create(
                    EncoderStore.read(encoder), corpus, recipe.fineTuning().window(), pooling, workers)) {
                HeadWeights head =
                        new HeadWeights(model.head().weights(), model.head().bias());
                double[][] trained = head.scores(frozen.pool(clips));
                for (int clip : clips) {
                    for (int emotion = 0; emotion < 6; emotion++) {
                        assertThat(plain[clip][emotion])
                                .as("clip " + clip + ", emotion " + emotion)
                                .isCloseTo(trained[clip][emotion], Offset.offset(1e-5));
                    }
                }
            }
        }
    }

    @Test
    void learnsFromTheTrainingFoldOnlyAndEvaluatesOthers() throws Exception {
        ExperimentRecipe recipe = TinyRuns.recipe();
        try (Corpus corpus = Corpus.open(TinyRuns.corpus(directory));
                Workers workers = Workers.of(2)) {
            Path encoder = directory.resolve("encoder");
            new EncoderMaking(corpus, recipe, 3).run(encoder, false, 2, TrainingListener.SILENT);
            Path target = directory.resolve("model");
            int labels = new ModelMaking(corpus, recipe, 3).run(encoder, OptionalInt.empty(), target, 1);
            assertThat(labels).isEqualTo(3 * 8);
            EmotionModel model = EmotionModel.read(target);
            int[] test = ModelEvaluation.labelledClips(corpus, Optional.of("test"));
            Evaluation evaluation = ModelEvaluation.evaluate(model, corpus, test, workers, done -> {});
            assertThat(evaluation.systems())
                    .extracting(Evaluation.Rated::id)
                    .containsExactly("model", "zeros", "median");
            assertThat(evaluation.systems())
                    .allMatch(system -> system.scores().overall(Metric.MAE).defined());
            assertThat(evaluation.clips()).isEqualTo(8);
            assertThat(evaluation.intervals().get(Metric.CCC)).hasSize(7).allMatch(interval -> interval.undefined()
                    .contains("10 groups but there are 1"));
            int[] all = ModelEvaluation.labelledClips(corpus, Optional.empty());
            assertThatThrownBy(() -> ModelEvaluation.evaluate(model, corpus, all, workers, done -> {}))
                    .hasMessageContaining("which the model learned from; evaluate on another corpus");
            assertThatThrownBy(() -> ModelEvaluation.labelledClips(corpus, Optional.of("tset")))
                    .hasMessageContaining(
                            "no labelled clip in a fold named \"tset\"; it has the folds [dev, test, train]");
            assertThatThrownBy(() -> new ModelMaking(corpus, recipe, 3)
                            .run(encoder, OptionalInt.of(25), directory.resolve("more"), 1))
                    .hasMessageContaining("a label budget must lie in 1 to 24");
        }
    }
}
