package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.undertone.signal.Golden.assertClose;
import static org.undertone.signal.Golden.noise;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DigitalFilterTest {
    private static final double[] SIGNAL = Golden.values("signal");

    /** A Butterworth low-pass of order 4 whose coefficients are all twice what they should be. */
    private static DigitalFilter butterworth() {
        return new DigitalFilter(Golden.values("filter.b"), Golden.values("filter.a"));
    }

    @Test
    void agreesWithScipyForward() {
        assertClose(butterworth().filter(SIGNAL), Golden.values("filter.forward"), 1e-13);
    }

    @Test
    void agreesWithScipyBothWays() {
        assertThat(butterworth().extension()).isEqualTo(12);
        assertClose(butterworth().filterBothWays(SIGNAL), Golden.values("filter.both"), 1e-13);
        assertClose(butterworth().filterBothWays(SIGNAL, 30), Golden.values("filter.both30"), 1e-13);
        var finite = new DigitalFilter(new double[] {0.5, -0.25, 0.125, 1}, new double[] {1});
        assertClose(finite.filterBothWays(SIGNAL), Golden.values("filter.fir"), 1e-13);
        var pole = new DigitalFilter(new double[] {1}, new double[] {1, -0.5, 0.25});
        assertClose(pole.filterBothWays(SIGNAL), Golden.values("filter.pole"), 1e-13);
    }

    @Property(tries = 100)
    void isTheDifferenceEquationThatDefinesIt(
            @ForAll @IntRange(min = 1, max = 5) int zeros,
            @ForAll @IntRange(min = 1, max = 5) int poles,
            @ForAll long seed) {
        double[] b = noise(zeros, seed);
        double[] a = noise(poles, seed + 1);
        a[0] = 2 + poles;
        double[] x = noise(50, seed + 2);
        double[] y = new DigitalFilter(b, a).filter(x);
        for (int n = 0; n < x.length; n++) {
            double sum = 0;
            for (int k = 0; k < zeros && k <= n; k++) {
                sum += b[k] * x[n - k];
            }
            for (int k = 1; k < poles && k <= n; k++) {
                sum -= a[k] * y[n - k];
            }
            assertThat(y[n]).isCloseTo(sum / a[0], within(1e-12));
        }
    }

    @Test
    void aConstantKeepsItsLevelBothWays() {
        var constant = new double[40];
        Arrays.fill(constant, -3.5);
        double[] expected = constant.clone();
        assertClose(butterworth().filterBothWays(constant), expected, 1e-12);
    }

    @Test
    void coefficientsAreScaledAndCannotBeChanged() {
        var filter = new DigitalFilter(new double[] {4}, new double[] {2, 1});
        filter.numerator()[0] = 9;
        filter.denominator()[0] = 9;
        assertThat(filter.numerator()).containsExactly(2, 0);
        assertThat(filter.denominator()).containsExactly(1, 0.5);
    }

    @Test
    void rejectsSignalsNotLongerThanTheExtension() {
        assertThatThrownBy(() -> butterworth().filterBothWays(new double[12]))
                .hasMessage("filtering both ways needs more than 12 samples but has 12");
        assertThat(butterworth().filterBothWays(new double[13])).hasSize(13);
    }

    @Test
    void rejectsALeadingCoefficientOfZero() {
        assertThatThrownBy(() -> new DigitalFilter(new double[] {1}, new double[] {0, 1}))
                .hasMessageContaining("a0 other than 0");
    }
}
