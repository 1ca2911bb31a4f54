package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ButterworthTest {
    @Test
    void isTheFilterOfScipy() {
        // scipy.signal.butter(2, [0.2, 0.5], "band")
        DigitalFilter filter = new Butterworth(2, 0.2, 0.5).transferFunction();
        assertThat(filter.numerator())
                .containsExactly(
                        new double[] {0.13110643991662593, 0, -0.26221287983325187, 0, 0.13110643991662593},
                        within(1e-14));
        assertThat(filter.denominator())
                .containsExactly(
                        new double[] {
                            1, -1.4000685161680915, 1.2722149379250074, -0.6584184943899084, 0.27221493792500717
                        },
                        within(1e-13));
    }

    @Test
    void hasTheOrderAndTheEdgesOfMatlab() {
        Butterworth filter = Butterworth.fitting(new double[] {0.0125, 0.1875}, new double[] {0.00625, 0.375}, 3, 40);
        assertThat(filter.order()).isEqualTo(7);
        assertThat(filter.low() * 8000).isCloseTo(92.66, within(0.005));
        assertThat(filter.high() * 8000).isCloseTo(1611.3, within(0.05));
    }

    @Property(tries = 100)
    void passesHalfThePowerAtItsEdgesAndAllInTheMiddle(
            @ForAll @IntRange(min = 1, max = 6) int order,
            @ForAll @DoubleRange(min = 0.05, max = 0.4) double low,
            @ForAll @DoubleRange(min = 0.1, max = 0.5) double width) {
        var filter = new Butterworth(order, low, low + width);
        double middle =
                2 / Math.PI * Math.atan(Math.sqrt(Math.tan(Math.PI / 2 * low) * Math.tan(Math.PI / 2 * (low + width))));
        double[][] sections = filter.cascade().sections();
        assertThat(gain(sections, low)).isCloseTo(Math.sqrt(0.5), within(1e-9));
        assertThat(gain(sections, low + width)).isCloseTo(Math.sqrt(0.5), within(1e-9));
        assertThat(gain(sections, middle)).isCloseTo(1, within(1e-9));
    }

    @Test
    void isOneFilterInBothForms() {
        var filter = new Butterworth(3, 0.1, 0.4);
        var signal = new double[200];
        signal[3] = 1;
        signal[50] = -2;
        assertThat(filter.cascade().filter(signal))
                .containsExactly(filter.transferFunction().filter(signal), within(1e-12));
    }

    @Test
    void refusesABandThatIsNone() {
        assertThatThrownBy(() -> new Butterworth(2, 0.5, 0.2)).hasMessageContaining("0.5 and 0.2");
        assertThatThrownBy(() -> new Butterworth(0, 0.2, 0.5)).hasMessageContaining("order");
    }

    /** |H| at a frequency by its definition. */
    private static double gain(double[][] sections, double frequency) {
        double w = Math.PI * frequency;
        return Arrays.stream(sections)
                .mapToDouble(s -> Math.hypot(
                                s[0] + s[1] * Math.cos(w) + s[2] * Math.cos(2 * w),
                                s[1] * Math.sin(w) + s[2] * Math.sin(2 * w))
                        / Math.hypot(
                                1 + s[3] * Math.cos(w) + s[4] * Math.cos(2 * w),
                                s[3] * Math.sin(w) + s[4] * Math.sin(2 * w)))
                .reduce(1, (x, y) -> x * y);
    }
}
