package org.undertone.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.undertone.corpus.Seed;
import org.undertone.metrics.GroupBootstrap;
import org.undertone.metrics.IntervalEstimate;
import org.undertone.metrics.Metric;
import org.undertone.metrics.Scores;
import org.undertone.training.Workers;

/**
 * Bootstrap intervals of one model's scores.
 *
 * @param predictions [emotion][clip]
 * @param labels [emotion][clip]
 * @param thresholds [emotion]
 * @param medians [emotion]
 * @param groups [clip], a number per group
 */
record EvaluationIntervals(
        double[][] predictions, double[][] labels, double[] thresholds, double[] medians, int[] groups) {

    /** For each metric one interval per emotion, then that of the overall score; the metrics are shared out. */
    Map<Metric, List<IntervalEstimate>> estimate(Workers workers) {
        List<List<IntervalEstimate>> found =
                new ArrayList<>(Collections.nCopies(Evaluation.WITH_INTERVALS.size(), List.of()));
        workers.each(
                found.size(), (worker, number) -> found.set(number, estimate(Evaluation.WITH_INTERVALS.get(number))));
        Map<Metric, List<IntervalEstimate>> intervals = new EnumMap<>(Metric.class);
        for (int number = 0; number < found.size(); number++) {
            intervals.put(Evaluation.WITH_INTERVALS.get(number), found.get(number));
        }
        return intervals;
    }

    private List<IntervalEstimate> estimate(Metric metric) {
        return GroupBootstrap.estimates(
                groups,
                clips -> scores(metric, clips),
                predictions.length + 1,
                Evaluation.RESAMPLES,
                Seed.derive(Evaluation.SEED, "intervals"));
    }

    /** [emotion], and in the last place the mean over those that are defined; NaN where undefined. */
    private double[] scores(Metric metric, int[] clips) {
        double[] scores = new double[predictions.length + 1];
        double sum = 0;
        int defined = 0;
        for (int emotion = 0; emotion < predictions.length; emotion++) {
            OptionalDouble score = Scores.of(
                            metric,
                            taken(predictions[emotion], clips),
                            taken(labels[emotion], clips),
                            thresholds[emotion],
                            medians[emotion])
                    .optional();
            scores[emotion] = score.orElse(Double.NaN);
            sum += score.orElse(0);
            defined += score.isPresent() ? 1 : 0;
        }
        scores[predictions.length] = defined == 0 ? Double.NaN : sum / defined;
        return scores;
    }

    private static double[] taken(double[] values, int[] clips) {
        return Arrays.stream(clips).mapToDouble(clip -> values[clip]).toArray();
    }
}
