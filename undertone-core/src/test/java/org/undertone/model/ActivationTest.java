package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against the JDK's own functions, in double precision. */
class ActivationTest {
    private static final int COUNT = 400_000;

    @Test
    void tanhIsWithinFourTenMillionths() {
        float[] values = grid(12);
        Activation.tanh(values);
        float[] x = grid(12);
        double largest = IntStream.range(0, COUNT)
                .mapToDouble(i -> Math.abs(values[i] - Math.tanh(x[i])))
                .max()
                .orElseThrow();
        assertThat(largest).isLessThan(4.1e-7);
    }

    @Test
    void tanhKeepsSixDigitsOfTheSmallestValues() {
        float[] values = {1e-30f, -1e-7f, 1e-3f, 0.01f};
        float[] x = values.clone();
        Activation.tanh(values);
        for (int i = 0; i < x.length; i++) {
            assertThat(values[i] / Math.tanh(x[i]) - 1).isBetween(-1e-6, 1e-6);
        }
    }

    @Test
    void sigmoidIsWithinTwoTenMillionths() {
        float[] values = grid(24);
        Activation.sigmoid(values);
        float[] x = grid(24);
        double largest = IntStream.range(0, COUNT)
                .mapToDouble(i -> Math.abs(values[i] - 1 / (1 + Math.exp(-x[i]))))
                .max()
                .orElseThrow();
        assertThat(largest).isLessThan(2.2e-7);
    }

    @Test
    void limitsAreReachedExactly() {
        float[] far = {9.125f, 40, Float.MAX_VALUE, Float.POSITIVE_INFINITY, -9.125f, -1e30f, Float.NEGATIVE_INFINITY};
        Activation.tanh(far);
        assertThat(far).containsExactly(1, 1, 1, 1, -1, -1, -1);
        float[] gates = {18.25f, 1e30f, Float.POSITIVE_INFINITY, -18.25f, Float.NEGATIVE_INFINITY, 0};
        Activation.sigmoid(gates);
        assertThat(gates).containsExactly(1, 1, 1, 0, 0, 0.5f);
    }

    @Test
    void tanhIsOddAndNeverBeyondOne() {
        float[] right = grid(10);
        float[] left = right.clone();
        for (int i = 0; i < COUNT; i++) {
            left[i] = -left[i];
        }
        Activation.tanh(right);
        Activation.tanh(left);
        for (int i = 0; i < COUNT; i++) {
            assertThat(left[i] == -right[i] && Math.abs(right[i]) <= 1).isTrue();
        }
    }

    private static float[] grid(double end) {
        var values = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            values[i] = (float) (end * (2.0 * i / (COUNT - 1) - 1));
        }
        return values;
    }
}
