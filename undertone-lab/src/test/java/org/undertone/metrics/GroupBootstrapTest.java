package org.undertone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.undertone.metrics.StatisticsGolden.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroupBootstrapTest {
    private static final int[] TWELVE_GROUPS_OF_THREE =
            IntStream.range(0, 36).map(item -> item % 12).toArray();

    @ParameterizedTest
    @MethodSource("golden")
    void agreesWithAnIndependentImplementation(JsonNode golden) {
        double[] values = StatisticsGolden.numbers(golden.required("values"));

        Interval interval = GroupBootstrap.interval(
                        StatisticsGolden.integers(golden.required("group")),
                        mean(values),
                        golden.required("resamples").asInt(),
                        golden.required("seed").asLong())
                .orElseThrow();

        assertThat(interval.low()).isCloseTo(number(golden, "low"), within(1e-12));
        assertThat(interval.high()).isCloseTo(number(golden, "high"), within(1e-12));
    }

    static Iterable<JsonNode> golden() {
        return StatisticsGolden.cases("groupBootstrap");
    }

    private static ToDoubleFunction<int[]> mean(double[] values) {
        return items ->
                Arrays.stream(items).mapToDouble(item -> values[item]).average().orElseThrow();
    }

    @Test
    void everyResampleHoldsWholeGroups() {
        var resamples = new AtomicInteger();
        GroupBootstrap.estimate(
                TWELVE_GROUPS_OF_THREE,
                items -> {
                    resamples.incrementAndGet();
                    assertThat(items).hasSize(36);
                    var times = new int[36];
                    Arrays.stream(items).forEach(item -> times[item]++);
                    for (int item = 0; item < 24; item++) {
                        assertThat(times[item]).isEqualTo(times[item + 12]);
                    }
                    return items[0];
                },
                200,
                1);
        assertThat(resamples).hasValue(200);
    }

    @Test
    void theEndsNearThoseOfTheNormalForManyEqualGroups() {
        int groups = 400;
        int[] ofItem = IntStream.range(0, groups).toArray();
        double[] values = IntStream.range(0, groups).mapToDouble(i -> i % 2).toArray();

        Interval interval =
                GroupBootstrap.interval(ofItem, mean(values), 4000, 9).orElseThrow();

        double margin = 1.96 * 0.5 / Math.sqrt(groups);
        assertThat(interval.low()).isCloseTo(0.5 - margin, within(0.005));
        assertThat(interval.high()).isCloseTo(0.5 + margin, within(0.005));
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        double[] values = IntStream.range(0, 36).mapToDouble(Math::sin).toArray();

        assertThat(GroupBootstrap.estimate(TWELVE_GROUPS_OF_THREE, mean(values), 100, 5))
                .isEqualTo(GroupBootstrap.estimate(TWELVE_GROUPS_OF_THREE, mean(values), 100, 5))
                .isNotEqualTo(GroupBootstrap.estimate(TWELVE_GROUPS_OF_THREE, mean(values), 100, 6));
    }

    @Test
    void nineGroupsAreTooFew() {
        int[] nine = IntStream.range(0, 36).map(item -> item % 9).toArray();

        assertThat(GroupBootstrap.estimate(nine, items -> 1, 100, 0).undefined())
                .isEqualTo("an interval over groups needs at least 10 groups but there are 9");
        assertThat(GroupBootstrap.interval(nine, items -> 1, 100, 0)).isEmpty();
        assertThat(GroupBootstrap.interval(new int[0], items -> 1, 100, 0)).isEmpty();
    }

    @Test
    void fivePerCentOfUndefinedResamplesAreLeftOut() {
        var calls = new AtomicInteger();
        ToDoubleFunction<int[]> statistic = items -> calls.getAndIncrement() < 5 ? Double.NaN : 0.5;

        assertThat(GroupBootstrap.interval(TWELVE_GROUPS_OF_THREE, statistic, 100, 0))
                .contains(new Interval(0.5, 0.5));
    }

    @Test
    void moreThanFivePerCentOfUndefinedResamplesLeaveNoInterval() {
        var calls = new AtomicInteger();
        ToDoubleFunction<int[]> statistic = items -> calls.getAndIncrement() < 6 ? Double.NaN : 0.5;

        assertThat(GroupBootstrap.estimate(TWELVE_GROUPS_OF_THREE, statistic, 100, 0)
                        .undefined())
                .isEqualTo("undefined in 6 of 100 resamples, more than 5 %");
    }

    @Test
    void rejectsTooFewResamples() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupBootstrap.interval(TWELVE_GROUPS_OF_THREE, items -> 1, 99, 0))
                .withMessageContaining("at least 100 resamples but has 99");
    }

    @Test
    void givesSeveralStatisticsTheIntervalsTheyHaveAlone() {
        double[] values =
                IntStream.range(0, 36).mapToDouble(item -> item * item).toArray();
        double[] others = IntStream.range(0, 36).mapToDouble(Math::sin).toArray();
        assertThat(GroupBootstrap.estimates(
                        TWELVE_GROUPS_OF_THREE,
                        items -> new double[] {
                            mean(values).applyAsDouble(items), mean(others).applyAsDouble(items)
                        },
                        2,
                        200,
                        7))
                .containsExactly(
                        GroupBootstrap.estimate(TWELVE_GROUPS_OF_THREE, mean(values), 200, 7),
                        GroupBootstrap.estimate(TWELVE_GROUPS_OF_THREE, mean(others), 200, 7));
    }
}
