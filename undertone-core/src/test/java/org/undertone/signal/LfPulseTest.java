package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LfPulseTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.8, 1, 1.4, 1.9, 2.3, 2.5, 2.7})
    void theFlowBeginsAndEndsAtZeroAndIsPositiveBetween(double rd) {
        var pulse = LfPulse.ofRd(rd);
        assertThat(pulse.flow(0)).isCloseTo(0, within(1e-13));
        assertThat(pulse.flow(1)).isCloseTo(0, within(1e-13));
        for (double phase = 0.01; phase < 0.995; phase += 0.01) {
            boolean large = phase > pulse.peak() / 2 && phase < pulse.excitation();
            assertThat(pulse.flow(phase)).isGreaterThan(large ? 0.001 : -1e-15);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.8, 1, 1.4, 1.9, 2.3, 2.5, 2.7})
    void theDerivativeIsContinuousAndMinusOneAtTheExcitation(double rd) {
        var pulse = LfPulse.ofRd(rd);
        double te = pulse.excitation();
        assertThat(pulse.derivative(te)).isCloseTo(-1, within(1e-13));
        assertThat(pulse.derivative(Math.nextUp(te))).isCloseTo(-1, within(1e-12));
        assertThat(pulse.derivative(0)).isZero();
        assertThat(pulse.derivative(1)).isCloseTo(0, within(1e-13));
        assertThat(pulse.derivative(pulse.peak())).isCloseTo(0, within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 1, 1.7, 2.5, 2.7})
    void theDerivativeIsTheDerivativeOfTheFlow(double rd) {
        var pulse = LfPulse.ofRd(rd);
        double h = 1e-5;
        for (double phase = 0.005; phase < 0.99; phase += 0.01) {
            if (Math.abs(phase - pulse.excitation()) > h) {
                double slope = (pulse.flow(phase + h) - pulse.flow(phase - h)) / (2 * h);
                assertThat(slope).isCloseTo(pulse.derivative(phase), within(1e-6));
            }
        }
    }

    /** Simpson's rule on each side of the excitation, where the derivative has a corner. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.7, 1, 1.6, 2.2, 2.7})
    void theSpectrumIsTheFourierIntegralOfTheDerivative(double rd) {
        var pulse = LfPulse.ofRd(rd);
        var real = new double[81];
        var imaginary = new double[81];
        pulse.spectrum(80, real, imaginary);
        for (int k : new int[] {1, 2, 3, 7, 20, 80}) {
            double[] left = integral(pulse, k, 0, pulse.excitation());
            double[] right = integral(pulse, k, Math.nextUp(pulse.excitation()), 1);
            assertThat(real[k]).isCloseTo(left[0] + right[0], within(1e-8));
            assertThat(imaginary[k]).isCloseTo(left[1] + right[1], within(1e-8));
        }
        assertThat(real[0]).isZero();
    }

    /** The shape parameter's own definition: Rd = (U0 / Ee) (f0 / 110) in milliseconds, hence Rd = U0 / (0.11 T0 Ee); the regressions keep it
     * within 12 %. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.5, 2, 2.5})
    void theShapeParameterComesBackFromPeakFlowAndExcitation(double rd) {
        var pulse = LfPulse.ofRd(rd);
        assertThat(pulse.flow(pulse.peak()) / 0.11).isCloseTo(rd, within(0.12 * rd));
    }

    @Test
    void rejectsAShapeOutsideTheRange() {
        assertThatThrownBy(() -> LfPulse.ofRd(0.2)).hasMessage("Rd must lie in [0.3, 2.7] but is 0.2");
        assertThatThrownBy(() -> LfPulse.ofRd(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> LfPulse.ofRd(1).derivative(1.5)).hasMessageContaining("but is 1.5");
    }

    private static double[] integral(LfPulse pulse, int k, double from, double to) {
        int cells = 20_000;
        double step = (to - from) / cells;
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i <= cells; i++) {
            double t = Math.min(to, from + i * step);
            int weight = i == 0 || i == cells ? 1 : i % 2 == 1 ? 4 : 2;
            double value = weight * pulse.derivative(t);
            real += value * Math.cos(2 * Math.PI * k * t);
            imaginary -= value * Math.sin(2 * Math.PI * k * t);
        }
        return new double[] {real * step / 3, imaginary * step / 3};
    }
}
