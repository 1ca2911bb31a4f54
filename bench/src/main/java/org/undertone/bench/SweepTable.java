package org.undertone.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.LabelSubsets;
import org.undertone.corpus.Seed;
import org.undertone.features.StandardizerSettings;
import org.undertone.network.EncoderSettings;
import org.undertone.training.FineTuningSettings;
import org.undertone.training.FrozenEncoder;
import org.undertone.training.HeadTraining;
import org.undertone.training.PretrainedWeights;
import org.undertone.training.StandardizerFit;
import org.undertone.training.Workers;

/**
 * The whole fine-tuning sweep of the paper's budgets, three repeats each, with every clip encoded once, beside the same
 * sweep that encodes its clips again in every epoch. The second is measured on its smallest budgets and counted up by
 * the number of clips to encode, since it takes the same time for each.
 */
public final class SweepTable {

    private static final int REPEATS = 3;
    private static final List<Integer> MEASURED = List.of(20, 35);

    private SweepTable() {}

    /** Prints both times for a corpus directory. */
    public static void main(String[] arguments) throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();
        FineTuningSettings settings = FineTuningSettings.PAPER;
        try (Corpus corpus = Corpus.open(Path.of(arguments[0]));
                Workers workers = Workers.of(processors)) {
            int[] clips = IntStream.range(0, corpus.size()).toArray();
            PretrainedWeights weights = PretrainedWeights.untrained(
                    EncoderSettings.paper(corpus.columns().count()),
                    StandardizerFit.fit(corpus, clips, StandardizerSettings.DEFAULT),
                    1);
            List<Integer> budgets = IntStream.iterate(20, n -> n <= Math.min(200, clips.length), n -> n + 15)
                    .boxed()
                    .toList();
            try (FrozenEncoder encoder =
                    FrozenEncoder.create(weights, corpus, settings.window(), settings.pooling(), workers)) {
                encoder.pool(Arrays.copyOf(clips, Math.min(64, clips.length)));
                double cached = cached(encoder, corpus, clips, budgets, settings);
                double perClip = perClip(encoder, clips, settings);
                long encodings = (long) REPEATS
                        * settings.trainer().epochs()
                        * budgets.stream().mapToInt(Integer::intValue).sum();
                double heads = cached - perClip * clips.length;
                print(
                        "budgets 20 to %d, %d repeats, %d epochs, %d clips%n",
                        budgets.get(budgets.size() - 1),
                        REPEATS,
                        settings.trainer().epochs(),
                        clips.length);
                print("every clip encoded once        %10.1f s%n", cached);
                print(
                        "encoded in every epoch         %10.1f s (%d encodings at %.2f ms)%n",
                        heads + perClip * encodings, encodings, 1000 * perClip);
                print("times as fast                  %10.1f%n", (heads + perClip * encodings) / cached);
            }
        }
    }

    private static double cached(
            FrozenEncoder encoder, Corpus corpus, int[] clips, List<Integer> budgets, FineTuningSettings settings) {
        long begin = System.nanoTime();
        float[][] pooled = encoder.pool(clips);
        double[][] labels = corpus.intensities(clips);
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            for (int budget : budgets) {
                int[] drawn = LabelSubsets.draw(clips, budget, Seed.derive(1, repeat));
                HeadTraining.fit(
                        Arrays.stream(drawn).mapToObj(i -> pooled[i]).toArray(float[][]::new),
                        Arrays.stream(drawn).mapToObj(i -> labels[i]).toArray(double[][]::new),
                        settings.trainer(),
                        repeat);
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Seconds that encoding takes per clip where each epoch of a small budget encodes its clips. */
    private static double perClip(FrozenEncoder encoder, int[] clips, FineTuningSettings settings) {
        long begin = System.nanoTime();
        long encoded = 0;
        for (int budget : MEASURED) {
            int[] drawn = LabelSubsets.draw(clips, budget, 1);
            for (int epoch = 0; epoch < settings.trainer().epochs(); epoch++) {
                encoder.pool(drawn);
                encoded += drawn.length;
            }
        }
        return (System.nanoTime() - begin) / 1e9 / encoded;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
