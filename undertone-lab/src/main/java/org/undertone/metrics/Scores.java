package org.undertone.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** All metrics of one set of predictions, per emotion and over the emotions. */
public final class Scores {
    /** Beyond, squares and their sums could overflow. */
    private static final double LARGEST = 1e100;

    /** [metric][emotion], metrics by ordinal. */
    private final List<List<Score>> scores;

    private Scores(List<List<Score>> scores) {
        this.scores = scores;
    }

    /**
     * Scores the predictions of one model; keeps none of the arrays. Every value must be finite and at most 1e100 in
     * size.
     *
     * @param predictions [clip][emotion], on the scale of the labels, any value; at least one clip and one emotion
     * @param labels [clip][emotion], intensities in [0, 3]
     * @param thresholds [emotion]: a prediction of at least this is "present"; see {@link PresenceThreshold}
     * @param trainingMedians [emotion]: median label of the training clips, for {@link Metric#SKILL}
     */
    public static Scores of(double[][] predictions, double[][] labels, double[] thresholds, double[] trainingMedians) {
        int emotions = check(predictions, labels);
        check("thresholds", thresholds, emotions);
        check("training medians", trainingMedians, emotions);
        return of(predictions, labels, repeat(thresholds, labels.length), repeat(trainingMedians, labels.length));
    }

    /**
     * Scores the predictions of several models together, such as one per fold, each clip by the threshold and the median
     * that belong to the model that predicted it.
     *
     * @param predictions [clip][emotion], as in the other form
     * @param labels [clip][emotion]
     * @param thresholds [clip][emotion]
     * @param trainingMedians [clip][emotion]
     */
    public static Scores of(
            double[][] predictions, double[][] labels, double[][] thresholds, double[][] trainingMedians) {
        int emotions = check(predictions, labels);
        check(thresholds, labels);
        check(trainingMedians, labels);
        var columns = new ArrayList<OneEmotion>();
        for (int emotion = 0; emotion < emotions; emotion++) {
            columns.add(new OneEmotion(
                    column(predictions, emotion),
                    column(labels, emotion),
                    column(thresholds, emotion),
                    column(trainingMedians, emotion)));
        }
        var scores = new ArrayList<List<Score>>();
        for (Metric metric : Metric.values()) {
            scores.add(columns.stream().map(metric::of).toList());
        }
        return new Scores(List.copyOf(scores));
    }

    /**
     * One metric of one emotion alone, for what is computed thousands of times, such as a bootstrap.
     *
     * @param predictions [clip], at least one
     * @param labels [clip], intensities in [0, 3]
     * @param threshold a prediction of at least this is "present"
     * @param trainingMedian median label of the training clips
     */
    public static Score of(
            Metric metric, double[] predictions, double[] labels, double threshold, double trainingMedian) {
        if (predictions.length != labels.length || labels.length == 0) {
            throw new IllegalArgumentException("there must be as many predictions as labels, 1 or more, but there are "
                    + predictions.length + " and " + labels.length);
        }
        check("predictions", predictions, labels.length);
        check("labels", labels, labels.length);
        var thresholds = new double[labels.length];
        Arrays.fill(thresholds, threshold);
        var medians = new double[labels.length];
        Arrays.fill(medians, trainingMedian);
        return metric.of(new OneEmotion(predictions, labels, thresholds, medians));
    }

    private static double[][] repeat(double[] row, int clips) {
        var rows = new double[clips][];
        Arrays.fill(rows, row);
        return rows;
    }

    /** Number of emotions. */
    public int emotions() {
        return scores.get(0).size();
    }

    /** The score of one emotion. */
    public Score emotion(Metric metric, int emotion) {
        if (emotion < 0 || emotion >= emotions()) {
            throw new IndexOutOfBoundsException("emotion must lie in 0 to " + (emotions() - 1) + " but is " + emotion);
        }
        return scores.get(metric.ordinal()).get(emotion);
    }

    /**
     * The mean over the emotions where the metric is defined, undefined where it is for none. For MAE and accuracy, which
     * always are, that is the mean over all entries.
     */
    public Score overall(Metric metric) {
        List<Score> ofEmotions = scores.get(metric.ordinal());
        double[] defined = ofEmotions.stream()
                .map(Score::optional)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        if (defined.length == 0) {
            var reasons = ofEmotions.stream().map(Score::reason).distinct().toList();
            return Score.undefined(String.join("; ", reasons));
        }
        return Score.of(Moments.mean(defined));
    }

    /** How many emotions {@link #overall} is the mean over. */
    public int emotionsCounted(Metric metric) {
        return (int)
                scores.get(metric.ordinal()).stream().filter(Score::defined).count();
    }

    private static double[] column(double[][] values, int emotion) {
        var column = new double[values.length];
        for (int clip = 0; clip < column.length; clip++) {
            column[clip] = values[clip][emotion];
        }
        return column;
    }

    /** Returns the number of emotions. */
    private static int check(double[][] predictions, double[][] labels) {
        if (predictions.length != labels.length) {
            throw new IllegalArgumentException("there must be as many predictions as labels but there are "
                    + predictions.length + " and " + labels.length);
        }
        if (labels.length == 0) {
            throw new IllegalArgumentException("scores need at least one clip but there are 0");
        }
        int emotions = labels[0].length;
        if (emotions == 0) {
            throw new IllegalArgumentException("scores need at least one emotion but there are 0");
        }
        for (int clip = 0; clip < labels.length; clip++) {
            check("labels of clip " + clip, labels[clip], emotions);
            check("predictions of clip " + clip, predictions[clip], emotions);
        }
        return emotions;
    }

    private static void check(String what, double[] values, int emotions) {
        if (values.length != emotions) {
            throw new IllegalArgumentException(
                    what + " must be " + emotions + " numbers, one per emotion, but are " + values.length);
        }
        for (int emotion = 0; emotion < emotions; emotion++) {
            if (!(Math.abs(values[emotion]) <= LARGEST)) {
                throw new IllegalArgumentException(what + " must be finite and within " + LARGEST
                        + " of 0 but that of emotion " + emotion + " is " + values[emotion]);
            }
        }
    }
}
