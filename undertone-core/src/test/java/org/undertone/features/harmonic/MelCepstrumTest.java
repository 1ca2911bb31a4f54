package org.undertone.features.harmonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MelCepstrumTest {
    @Test
    void logarithmsAndAmplitudesGiveTheSameCoefficients() {
        for (double swing : new double[] {0.001, 0.05, 0.3, 4}) {
            double[] logs = new Random(8).doubles(2049, -swing, swing).toArray();
            double[] amplitudes = Arrays.stream(logs).map(Math::exp).toArray();
            var mel = MelCepstrum.create(16000, 2049, 25);
            assertThat(mel.ofLogarithms(logs)).containsExactly(mel.of(amplitudes), within(1e-11));
        }
    }

    @Test
    void tabulatedAndTransformedCoefficientsAgree() {
        double[] logs = new Random(8).doubles(2049, -5, 1).toArray();
        double[] few = MelCepstrum.create(16000, 2049, 25).ofLogarithms(logs);
        double[] many = MelCepstrum.create(16000, 2049, 60).ofLogarithms(logs);
        assertThat(few).containsExactly(Arrays.copyOf(many, 25), within(1e-12));
    }

    /** Of cos(m w) over the warped axis only coefficient m is not 0. */
    @Test
    void aCosineOverTheMelScaleIsOneCoefficient() {
        for (int bins : new int[] {513, 2049}) {
            var logs = new double[bins];
            for (int k = 0; k < bins; k++) {
                double warped = Math.log1p(k * 8000.0 / (bins - 1) / 700) / Math.log1p(8000 / 700.0);
                logs[k] = -2 + 0.5 * Math.cos(3 * Math.PI * warped);
            }
            double[] expected = new double[13];
            expected[0] = -2;
            expected[3] = 0.5;
            assertThat(MelCepstrum.create(16000, bins, 13).ofLogarithms(logs)).containsExactly(expected, within(2e-4));
        }
    }

    @Test
    void rejectsMoreCoefficientsThanBins() {
        assertThatThrownBy(() -> MelCepstrum.create(16000, 9, 10)).hasMessageContaining("9 bins and 10 coefficients");
    }
}
