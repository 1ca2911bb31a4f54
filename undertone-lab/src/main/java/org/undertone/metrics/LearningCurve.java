package org.undertone.metrics;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/**
 * A method's mean score against the number of labels it was given, and how well it uses them. The axis of labels is
 * logarithmic throughout. Scores of one curve are undefined as a whole where one of them is.
 */
public final class LearningCurve {
    private final int[] budgets;
    private final double[] scores;
    private final boolean higherIsBetter;

    /**
     * Keeps copies.
     *
     * @param budgets [budget] numbers of labels, 1 or more, strictly ascending, at least one
     * @param scores [budget] mean score; NaN where undefined
     * @param higherIsBetter false for errors
     */
    public LearningCurve(int[] budgets, double[] scores, boolean higherIsBetter) {
        checkBudgets(budgets);
        if (budgets.length != scores.length) {
            throw new IllegalArgumentException("a learning curve needs one score per budget but has " + scores.length
                    + " scores for " + budgets.length + " budgets");
        }
        this.budgets = budgets.clone();
        this.scores = scores.clone();
        this.higherIsBetter = higherIsBetter;
    }

    static void checkBudgets(int[] budgets) {
        if (budgets.length == 0) {
            throw new IllegalArgumentException("a learning curve needs at least one budget but has none");
        }
        for (int i = 0; i < budgets.length; i++) {
            int least = i == 0 ? 1 : budgets[i - 1] + 1;
            if (budgets[i] < least) {
                throw new IllegalArgumentException("budgets must be positive and ascending but are "
                        + Arrays.toString(budgets) + " (at position " + i + ")");
            }
        }
    }

    /**
     * The area under the curve over log2(labels) by the trapezoidal rule, 0 for a curve that stays at the dummy's score,
     * 1 for one that stays at the ceiling's; not clipped, so that worse than a dummy is negative. Undefined for one
     * budget, undefined scores, or a ceiling that is no better than the dummy.
     *
     * @param dummy score of a system that needs no input
     * @param ceiling score with all labels
     */
    public Estimate normalizedArea(double dummy, double ceiling) {
        if (!Double.isFinite(dummy) || !Double.isFinite(ceiling)) {
            return Estimate.undefined("the score of the dummy or of the ceiling is undefined");
        }
        if (higherIsBetter ? ceiling <= dummy : ceiling >= dummy) {
            return Estimate.undefined(String.format(
                    Locale.ROOT, "the ceiling (%.4g) is no better than the dummy (%.4g)", ceiling, dummy));
        }
        if (budgets.length == 1) {
            return Estimate.undefined("an area needs two budgets or more but there is one");
        }
        OptionalInt missing = firstUndefinedBudget();
        if (missing.isPresent()) {
            return Estimate.undefined(undefinedAt("the", missing));
        }
        double[] x = log2(budgets);
        double area = 0;
        for (int i = 1; i < x.length; i++) {
            area += (x[i] - x[i - 1]) * ((scores[i] + scores[i - 1]) / 2 - dummy);
        }
        return Estimate.of(area / (x[x.length - 1] - x[0]) / (ceiling - dummy));
    }

    /** As {@link #labelsToMatch(LearningCurve, int)} at the baseline's largest budget. */
    public Estimate labelsToMatch(LearningCurve baseline) {
        return labelsToMatch(baseline, baseline.budgets[baseline.budgets.length - 1]);
    }

