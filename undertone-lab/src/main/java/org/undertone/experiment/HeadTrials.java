package org.undertone.experiment;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.undertone.corpus.Seed;
import org.undertone.corpus.Shuffle;
import org.undertone.training.HeadTraining;
import org.undertone.training.HeadWeights;
import org.undertone.training.TrainerSettings;

/** A trial of a head on frozen vectors, with scores of the labelled clips by heads that never saw them. */
final class HeadTrials {

    /** Parts into which the labelled clips are dealt, for scores by heads that did not learn from them. */
    private static final int PARTS = 5;

    private HeadTrials() {}

    static TrialOutcome run(
            float[][] labelled, double[][] labels, float[][] evaluation, TrainerSettings settings, long seed) {
        HeadWeights head = HeadTraining.fit(labelled, labels, settings, seed);
        return new TrialOutcome(leftOut(labelled, labels, settings, seed), head.scores(evaluation));
    }

    /** Scores of the labelled clips by heads that did not learn from them: [clip][emotion]. */
    static double[][] leftOut(float[][] vectors, double[][] labels, TrainerSettings settings, long seed) {
        int[] order = IntStream.range(0, vectors.length).toArray();
        new Shuffle(Seed.derive(seed, "parts")).apply(order);
        double[][] scores = new double[vectors.length][];
        for (int part = 0; part < Math.min(PARTS, vectors.length); part++) {
            int p = part;
            int[] out = IntStream.range(0, order.length)
                    .filter(i -> i % PARTS == p)
                    .map(i -> order[i])
                    .toArray();
            int[] in = IntStream.range(0, order.length)
                    .filter(i -> i % PARTS != p)
                    .map(i -> order[i])
                    .toArray();
            float[][] inputs = Arrays.stream(in).mapToObj(i -> vectors[i]).toArray(float[][]::new);
            double[][] targets = Arrays.stream(in).mapToObj(i -> labels[i]).toArray(double[][]::new);
            HeadWeights head = HeadTraining.fit(inputs, targets, settings, Seed.derive(seed, "part", part));
            double[][] predicted =
                    head.scores(Arrays.stream(out).mapToObj(i -> vectors[i]).toArray(float[][]::new));
            for (int i = 0; i < out.length; i++) {
                scores[out[i]] = predicted[i];
            }
        }
        return scores;
    }
}
