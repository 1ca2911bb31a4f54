package org.undertone.metrics;

import java.util.SplittableRandom;

/**
 * The prediction from which on an emotion counts as present, chosen by cross-validation inside the labelled clips.
 *
 * <ol>
 *   <li>Positives (label above 0) are put in random order and dealt to {@value #FOLDS} folds in turn; negatives likewise,
 *       dealt on from where the positives ended. So every fold has both, in about equal shares.
 *   <li>Candidates are the midpoints between neighbouring distinct predictions of all clips.
 *   <li>A candidate's score is the mean over the folds of the unweighted average recall inside the fold, a clip being
 *       predicted present where its prediction is at or above the candidate. (A candidate has nothing to be fitted on
 *       the other folds; folds weigh alike, whatever their numbers of positives.)
 *   <li>The best candidate wins; of several within 1e-12 of the best, the middle one (of two middle ones, the lower).
 * </ol>
 */
public final class PresenceThreshold {
    /** Where cross-validation is not possible: fewer positives or negatives than folds, or equal predictions. */
    public static final double DEFAULT = 0.5;

    /** Number of folds, and the fewest positives and negatives. */
    public static final int FOLDS = 5;

    private static final double SAME_SCORE = 1e-12;

    private PresenceThreshold() {}

    /**
     * The threshold of one emotion, or {@link #DEFAULT}. The same arguments give the same threshold.
     *
     * @param predictions [labelled clip], finite
     * @param labels [labelled clip], finite intensities
     */
    public static double choose(double[] predictions, double[] labels, long seed) {
        check(predictions, labels);
        int positives = 0;
        for (double label : labels) {
            positives += label > 0 ? 1 : 0;
        }
        if (positives < FOLDS || labels.length - positives < FOLDS) {
            return DEFAULT;
        }
        int[] order = Ranks.ascending(predictions);
        int[] folds = folds(labels, positives, seed);
        double[] scores = scores(order, labels, folds);
        return middleOfBest(predictions, order, scores);
    }

    private static void check(double[] predictions, double[] labels) {
        if (predictions.length != labels.length) {
            throw new IllegalArgumentException("a threshold needs as many predictions as labels but there are "
                    + predictions.length + " and " + labels.length);
        }
        for (int clip = 0; clip < labels.length; clip++) {
            if (!Double.isFinite(predictions[clip]) || !Double.isFinite(labels[clip])) {
                throw new IllegalArgumentException("predictions and labels must be finite but those of clip " + clip
                        + " are " + predictions[clip] + " and " + labels[clip]);
            }
        }
    }

    /** [clip] fold, 0 to 4. Random order: ascending by one random number per clip. */
    static int[] folds(double[] labels, int positives, long seed) {
        var random = new SplittableRandom(seed);
        var keys = new double[labels.length];
        for (int clip = 0; clip < keys.length; clip++) {
            keys[clip] = random.nextLong();
        }
        var folds = new int[labels.length];
        int positive = 0;
        int negative = positives;
        for (int clip : Ranks.ascending(keys)) {
            folds[clip] = (labels[clip] > 0 ? positive++ : negative++) % FOLDS;
        }
        return folds;
    }

    /** [place] mean average recall where the clips from this place of the order on are predicted present. */
    private static double[] scores(int[] order, double[] labels, int[] folds) {
        var positives = new int[FOLDS];
        var negatives = new int[FOLDS];
        for (int clip = 0; clip < labels.length; clip++) {
            (labels[clip] > 0 ? positives : negatives)[folds[clip]]++;
        }
        int[] truePositives = positives.clone();
        var trueNegatives = new int[FOLDS];
        var scores = new double[order.length];
        for (int place = 0; place < order.length; place++) {
            double sum = 0;
            for (int fold = 0; fold < FOLDS; fold++) {
                double present = (double) truePositives[fold] / positives[fold];
                double absent = (double) trueNegatives[fold] / negatives[fold];
                sum += (present + absent) / 2;
            }
            scores[place] = sum / FOLDS;
            int clip = order[place];
            if (labels[clip] > 0) {
                truePositives[folds[clip]]--;
            } else {
                trueNegatives[folds[clip]]++;
            }
        }
        return scores;
    }

    private static double middleOfBest(double[] predictions, int[] order, double[] scores) {
        double best = 0;
        for (int place = 1; place < order.length; place++) {
            if (predictions[order[place]] != predictions[order[place - 1]]) {
                best = Math.max(best, scores[place]);
            }
        }
        var candidates = new double[order.length];
        int count = 0;
        for (int place = 1; place < order.length; place++) {
            double below = predictions[order[place - 1]];
            double above = predictions[order[place]];
            if (below != above && scores[place] >= best - SAME_SCORE) {
                candidates[count++] = midpoint(below, above);
            }
        }
        return count == 0 ? DEFAULT : candidates[(count - 1) / 2];
    }

    /** Above the lower and at most the upper, also where no double lies between. */
    private static double midpoint(double below, double above) {
        double middle = below / 2 + above / 2;
        return middle > below && middle <= above ? middle : above;
    }
}
