package org.undertone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.undertone.metrics.StatisticsGolden.near;
import static org.undertone.metrics.StatisticsGolden.number;
import static org.undertone.metrics.StatisticsGolden.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepeatsTest {
    @ParameterizedTest
    @MethodSource("golden")
    void agreesWithAnIndependentImplementation(JsonNode golden) {
        Repeats repeats = Repeats.of(numbers(golden.required("values")));

        assertNear(repeats.mean().value().orElseThrow(), number(golden, "mean"));
        assertNear(repeats.standardDeviation().value().orElseThrow(), number(golden, "standardDeviation"));
        Interval interval = repeats.interval().interval().orElseThrow();
        assertNear(interval.low(), number(golden, "low"));
        assertNear(interval.high(), number(golden, "high"));
    }

    static Iterable<JsonNode> golden() {
        return StatisticsGolden.cases("repeats");
    }

    private static void assertNear(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, near(expected));
    }

    @Test
    void withTwoRepeatsTheQuantileIsCauchys() {
        Interval interval =
                Repeats.of(new double[] {-1, 1}).interval().interval().orElseThrow();

        double quantile = Math.tan(Math.PI * 0.475);
        assertNear(interval.high(), quantile);
        assertNear(interval.low(), -quantile);
    }

    @Test
    void equalRepeatsHaveNoSpreadAndAnIntervalWithoutWidth() {
        Repeats repeats = Repeats.of(new double[] {0.1, 0.1, 0.1});

        assertThat(repeats.standardDeviation().value()).hasValue(0);
        assertThat(repeats.interval().interval()).contains(new Interval(0.1, 0.1));
    }

    @Test
    void oneRepeatHasAMeanButNoSpread() {
        Repeats repeats = Repeats.of(new double[] {0.4});

        assertThat(repeats.mean().value()).hasValue(0.4);
        assertThat(repeats.standardDeviation()).isEqualTo(Estimate.undefined("one repeat has no spread"));
        assertThat(repeats.interval()).isEqualTo(IntervalEstimate.undefined("one repeat has no spread"));
    }

    @Test
    void noRepeatHasNoMean() {
        Repeats repeats = Repeats.of(new double[0]);

        assertThat(repeats.count()).isZero();
        assertThat(repeats.mean()).isEqualTo(Estimate.undefined("no repeat has a score"));
        assertThat(repeats.interval().interval()).isEmpty();
    }

    @Test
    void rejectsARepeatThatIsNotANumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Repeats.of(new double[] {1, Double.NaN}))
                .withMessageContaining("repeat 1 is NaN");
    }
}
