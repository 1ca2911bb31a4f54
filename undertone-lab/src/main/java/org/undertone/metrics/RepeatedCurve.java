package org.undertone.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A method's learning curve, repeat by repeat: its mean, and intervals by resampling repeats. */
public final class RepeatedCurve {
    /** With two repeats, half of all resamples are one repeat twice. */
    public static final int FEWEST_REPEATS = 3;

    private final int[] budgets;
    private final double[][] scores;
    private final boolean higherIsBetter;

    /**
     * Keeps copies.
     *
     * @param budgets [budget] numbers of labels, 1 or more, strictly ascending, at least one
     * @param scores [repeat][budget], at least one repeat; NaN where a repeat has no score
     * @param higherIsBetter false for errors
     */
    public RepeatedCurve(int[] budgets, double[][] scores, boolean higherIsBetter) {
        LearningCurve.checkBudgets(budgets);
        if (scores.length == 0) {
            throw new IllegalArgumentException("a learning curve needs at least one repeat but has none");
        }
        for (int repeat = 0; repeat < scores.length; repeat++) {
            if (scores[repeat].length != budgets.length) {
                throw new IllegalArgumentException("repeat " + repeat + " has " + scores[repeat].length + " scores for "
                        + budgets.length + " budgets");
            }
        }
        this.budgets = budgets.clone();
        this.scores = Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
        this.higherIsBetter = higherIsBetter;
    }

    /** The mean over the repeats that have a score, at each budget; undefined where none has one. */
    public LearningCurve mean() {
        return mean(IntStream.range(0, scores.length).toArray());
    }

    /**
     * Percentile 95 % interval of {@link LearningCurve#labelsToMatch(LearningCurve, int)} between the mean curves, by
     * resampling repeats, the same ones for both methods (their repeats share labels). Undefined below
     * {@value #FEWEST_REPEATS} repeats, or where the ratio is undefined in more than 5 % of the resamples.
     *
     * @param baseline by the same metric, with as many repeats
     * @param budget one of the baseline's
     * @param resamples at least 100; 1000 or more for a figure to be printed
     * @param seed the same seed gives the same interval
     */
    public IntervalEstimate labelsToMatchInterval(RepeatedCurve baseline, int budget, int resamples, long seed) {
        Resampling.check(resamples);
        int repeats = scores.length;
        if (repeats != baseline.scores.length) {
            throw new IllegalArgumentException("repeats are resampled in pairs but there are " + repeats
                    + " of the method and " + baseline.scores.length + " of the baseline");
        }
        if (repeats < FEWEST_REPEATS) {
            return IntervalEstimate.undefined(
                    "an interval over repeats needs at least " + FEWEST_REPEATS + " of them but there are " + repeats);
        }
        var resampling = new Resampling(seed);
        var ratios = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            int[] drawn = resampling.draw(repeats);
            ratios[i] = mean(drawn)
                    .labelsToMatch(baseline.mean(drawn), budget)
                    .value()
                    .orElse(Double.NaN);
        }
        return Resampling.percentiles(ratios);
    }

    private LearningCurve mean(int[] repeats) {
        var means = new double[budgets.length];
        for (int budget = 0; budget < budgets.length; budget++) {
            double sum = 0;
            int defined = 0;
            for (int repeat : repeats) {
                if (Double.isFinite(scores[repeat][budget])) {
                    sum += scores[repeat][budget];
                    defined++;
                }
            }
            means[budget] = defined == 0 ? Double.NaN : sum / defined;
        }
        return new LearningCurve(budgets, means, higherIsBetter);
    }
}
