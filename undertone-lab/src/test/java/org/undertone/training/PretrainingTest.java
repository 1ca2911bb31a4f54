package org.undertone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.corpus.ClipWindow;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.SmallCorpora;
import org.undertone.features.Standardizer;
import org.undertone.features.StandardizerSettings;
import org.undertone.network.RecurrentEngine;
import org.undertone.objective.MaskedSpanSettings;
import org.undertone.storage.FileFormatException;

/** Pre-training as a whole: it learns, does not depend on workers, and goes on where it was stopped. */
class PretrainingTest {

    @TempDir
    static Path directory;

    @TempDir
    Path scratch;

    @BeforeAll
    static void makeCorpus() throws Exception {
        SmallCorpora.write(directory.resolve("corpus"), SmallCorpora.Shape.USUAL, 4);
    }

    @Test
    void losesLossOnFittedAndHeldOutClips() throws Exception {
        LossHistory losses = run(Workers.of(2), settings(12, 0.2), 1, TrainingListener.SILENT, false)
                .losses();
        assertThat(losses.epochs()).hasSize(12);
        assertThat(losses.epochs().get(11).training())
                .isLessThan(losses.epochs().get(0).training());
        assertThat(losses.epochs().get(11).heldOut())
                .isLessThan(losses.epochs().get(0).heldOut());
        assertThat(losses.csv().lines()).hasSize(13);
    }

    @Test
    void givesTheSameBitsOnOneTwoAndThreeWorkers() throws Exception {
        PretrainedWeights one = run(Workers.of(1), settings(2, 0.2), 7, TrainingListener.SILENT, false);
        for (int workers = 2; workers <= 3; workers++) {
            PretrainedWeights more = run(Workers.of(workers), settings(2, 0.2), 7, TrainingListener.SILENT, false);
            assertSame(one, more);
        }
    }

    @Test
    void givesOtherWeightsForAnotherSeed() throws Exception {
        PretrainedWeights one = run(Workers.of(1), settings(1, 0), 1, TrainingListener.SILENT, false);
        PretrainedWeights other = run(Workers.of(1), settings(1, 0), 2, TrainingListener.SILENT, false);
        assertThat(one.tensors().get("encoder.output.weight"))
                .isNotEqualTo(other.tensors().get("encoder.output.weight"));
        assertThat(one.losses().epochs().get(0).heldOut()).isNaN();
    }

    @Test
    void endsWithTheSameBitsWhereverItWasStopped() throws Exception {
        PretrainedWeights whole = run(Workers.of(1), settings(3, 0.2), 5, TrainingListener.SILENT, false);
        for (int stop : new int[] {1, 2, 3, 4, 5}) {
            Files.deleteIfExists(scratch.resolve("checkpoint.safetensors"));
            assertThatThrownBy(() -> run(Workers.of(1), settings(3, 0.2), 5, stopAt(stop), true))
                    .isInstanceOf(CancellationException.class);
            assertSame(whole, run(Workers.of(2), settings(3, 0.2), 5, TrainingListener.SILENT, true));
        }
    }

    @Test
    void refusesACheckpointOfAnotherRun() throws Exception {
        assertThatThrownBy(() -> run(Workers.of(1), settings(3, 0.2), 5, stopAt(3), true))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> run(Workers.of(1), settings(3, 0.2), 6, TrainingListener.SILENT, true))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("belongs to a run with other settings, data or seed");
    }

    @Test
    void refusesADamagedCheckpoint() throws Exception {
        Files.write(scratch.resolve("checkpoint.safetensors"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> run(Workers.of(1), settings(3, 0.2), 6, TrainingListener.SILENT, true))
                .isInstanceOf(FileFormatException.class);
    }

    @Test
    void stopsAtTheLimitOfSteps() throws Exception {
        PretrainingSettings s = settings(5, 0);
        TrainerSettings limited = new TrainerSettings(5, 8, 3, AdamSettings.DEFAULT);
        long[] last = {0, 0};
        TrainingListener listener = new TrainingListener() {
            @Override
            public void step(long done, long total, double loss) {
                last[0] = done;
                last[1] = total;
            }
        };
        run(
                Workers.of(1),
                new PretrainingSettings(s.hidden(), s.layers(), s.window(), s.span(), limited, 0, s.engine()),
                1,
                listener,
                false);
        assertThat(last).containsExactly(3, 3);
    }

    private static TrainingListener stopAt(int step) {
        return new TrainingListener() {
            private int seen;

            @Override
            public void step(long done, long total, double loss) {
                if (++seen == step) {
                    throw new CancellationException("stopped");
                }
            }
        };
    }

    private static PretrainingSettings settings(int epochs, double heldOut) {
        return new PretrainingSettings(
                10,
                2,
                new ClipWindow(30, ClipWindow.Cut.RANDOM),
                MaskedSpanSettings.PAPER,
                new TrainerSettings(epochs, 20, 0, AdamSettings.DEFAULT),
                heldOut,
                RecurrentEngine.ONEDNN);
    }

    private PretrainedWeights run(
            Workers workers, PretrainingSettings settings, long seed, TrainingListener listener, boolean checkpoint)
            throws Exception {
        try (workers;
                Corpus corpus = Corpus.open(directory.resolve("corpus"))) {
            int[] clips = IntStream.range(0, corpus.size()).toArray();
            Standardizer standardizer = StandardizerFit.fit(corpus, clips, StandardizerSettings.DEFAULT);
            Pretraining pretraining = new Pretraining(settings, corpus, clips, standardizer, seed);
            return checkpoint ? pretraining.run(scratch, workers, listener) : pretraining.run(workers, listener);
        }
    }

    private static void assertSame(PretrainedWeights a, PretrainedWeights b) {
        assertThat(b.losses()).isEqualTo(a.losses());
        for (Map.Entry<String, float[]> tensor : a.tensors().entrySet()) {
            assertThat(b.tensors().get(tensor.getKey())).as(tensor.getKey()).isEqualTo(tensor.getValue());
        }
    }
}