    /**
     * Labels the baseline needs for a score over labels this method needs for it; above 1, this method needs fewer. Both
     * curves are made monotone first (isotonic regression, every budget of equal weight), then read linearly in
     * log2(labels); the score is the height of the baseline's monotone curve at the given budget, and the labels needed
     * are the fewest at which a monotone curve is that high (so a baseline that has stopped learning is credited with
     * the budget at which it stopped). Undefined where this method is better from its smallest budget on, or does not
     * get there within its largest: the reason then gives the bound.
     *
     * @param baseline the curve to match, by the same metric
     * @param budget one of the baseline's
     */
    public Estimate labelsToMatch(LearningCurve baseline, int budget) {
        checkSameMetric(baseline);
        int at = Arrays.binarySearch(baseline.budgets, budget);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "the baseline has no budget of " + budget + " labels; it has " + Arrays.toString(baseline.budgets));
        }
        String undefined = undefinedScores(baseline);
        if (!undefined.isEmpty()) {
            return Estimate.undefined(undefined);
        }
        MonotoneCurve theirs = baseline.monotone();
        MonotoneCurve ours = monotone();
        double score = theirs.y()[at];
        double baselineLabels = theirs.firstReaching(score).orElseThrow();
        OptionalDouble labels = ours.firstReaching(score);
        if (labels.isPresent()) {
            return Estimate.of(power2(baselineLabels - labels.getAsDouble()));
        }
        return Estimate.undefined(bound(ours, score, power2(baselineLabels)));
    }

    private String bound(MonotoneCurve ours, double score, double baselineLabels) {
        boolean above = ours.first() > score;
        int end = budgets[above ? 0 : budgets.length - 1];
        return String.format(
                Locale.ROOT,
                above
                        ? "better than the baseline's score with the smallest budget of %d already: the ratio is above %.3g"
                        : "the baseline's score is not reached with the largest budget of %d: the ratio is below %.3g",
                end,
                baselineLabels / end);
    }

    /**
     * The number of labels at which the baseline overtakes this method and stays ahead up to the last budget both have,
     * where the two monotone curves (as in {@link #labelsToMatch(LearningCurve, int)}) cross. Undefined where the
     * baseline does not, or is ahead from the first budget that both have.
     *
     * @param baseline a curve by the same metric
     */
    public Estimate crossing(LearningCurve baseline) {
        checkSameMetric(baseline);
        String undefined = undefinedScores(baseline);
        if (!undefined.isEmpty()) {
            return Estimate.undefined(undefined);
        }
        int from = Math.max(budgets[0], baseline.budgets[0]);
        int to = Math.min(budgets[budgets.length - 1], baseline.budgets[baseline.budgets.length - 1]);
        if (from > to) {
            return Estimate.undefined("the budgets of the two curves do not overlap");
        }
        double[] places = log2(Arrays.stream(concatenated(budgets, baseline.budgets))
                .filter(budget -> budget >= from && budget <= to)
                .sorted()
                .distinct()
                .toArray());
        MonotoneCurve ours = monotone();
        MonotoneCurve theirs = baseline.monotone();
        double[] lead = Arrays.stream(places)
                .map(place -> theirs.at(place) - ours.at(place))
                .toArray();
        int right = lead.length;
        while (right > 0 && lead[right - 1] > 0) {
            right--;
        }
        if (right == lead.length) {
            return Estimate.undefined("the baseline is not ahead with " + to + " labels");
        }
        if (right == 0) {
            return Estimate.undefined("the baseline is ahead from " + from + " labels on");
        }
        double share = -lead[right - 1] / (lead[right] - lead[right - 1]);
        return Estimate.of(power2(places[right - 1] + share * (places[right] - places[right - 1])));
    }

    private static int[] concatenated(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private void checkSameMetric(LearningCurve baseline) {
        if (higherIsBetter != baseline.higherIsBetter) {
            throw new IllegalArgumentException(
                    "curves can be compared by one metric only, but for one higher is better and for the other lower");
        }
    }

    private String undefinedScores(LearningCurve baseline) {
        OptionalInt theirs = baseline.firstUndefinedBudget();
        if (theirs.isPresent()) {
            return undefinedAt("the baseline's", theirs);
        }
        OptionalInt ours = firstUndefinedBudget();
        return ours.isPresent() ? undefinedAt("the method's", ours) : "";
    }

    private static String undefinedAt(String whose, OptionalInt budget) {
        return whose + " score with " + budget.getAsInt() + " labels is undefined";
    }

    private OptionalInt firstUndefinedBudget() {
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                return OptionalInt.of(budgets[i]);
            }
        }
        return OptionalInt.empty();
    }

    /** Over log2(labels), higher is better. */
    private MonotoneCurve monotone() {
        DoubleStream rising = Arrays.stream(scores).map(score -> higherIsBetter ? score : -score);
        return MonotoneCurve.fit(log2(budgets), rising.toArray());
    }

    private static double[] log2(int[] budgets) {
        return Arrays.stream(budgets)
                .mapToDouble(budget -> Math.log(budget) / Math.log(2))
                .toArray();
    }

    private static double power2(double exponent) {
        return Math.pow(2, exponent);
    }
}
