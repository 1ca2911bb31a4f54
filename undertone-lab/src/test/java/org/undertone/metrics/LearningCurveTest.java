package org.undertone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearningCurveTest {
    private static final int[] DOUBLING = {25, 50, 100, 200};

    private static LearningCurve rising(double... scores) {
        return new LearningCurve(DOUBLING, scores, true);
    }

    @Test
    void theAreaOfAStraightLineIsItsMiddle() {
        assertThat(rising(0.2, 0.3, 0.4, 0.5).normalizedArea(0.1, 0.6).value().orElseThrow())
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void theDummyHasAreaZeroAndTheCeilingOne() {
        assertThat(rising(0.1, 0.1, 0.1, 0.1).normalizedArea(0.1, 0.6).value()).hasValue(0);
        assertThat(rising(0.6, 0.6, 0.6, 0.6).normalizedArea(0.1, 0.6).value().orElseThrow())
                .isCloseTo(1, within(1e-12));
        assertThat(rising(0, 0, 0, 0).normalizedArea(0.1, 0.6).value().orElseThrow())
                .as("worse than a dummy")
                .isCloseTo(-0.2, within(1e-12));
    }

    @Test
    void theAreaOfAnErrorRisesAsTheErrorFalls() {
        var errors = new LearningCurve(new int[] {10, 40}, new double[] {0.8, 0.4}, false);

        assertThat(errors.normalizedArea(1, 0.2).value().orElseThrow()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void theAreaSaysWhyItIsUndefined() {
        LearningCurve curve = rising(0.1, 0.2, 0.3, 0.4);

        assertThat(curve.normalizedArea(0.5, 0.5).undefined())
                .isEqualTo("the ceiling (0.5000) is no better than the dummy (0.5000)");
        assertThat(curve.normalizedArea(Double.NaN, 1).undefined()).contains("the dummy or of the ceiling");
        assertThat(rising(0.1, 0.2, Double.NaN, 0.4).normalizedArea(0, 1).undefined())
                .isEqualTo("the score with 100 labels is undefined");
        assertThat(new LearningCurve(new int[] {20}, new double[] {1}, true)
                        .normalizedArea(0, 1)
                        .undefined())
                .contains("two budgets");
    }

    @Test
    void aCurveShiftedByTwoDoublingsNeedsAQuarterOfTheLabels() {
        LearningCurve ours = rising(0.3, 0.4, 0.5, 0.6);
        LearningCurve baseline = rising(0.1, 0.2, 0.3, 0.4);

        assertThat(ours.labelsToMatch(baseline).value().orElseThrow()).isCloseTo(4, within(1e-12));
        assertThat(ours.labelsToMatch(baseline, 100).value().orElseThrow()).isCloseTo(4, within(1e-12));
    }

    @Test
    void readsBetweenBudgetsLinearlyInLog2() {
        LearningCurve ours = rising(0.1, 0.3, 0.5, 0.7);
        LearningCurve baseline = rising(0.1, 0.2, 0.3, 0.4);

        assertThat(ours.labelsToMatch(baseline).value().orElseThrow()).isCloseTo(Math.pow(2, 1.5), within(1e-12));
    }

    @Test
    void aCurveMatchesItselfWithAsManyLabelsEvenWhereItFalls() {
        LearningCurve wavy = rising(0.2, 0.4, 0.3, 0.25);

        for (int budget : DOUBLING) {
            assertThat(wavy.labelsToMatch(wavy, budget).value()).hasValue(1);
        }
    }

    @Test
    void aBaselineThatStoppedLearningIsCreditedWithWhereItStopped() {
        LearningCurve ours = rising(0.2, 0.3, 0.4, 0.5);
        LearningCurve baseline = rising(0.1, 0.4, 0.4, 0.4);

        assertThat(ours.labelsToMatch(baseline).value().orElseThrow()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void labelsToMatchGivesTheBoundWhereItIsUndefined() {
        LearningCurve low = rising(0.1, 0.2, 0.3, 0.4);
        LearningCurve high = rising(0.5, 0.6, 0.7, 0.8);

        assertThat(high.labelsToMatch(low).undefined())
                .isEqualTo("better than the baseline's score with the smallest budget of 25 already: "
                        + "the ratio is above 8.00");
        assertThat(low.labelsToMatch(high, 100).undefined())
                .isEqualTo("the baseline's score is not reached with the largest budget of 200: "
                        + "the ratio is below 0.500");
        assertThat(low.labelsToMatch(rising(0.1, Double.NaN, 0.3, 0.4)).undefined())
                .isEqualTo("the baseline's score with 50 labels is undefined");
        assertThat(rising(0.1, 0.2, 0.3, Double.NaN).labelsToMatch(low).undefined())
                .isEqualTo("the method's score with 200 labels is undefined");
    }

    @Test
    void errorsAreMatchedDownwards() {
        var ours = new LearningCurve(DOUBLING, new double[] {0.7, 0.6, 0.5, 0.4}, false);
        var baseline = new LearningCurve(DOUBLING, new double[] {0.8, 0.7, 0.6, 0.5}, false);

        assertThat(ours.labelsToMatch(baseline).value().orElseThrow()).isCloseTo(2, within(1e-12));
    }

    @Test
    void theBaselineOvertakesWhereTheLinesCross() {
        LearningCurve ours = rising(0.3, 0.35, 0.4, 0.45);
        LearningCurve baseline = rising(0.1, 0.2, 0.4, 0.6);

        assertThat(ours.crossing(baseline).value().orElseThrow()).isCloseTo(100, within(1e-9));
        assertThat(rising(0.3, 0.3, 0.3, 0.3)
                        .crossing(rising(0.1, 0.2, 0.4, 0.6))
                        .value()
                        .orElseThrow())
                .isCloseTo(50 * Math.sqrt(2), within(1e-9));
    }

    @Test
    void theLastOfSeveralCrossingsCounts() {
        LearningCurve ours = rising(0.1, 0.5, 0.5, 0.5);
        LearningCurve baseline = rising(0.3, 0.3, 0.3, 0.7);

        assertThat(ours.crossing(baseline).value().orElseThrow()).isCloseTo(100 * Math.sqrt(2), within(1e-9));
    }

    @Test
    void crossingSaysWhyItIsUndefined() {
        LearningCurve low = rising(0.1, 0.2, 0.3, 0.4);
        LearningCurve high = rising(0.5, 0.6, 0.7, 0.8);

        assertThat(high.crossing(low).undefined()).isEqualTo("the baseline is not ahead with 200 labels");
        assertThat(low.crossing(low).undefined()).isEqualTo("the baseline is not ahead with 200 labels");
        assertThat(low.crossing(high).undefined()).isEqualTo("the baseline is ahead from 25 labels on");
        assertThat(low.crossing(new LearningCurve(new int[] {400, 800}, new double[] {0, 1}, true))
                        .undefined())
                .isEqualTo("the budgets of the two curves do not overlap");
        assertThat(low.crossing(rising(Double.NaN, 0, 0, 0)).undefined())
                .isEqualTo("the baseline's score with 25 labels is undefined");
    }

    @Test
    void theMonotoneCurveEqualsTheMaxMinFormula() {
        double[] scores = {0.3, 0.1, 0.2, 0.5, 0.4, 0.45, 0.45, 0.9, 0.2};
        double[] x = IntStream.range(0, scores.length).asDoubleStream().toArray();

        double[] fitted = MonotoneCurve.fit(x, scores).y();

        for (int i = 0; i < scores.length; i++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int from = 0; from <= i; from++) {
                double smallest = Double.POSITIVE_INFINITY;
                for (int to = i; to < scores.length; to++) {
                    smallest = Math.min(smallest, mean(scores, from, to));
                }
                largest = Math.max(largest, smallest);
            }
            assertThat(fitted[i]).isCloseTo(largest, within(1e-15));
        }
    }

    private static double mean(double[] values, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    @Test
    void rejectsNoBudget() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LearningCurve(new int[0], new double[0], true))
                .withMessageContaining("at least one budget");
    }

    @Test
    void rejectsABudgetOfNoLabels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LearningCurve(new int[] {0, 20}, new double[2], true))
                .withMessageContaining("[0, 20]");
    }

    @Test
    void rejectsBudgetsOutOfOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LearningCurve(new int[] {20, 50, 50}, new double[3], true))
                .withMessageContaining("position 2");
    }

    @Test
    void rejectsAScoreTooFew() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LearningCurve(DOUBLING, new double[3], true))
                .withMessageContaining("3 scores for 4 budgets");
    }

    @Test
    void rejectsABudgetTheBaselineWasNotGiven() {
        LearningCurve curve = rising(1, 2, 3, 4);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.labelsToMatch(curve, 60))
                .withMessageContaining("no budget of 60 labels; it has [25, 50, 100, 200]");
    }

    @Test
    void rejectsCurvesOfOppositeMetrics() {
        var errors = new LearningCurve(DOUBLING, new double[4], false);

        assertThatIllegalArgumentException().isThrownBy(() -> rising(1, 2, 3, 4).crossing(errors));
        assertThatIllegalArgumentException().isThrownBy(() -> rising(1, 2, 3, 4).labelsToMatch(errors));
    }
}
