package org.undertone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.undertone.metrics.StatisticsGolden.integers;
import static org.undertone.metrics.StatisticsGolden.near;
import static org.undertone.metrics.StatisticsGolden.number;
import static org.undertone.metrics.StatisticsGolden.numbers;
import static org.undertone.metrics.StatisticsGolden.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepeatedCurveTest {
    private static final int[] BUDGETS = {50, 100, 200};

    @ParameterizedTest
    @MethodSource("golden")
    void agreesWithAnIndependentImplementation(JsonNode golden) {
        int[] budgets = integers(golden.required("baselineBudgets"));
        LearningCurve ours = ours(golden).mean();
        LearningCurve baseline = baseline(golden).mean();

        assertEstimate(
                ours.normalizedArea(number(golden, "dummy"), number(golden, "ceiling")), golden.required("area"));
        for (int i = 0; i < budgets.length; i++) {
            assertEstimate(
                    ours.labelsToMatch(baseline, budgets[i]),
                    golden.required("ratios").get(i));
        }
        assertEstimate(ours.crossing(baseline), golden.required("crossing"));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void theIntervalAgreesWithAnIndependentImplementation(JsonNode golden) {
        int resamples = golden.required("resamples").asInt();

        IntervalEstimate estimate = ours(golden)
                .labelsToMatchInterval(
                        baseline(golden),
                        golden.required("baselineBudgets").get(3).asInt(),
                        resamples,
                        golden.required("seed").asLong());

        JsonNode expected = golden.required("interval");
        if (expected.isNull()) {
            assertThat(estimate.undefined())
                    .isEqualTo("undefined in " + golden.required("undefinedResamples") + " of " + resamples
                            + " resamples, more than 5 %");
        } else {
            Interval interval = estimate.interval().orElseThrow();
            assertThat(interval.low()).isCloseTo(expected.get(0).asDouble(), within(1e-12));
            assertThat(interval.high()).isCloseTo(expected.get(1).asDouble(), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void theMonotoneCurveAgreesWithAnIndependentImplementation(JsonNode golden) {
        double sign = golden.required("higherIsBetter").asBoolean() ? 1 : -1;
        double[] expected = Arrays.stream(numbers(golden.required("monotone")))
                .map(value -> sign * value)
                .toArray();
        double[][] repeats = rows(golden.required("ours"));
        var means = new double[expected.length];
        Arrays.setAll(means, i -> Arrays.stream(repeats)
                .mapToDouble(repeat -> sign * repeat[i])
                .average()
                .orElseThrow());
        double[] x = Arrays.stream(integers(golden.required("oursBudgets")))
                .asDoubleStream()
                .toArray();

        assertThat(MonotoneCurve.fit(x, means).y()).containsExactly(expected, within(1e-12));
    }

    static Iterable<JsonNode> golden() {
        return StatisticsGolden.cases("curves");
    }

    private static RepeatedCurve ours(JsonNode golden) {
        return new RepeatedCurve(
                integers(golden.required("oursBudgets")),
                rows(golden.required("ours")),
                golden.required("higherIsBetter").asBoolean());
    }

    private static RepeatedCurve baseline(JsonNode golden) {
        return new RepeatedCurve(
                integers(golden.required("baselineBudgets")),
                rows(golden.required("baseline")),
                golden.required("higherIsBetter").asBoolean());
    }

    private static void assertEstimate(Estimate actual, JsonNode expected) {
        if (expected.isNull()) {
            assertThat(actual.undefined()).isNotEmpty();
        } else {
            assertThat(actual.value().orElseThrow()).isCloseTo(expected.asDouble(), near(10 * expected.asDouble()));
        }
    }

    @Test
    void equalRepeatsHaveAnIntervalWithoutWidth() {
        var ours = new RepeatedCurve(BUDGETS, rowsOf(4, 0.25, 0.5, 0.75), true);
        var baseline = new RepeatedCurve(BUDGETS, rowsOf(4, 0.125, 0.25, 0.5), true);

        Interval interval =
                ours.labelsToMatchInterval(baseline, 200, 100, 1).interval().orElseThrow();

        assertThat(interval.low()).isCloseTo(2, within(1e-12));
        assertThat(interval.high()).isEqualTo(interval.low());
    }

    @Test
    void repeatsAreDrawnInPairs() {
        // Each repeat shifts both methods by the same amount: every resample gives the same ratio.
        double[][] low = rowsOf(6, 0, 1, 2);
        double[][] high = rowsOf(6, 1, 2, 3);
        for (int repeat = 0; repeat < 6; repeat++) {
            for (int budget = 0; budget < 3; budget++) {
                low[repeat][budget] += 8 * repeat;
                high[repeat][budget] += 8 * repeat;
            }
        }

        Interval interval = new RepeatedCurve(BUDGETS, high, true)
                .labelsToMatchInterval(new RepeatedCurve(BUDGETS, low, true), 200, 200, 3)
                .interval()
                .orElseThrow();

        assertThat(interval.low()).isCloseTo(2, within(1e-9));
        assertThat(interval.high()).isCloseTo(2, within(1e-9));
    }

    @Test
    void aRepeatWithoutAScoreIsLeftOutOfTheMean() {
        double[][] scores = {{0.25, Double.NaN, 1}, {0.75, 0.5, 1}};

        LearningCurve mean = new RepeatedCurve(BUDGETS, scores, true).mean();

        assertThat(mean.normalizedArea(0, 1).value().orElseThrow()).isCloseTo(0.625, within(1e-12));
    }

    @Test
    void aBudgetWithoutAnyScoreIsUndefined() {
        double[][] scores = {{0.25, Double.NaN, 1}, {0.75, Double.NaN, 1}};

        assertThat(new RepeatedCurve(BUDGETS, scores, true)
                        .mean()
                        .normalizedArea(0, 1)
                        .undefined())
                .isEqualTo("the score with 100 labels is undefined");
    }

    @Test
    void twoRepeatsAreTooFewForAnInterval() {
        var curve = new RepeatedCurve(BUDGETS, rowsOf(2, 0, 1, 2), true);

        assertThat(curve.labelsToMatchInterval(curve, 200, 100, 1).undefined())
                .isEqualTo("an interval over repeats needs at least 3 of them but there are 2");
    }

    @Test
    void rejectsDifferentNumbersOfRepeats() {
        var three = new RepeatedCurve(BUDGETS, rowsOf(3, 0, 1, 2), true);
        var four = new RepeatedCurve(BUDGETS, rowsOf(4, 0, 1, 2), true);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.labelsToMatchInterval(four, 200, 100, 1))
                .withMessageContaining("3 of the method and 4 of the baseline");
    }

    @Test
    void rejectsTooFewResamples() {
        var curve = new RepeatedCurve(BUDGETS, rowsOf(3, 0, 1, 2), true);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.labelsToMatchInterval(curve, 200, 10, 1))
                .withMessageContaining("has 10");
    }

    @Test
    void rejectsNoRepeat() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatedCurve(BUDGETS, new double[0][], true))
                .withMessageContaining("at least one repeat");
    }

    @Test
    void rejectsARepeatWithAScoreTooFew() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatedCurve(BUDGETS, new double[][] {{1, 2, 3}, {1, 2}}, true))
                .withMessageContaining("repeat 1 has 2 scores for 3 budgets");
    }

    private static double[][] rowsOf(int repeats, double... scores) {
        var rows = new double[repeats][];
        Arrays.setAll(rows, repeat -> scores.clone());
        return rows;
    }
}
