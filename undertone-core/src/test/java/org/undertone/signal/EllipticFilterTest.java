package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** elliptic.json comes from scipy, by elliptic.py beside it. */
class EllipticFilterTest {
    private static final JsonNode GOLDEN = golden();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void findsTheOrderThatScipyFinds(int number) {
        JsonNode wanted = GOLDEN.get("cases").get(number);
        int order = EllipticFilter.order(
                wanted.get("pass").doubleValue(),
                wanted.get("stop").doubleValue(),
                wanted.get("rate").doubleValue(),
                wanted.get("ripple").doubleValue(),
                wanted.get("stopDb").doubleValue());
        assertThat(order).isEqualTo(wanted.get("least").intValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void hasTheResponseOfScipysDesign(int number) {
        JsonNode wanted = GOLDEN.get("cases").get(number);
        double[][] sections = filter(wanted).sections();
        double[] hz = numbers(wanted.get("hz"));
        double[] real = numbers(wanted.get("real"));
        double[] imaginary = numbers(wanted.get("imaginary"));
        for (int i = 0; i < hz.length; i++) {
            double angle = 2 * Math.PI * hz[i] / wanted.get("rate").doubleValue();
            var turn = new Complex(Math.cos(angle), -Math.sin(angle));
            var response = new Complex(1, 0);
            for (double[] s : sections) {
                Complex over = polynomial(turn, s[0], s[1], s[2]);
                response = response.times(over.over(polynomial(turn, 1, s[3], s[4])));
            }
            assertThat(response.re()).as("at %s Hz", hz[i]).isCloseTo(real[i], within(1e-8));
            assertThat(response.im()).as("at %s Hz", hz[i]).isCloseTo(imaginary[i], within(1e-8));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void filtersBothWaysAsScipyDoes(int number) {
        JsonNode wanted = GOLDEN.get("cases").get(number);
        double[] filtered = filter(wanted).filterBothWays(numbers(GOLDEN.get("signal")));
        double[] expected = numbers(wanted.get("bothWays"));
        assertThat(filtered).hasSameSizeAs(expected);
        for (int n = 0; n < expected.length; n++) {
            assertThat(filtered[n]).as("sample %s", n).isCloseTo(expected[n], within(1e-8));
        }
    }

    @Test
    void sectionsAgreeWithOnePolynomialWhereThatIsPreciseEnough() {
        var whole = new DigitalFilter(numbers(GOLDEN.get("b")), numbers(GOLDEN.get("a")));
        double[] signal = numbers(GOLDEN.get("signal"));
        double[] filtered = EllipticFilter.highPass(5, 50, 16000, 3, 60).filterBothWays(signal);
        double[] scipy = numbers(GOLDEN.get("bothWays"));
        double[] ours = whole.filterBothWays(signal);
        for (int n = 0; n < signal.length; n++) {
            assertThat(filtered[n]).as("sample %s", n).isCloseTo(scipy[n], within(1e-5));
            assertThat(ours[n]).as("sample %s", n).isCloseTo(scipy[n], within(1e-5));
        }
    }

    @Test
    void takesOutAConstantAtOnce() {
        var constant = new double[200];
        Arrays.fill(constant, 3.5);
        for (double value : EllipticFilter.highPass(9, 480, 16000, 3, 60).filterBothWays(constant)) {
            assertThat(value).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void refusesEdgesBeyondHalfTheRateAndRipplesOutOfOrder() {
        assertThatThrownBy(() -> EllipticFilter.highPass(5, 5000, 8000, 3, 60))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5000.0 Hz");
        assertThatThrownBy(() -> EllipticFilter.highPass(5, 50, 8000, 60, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("60.0 and 3.0 dB");
        assertThatThrownBy(() -> EllipticFilter.highPass(0, 50, 8000, 3, 60))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("order of 1 or more");
        assertThatThrownBy(() -> EllipticFilter.highPass(5, 50, 8000, 3, 60).filterBothWays(new double[15]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 15 samples");
    }

    private static Complex polynomial(Complex turn, double c0, double c1, double c2) {
        Complex square = turn.times(turn);
        return new Complex(c0 + c1 * turn.re() + c2 * square.re(), c1 * turn.im() + c2 * square.im());
    }

    private static FilterCascade filter(JsonNode wanted) {
        return EllipticFilter.highPass(
                wanted.get("order").intValue(),
                wanted.get("edge").doubleValue(),
                wanted.get("rate").doubleValue(),
                wanted.get("ripple").doubleValue(),
                wanted.get("stopDb").doubleValue());
    }

    private static double[] numbers(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    private static JsonNode golden() {
        try (var in = EllipticFilterTest.class.getResourceAsStream("elliptic.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
