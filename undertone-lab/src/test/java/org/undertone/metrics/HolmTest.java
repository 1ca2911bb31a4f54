package org.undertone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.undertone.metrics.StatisticsGolden.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HolmTest {
    @ParameterizedTest
    @MethodSource("golden")
    void equalsTheClosedTestOverAllSetsOfHypotheses(JsonNode golden) {
        assertThat(Holm.adjust(numbers(golden.required("p"))))
                .containsExactly(numbers(golden.required("adjusted")), within(1e-15));
    }

    static Iterable<JsonNode> golden() {
        return StatisticsGolden.cases("holm");
    }

    @Test
    void nothingToAdjustStaysNothing() {
        assertThat(Holm.adjust(new double[0])).isEmpty();
    }

    @Property
    void liesBetweenTheGivenPAndBonferronis(@ForAll @Size(max = 20) List<@DoubleRange(min = 0, max = 1) Double> p) {
        double[] given = array(p);
        double[] adjusted = Holm.adjust(given);

        for (int test = 0; test < given.length; test++) {
            assertThat(adjusted[test]).isBetween(given[test], Math.min(1, given.length * given[test]));
        }
    }

    @Property
    void keepsTheOrder(@ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = 0, max = 1) Double> p) {
        double[] ascending = array(p);
        Arrays.sort(ascending);

        assertThat(Holm.adjust(ascending)).isSorted();
    }

    @Property
    void doesNotDependOnTheOrderOfTests(@ForAll @Size(max = 20) List<@DoubleRange(min = 0, max = 1) Double> p) {
        var reversed = new ArrayList<>(p);
        Collections.reverse(reversed);
        double[] adjusted = Holm.adjust(array(reversed));
        var expected = new double[adjusted.length];
        Arrays.setAll(expected, test -> adjusted[adjusted.length - 1 - test]);

        assertThat(Holm.adjust(array(p))).containsExactly(expected);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void rejectsAPAboveOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holm.adjust(new double[] {0.5, 1.5}))
                .withMessageContaining("test 1 is 1.5");
    }

    @Test
    void rejectsAPThatIsNotANumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holm.adjust(new double[] {Double.NaN}))
                .withMessageContaining("NaN");
    }
}
