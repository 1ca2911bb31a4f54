package org.undertone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PresenceThresholdTest {
    private static final double[] TEN_LABELS = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};

    /** The definition: every candidate on every fold, counted anew. */
    private static double slowly(double[] predictions, double[] labels, int[] folds) {
        double[] distinct = Arrays.stream(predictions).sorted().distinct().toArray();
        List<Double> best = new ArrayList<>();
        double bestScore = 0;
        for (int i = 1; i < distinct.length; i++) {
            double candidate = (distinct[i - 1] + distinct[i]) / 2;
            double score = 0;
            for (int fold = 0; fold < 5; fold++) {
                score += averageRecall(predictions, labels, folds, fold, candidate) / 5;
            }
            if (score > bestScore + 1e-12) {
                bestScore = score;
                best.clear();
            }
            if (score >= bestScore - 1e-12) {
                best.add(candidate);
            }
        }
        return best.isEmpty() ? 0.5 : best.get((best.size() - 1) / 2);
    }

    private static double averageRecall(double[] predictions, double[] labels, int[] folds, int fold, double t) {
        double[] right = new double[2];
        double[] all = new double[2];
        for (int clip = 0; clip < labels.length; clip++) {
            if (folds[clip] == fold) {
                int side = labels[clip] > 0 ? 1 : 0;
                all[side]++;
                right[side] += (predictions[clip] >= t) == (side == 1) ? 1 : 0;
            }
        }
        return (right[0] / all[0] + right[1] / all[1]) / 2;
    }

    private static int positives(double[] labels) {
        return (int) Arrays.stream(labels).filter(label -> label > 0).count();
    }

    @Property(tries = 300)
    void agreesWithTheDefinition(@ForAll long seed, @ForAll @IntRange(min = 10, max = 80) int clips) {
        var random = new SplittableRandom(seed);
        boolean ties = random.nextBoolean();
        var labels = new double[clips];
        var predictions = new double[clips];
        for (int clip = 0; clip < clips; clip++) {
            labels[clip] = clip < 5 ? 0 : clip < 10 ? 1 : Math.max(0, random.nextInt(-5, 5) / 3.0);
            predictions[clip] = 0.3 * labels[clip] + (ties ? random.nextInt(6) * 0.25 : random.nextDouble());
        }
        int[] folds = PresenceThreshold.folds(labels, positives(labels), seed);
        assertThat(PresenceThreshold.choose(predictions, labels, seed)).isEqualTo(slowly(predictions, labels, folds));
    }

    @Property(tries = 300)
    void everyFoldHasItsShareOfPositivesAndOfClips(
            @ForAll long seed,
            @ForAll @IntRange(min = 5, max = 30) int positives,
            @ForAll @IntRange(min = 5, max = 30) int negatives) {
        var labels = new double[positives + negatives];
        Arrays.fill(labels, 0, positives, 1 / 3.0);
        int[] folds = PresenceThreshold.folds(labels, positives, seed);
        for (int fold = 0; fold < 5; fold++) {
            int present = 0;
            int all = 0;
            for (int clip = 0; clip < folds.length; clip++) {
                all += folds[clip] == fold ? 1 : 0;
                present += folds[clip] == fold && clip < positives ? 1 : 0;
            }
            assertThat(present).isBetween(positives / 5, (positives + 4) / 5);
            assertThat(all).isBetween(labels.length / 5, (labels.length + 4) / 5);
        }
    }

    @Test
    void liesInTheMiddleOfTheGapWherePredictionsSeparate() {
        double[] predictions = {0, 0.1, 0.05, 0.2, 0.1, 0.4, 0.5, 0.9, 0.6, 0.5};
        assertThat(PresenceThreshold.choose(predictions, TEN_LABELS, 1)).isEqualTo(0.2 / 2 + 0.4 / 2);
    }

    @Test
    void theSameSeedGivesTheSameThresholdAndSeedsDealDifferently() {
        var random = new SplittableRandom(3);
        double[] predictions = random.doubles(60).toArray();
        double[] labels = random.ints(60, 0, 2).asDoubleStream().toArray();
        assertThat(PresenceThreshold.choose(predictions, labels, 8))
                .isEqualTo(PresenceThreshold.choose(predictions, labels, 8));
        int[] folds = PresenceThreshold.folds(labels, positives(labels), 8);
        assertThat(PresenceThreshold.folds(labels, positives(labels), 9)).isNotEqualTo(folds);
    }

    @Test
    void isOneHalfBelowFivePositives() {
        double[] predictions = {0, 0, 0, 0, 0, 0, 2, 2, 2, 2};
        double[] labels = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1};
        assertThat(PresenceThreshold.choose(predictions, labels, 1)).isEqualTo(0.5);
    }

    @Test
    void isOneHalfBelowFiveNegatives() {
        double[] predictions = {0, 0, 0, 0, 2, 2, 2, 2, 2, 2};
        double[] labels = {0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
        assertThat(PresenceThreshold.choose(predictions, labels, 1)).isEqualTo(0.5);
    }

    @Test
    void isOneHalfForAConstantPrediction() {
        var predictions = new double[10];
        Arrays.fill(predictions, 0.2);
        assertThat(PresenceThreshold.choose(predictions, TEN_LABELS, 1)).isEqualTo(0.5);
    }

    @Test
    void isOneHalfWithoutClips() {
        assertThat(PresenceThreshold.choose(new double[0], new double[0], 1)).isEqualTo(0.5);
    }

    @Test
    void separatesNeighbouringDoubles() {
        double above = Math.nextUp(0.3);
        double[] predictions = {0.3, 0.3, 0.3, 0.3, 0.3, above, above, above, above, above};
        assertThat(PresenceThreshold.choose(predictions, TEN_LABELS, 1)).isEqualTo(above);
    }

    @Test
    void rejectsFewerPredictionsThanLabels() {
        assertThatThrownBy(() -> PresenceThreshold.choose(new double[9], TEN_LABELS, 1))
                .hasMessage("a threshold needs as many predictions as labels but there are 9 and 10");
    }

    @Test
    void rejectsValuesThatAreNotFinite() {
        var predictions = new double[10];
        predictions[7] = Double.NaN;
        assertThatThrownBy(() -> PresenceThreshold.choose(predictions, TEN_LABELS, 1))
                .hasMessage("predictions and labels must be finite but those of clip 7 are NaN and 1.0");
    }
}
