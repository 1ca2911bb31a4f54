package org.undertone.experiment;

import java.util.Arrays;
import org.undertone.corpus.Seed;
import org.undertone.training.HeadTraining;
import org.undertone.training.HeadWeights;
import org.undertone.training.TrainerSettings;

/** A trial of a head on frozen vectors, with scores of the labelled clips by heads that never saw them. */
final class HeadTrials {

    private HeadTrials() {}

    static TrialOutcome run(
            float[][] labelled, double[][] labels, float[][] evaluation, TrainerSettings settings, long seed) {
        HeadWeights head = HeadTraining.fit(labelled, labels, settings, seed);
        LeftOutParts parts = LeftOutParts.ofClips(labelled.length, seed);
        return new TrialOutcome(leftOut(labelled, labels, parts, settings, seed), head.scores(evaluation));
    }

    /** Scores of the labelled clips by heads that did not learn from them: [clip][emotion]. */
    static double[][] leftOut(
            float[][] vectors, double[][] labels, LeftOutParts parts, TrainerSettings settings, long seed) {
        double[][] scores = new double[vectors.length][];
        for (int part = 0; part < parts.count(); part++) {
            int[] out = parts.inside(part);
            int[] in = parts.outside(part);
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
