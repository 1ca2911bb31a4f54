package org.undertone.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.undertone.baseline.Dummy;
import org.undertone.metrics.ConformalInterval;
import org.undertone.metrics.Metric;
import org.undertone.metrics.Score;
import org.undertone.metrics.Scores;
import org.undertone.storage.JsonFile;

/**
 * What the labelled clips themselves say of a head: scores of each by a head that did not learn from it, beside the labels.
 *
 * @param parts how the clips were dealt
 * @param scores [clip][emotion]
 * @param labels [clip][emotion]
 */
record LeftOutScores(LeftOutParts parts, double[][] scores, double[][] labels) {
    private static final double COVERAGE = 0.9;

    /** One for each emotion. */
    List<OptionalDouble> uncertainties() {
        return IntStream.range(0, PooledTrial.EMOTIONS.size())
                .mapToObj(emotion ->
                        ConformalInterval.halfWidth(column(scores, emotion), column(labels, emotion), COVERAGE))
                .toList();
    }

    /** The summary that travels with the model, dummies included. */
    ObjectNode toJson(List<Double> thresholds) {
        double[] medians = Dummy.MEDIAN.fit(labels);
        Scores model = score(scores, thresholds, medians);
        Scores zeros = score(constant(new double[medians.length]), thresholds, medians);
        Scores median = score(constant(medians), thresholds, medians);
        ObjectNode json = JsonFile.object();
        ObjectNode summary = json.putObject("left out in training");
        summary.put("clips", labels.length);
        summary.put(
                "parts",
                parts.groupsApart()
                        ? "5, no group in two of them; the encoder has seen all of them without labels"
                        : "5, a group may be in two of them; the encoder has seen all of them without labels");
        summary.put("thresholds", "chosen on the same scores, which flatters UAR a little");
        ObjectNode emotions = summary.putObject("emotions");
        for (int emotion = 0; emotion < PooledTrial.EMOTIONS.size(); emotion++) {
            ObjectNode one = emotions.putObject(PooledTrial.EMOTIONS.get(emotion));
            put(one, "CCC", model.emotion(Metric.CCC, emotion));
            put(one, "UAR", model.emotion(Metric.UAR, emotion));
            put(one, "MAE", model.emotion(Metric.MAE, emotion));
            put(one, "MAE of zeros", zeros.emotion(Metric.MAE, emotion));
            put(one, "MAE of the median", median.emotion(Metric.MAE, emotion));
        }
        return json;
    }

    private Scores score(double[][] predictions, List<Double> thresholds, double[] medians) {
        double[] limits = thresholds.stream().mapToDouble(Double::doubleValue).toArray();
        return Scores.of(predictions, labels, limits, medians);
    }

    private double[][] constant(double[] values) {
        return Arrays.stream(labels).map(row -> values).toArray(double[][]::new);
    }

    /** Null where it is not defined, such as where an emotion does not occur. */
    private static void put(ObjectNode json, String name, Score score) {
        json.put(name, score.defined() ? Double.valueOf(score.value()) : null);
    }

    private static double[] column(double[][] rows, int emotion) {
        return Arrays.stream(rows).mapToDouble(row -> row[emotion]).toArray();
    }
}
