package org.undertone.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.undertone.baseline.Dummy;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.Emotion;
import org.undertone.corpus.Seed;
import org.undertone.corpus.Split;
import org.undertone.metrics.PresenceThreshold;
import org.undertone.metrics.Scores;

/**
 * One repeat of one method at one budget: the predictions of all folds together, each clip by a model that never saw its
 * group, scored once.
 */
final class PooledTrial {

    static final List<String> EMOTIONS =
            Arrays.stream(Emotion.values()).map(Emotion::label).toList();

    private final Corpus corpus;
    private final List<Split> splits;
    private final TrialStore store;
    private final long seed;

    PooledTrial(Corpus corpus, List<Split> splits, TrialStore store, long seed) {
        this.corpus = corpus;
        this.splits = splits;
        this.store = store;
        this.seed = seed;
    }

    /** The scores; empty where a fold's trial is missing or failed. */
    Optional<Scores> scores(String method, int budget, boolean all, int repeat) throws IOException {
        Map<TrialKey, Trial> trials = store.trials();
        List<double[]> predictions = new ArrayList<>();
        List<double[]> labels = new ArrayList<>();
        List<double[]> thresholds = new ArrayList<>();
        List<double[]> medians = new ArrayList<>();
        for (int fold = 0; fold < splits.size(); fold++) {
            TrialKey key = new TrialKey(method, budget, all, repeat, fold);
            Trial trial = trials.get(key);
            if (trial == null || trial.failure().isPresent()) {
                return Optional.empty();
            }
            int[] bought = ExperimentPlan.labels(
                    key, FoldData.labelledOf(corpus, splits.get(fold).training()), seed);
            TrialOutcome outcome = store.outcome(key);
            double[][] known = corpus.intensities(bought);
            double[] threshold = thresholds(outcome.labelled(), known, Seed.derive(key.seed(seed), "thresholds"))
                    .toArray();
            double[] median = Dummy.MEDIAN.fit(known);
            double[][] truth = corpus.intensities(
                    FoldData.labelledOf(corpus, splits.get(fold).evaluation()));
            for (int clip = 0; clip < truth.length; clip++) {
                predictions.add(outcome.evaluation()[clip]);
                labels.add(truth[clip]);
                thresholds.add(threshold);
                medians.add(median);
            }
        }
        return Optional.of(Scores.of(rows(predictions), rows(labels), rows(thresholds), rows(medians)));
    }

    /** One threshold per emotion, from scores of labelled clips. */
    static DoubleStream thresholds(double[][] scores, double[][] labels, long seed) {
        return IntStream.range(0, EMOTIONS.size())
                .mapToDouble(emotion -> PresenceThreshold.choose(
                        Arrays.stream(scores).mapToDouble(row -> row[emotion]).toArray(),
                        Arrays.stream(labels).mapToDouble(row -> row[emotion]).toArray(),
                        Seed.derive(seed, "emotion", emotion)));
    }

    private static double[][] rows(List<double[]> rows) {
        return rows.toArray(double[][]::new);
    }
}
