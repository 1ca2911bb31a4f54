package org.undertone.experiment;

import java.util.List;
import java.util.Map;
import org.undertone.metrics.IntervalEstimate;
import org.undertone.metrics.Metric;
import org.undertone.metrics.Scores;

/**
 * What a model scores on labelled clips, beside predictions that look at no clip.
 *
 * @param emotions names, in the order of the scores
 * @param clips number of labelled clips
 * @param groups number of groups that they come from
 * @param systems the model first, then the dummies
 * @param intervals of the model, for the metrics of {@link #WITH_INTERVALS}: one per emotion, then one of the overall
 *     score
 */
public record Evaluation(
        List<String> emotions,
        int clips,
        int groups,
        List<Rated> systems,
        Map<Metric, List<IntervalEstimate>> intervals) {

    /** The metrics that are given an interval: 95 %, from resampling the groups of the clips. */
    public static final List<Metric> WITH_INTERVALS = List.of(Metric.CCC, Metric.UAR, Metric.AUROC, Metric.MAE);

    /** How often the groups are drawn anew for an interval. */
    public static final int RESAMPLES = 1000;

    /** Seed of the draws. */
    public static final long SEED = 1;

    /** Copies the lists. */
    public Evaluation {
        emotions = List.copyOf(emotions);
        systems = List.copyOf(systems);
        intervals = Map.copyOf(intervals);
    }

    /**
     * A system and its scores.
     *
     * @param id {@code model}, {@code zeros} or {@code median}
     */
    public record Rated(String id, Scores scores) {}
}
