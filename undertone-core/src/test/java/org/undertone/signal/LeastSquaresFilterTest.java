package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Against scipy.signal.firls: firls.json, written by firls.py. */
class LeastSquaresFilterTest {
    @Test
    void agreesWithScipy() throws IOException {
        JsonNode filters;
        try (var file = LeastSquaresFilterTest.class.getResourceAsStream("firls.json")) {
            filters = new ObjectMapper().readTree(file);
        }
        assertThat(filters).hasSize(4);
        for (JsonNode filter : filters) {
            int order = filter.get("order").asInt();
            double[] half = numbers(filter.get("half"));
            double[] taps =
                    LeastSquaresFilter.design(order, numbers(filter.get("edges")), numbers(filter.get("desired")));
            assertThat(taps).hasSize(order + 1);
            for (int k = 0; k <= order / 2; k++) {
                assertThat(taps[k]).as("order %d, tap %d", order, k).isCloseTo(half[k], within(1e-11));
                assertThat(taps[order - k]).isEqualTo(taps[k]);
            }
        }
    }

    @Test
    void passesEverythingWhereEverythingIsDesired() {
        double[] taps = LeastSquaresFilter.design(8, new double[] {0, 1}, new double[] {1, 1});
        for (int k = 0; k < taps.length; k++) {
            assertThat(taps[k]).isCloseTo(k == 4 ? 1 : 0, within(1e-15));
        }
    }

    @Test
    void rejectsAnOddOrderAndBandsThatDoNotIncrease() {
        double[] edges = {0, 1};
        double[] desired = {1, 1};
        assertThatThrownBy(() -> LeastSquaresFilter.design(3, edges, desired))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the order of a least-squares filter must be even and at least 2 but is 3");
        assertThatThrownBy(() -> LeastSquaresFilter.design(4, new double[] {0, 0.5, 0.4, 1}, new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[0.0, 0.5, 0.4, 1.0]");
        assertThatThrownBy(() -> LeastSquaresFilter.design(4, edges, new double[3]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LeastSquaresFilter.design(4, new double[] {0, Double.NaN}, desired))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] numbers(JsonNode array) {
        var numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }
}
