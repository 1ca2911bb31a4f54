package org.undertone.features.harmonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undertone.signal.Fourier;
import org.undertone.signal.LfPulse;

class RdEstimatorTest {
    private static final double F0 = 125;

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.8, 0.1", "1.1, -0.37", "1.5, 0.25", "2, 0.4", "2.4, 0.05"})
    void findsTheRdOfAPulseBehindAMinimumPhaseFilterWhateverItsTime(double rd, double delay) {
        var estimate = RdEstimator.create(RdSettings.DEFAULT).estimate(voice(rd, delay, 60));
        assertThat(estimate.rd()).isCloseTo(rd, within(0.06));
        assertThat(estimate.confidence()).isGreaterThan(0.97);
    }

    @Test
    void theConjugatedSourceFindsAnotherRdWithLessConfidence() {
        var frame = voice(0.8, 0.1, 60);
        var right = RdEstimator.create(RdSettings.COVAREP_1_4_1).estimate(frame);
        var slipped = RdEstimator.create(RdSettings.COVAREP_1_4_2).estimate(frame);
        assertThat(right).isEqualTo(RdEstimator.create(RdSettings.DEFAULT).estimate(frame));
        assertThat(Math.abs(slipped.rd() - 0.8)).isGreaterThan(0.1);
        assertThat(slipped.confidence()).isLessThan(right.confidence());
    }

    @Test
    void silenceAndFewerThanThreeHarmonicsGetTheNeutralEstimate() {
        var estimator = RdEstimator.create(RdSettings.DEFAULT);
        var silence = new HarmonicFrame(0, 100, 100, new double[50], new double[50], true);
        assertThat(estimator.estimate(silence)).isEqualTo(RdEstimate.NEUTRAL);
        assertThat(estimator.estimate(voice(1, 0, 2))).isEqualTo(RdEstimate.NEUTRAL);
    }

    @Test
    void fewHarmonicsGiveAnEstimate() {
        for (var settings : new RdSettings[] {RdSettings.DEFAULT, RdSettings.COVAREP_1_4_2}) {
            for (int harmonics = 3; harmonics < 12; harmonics++) {
                var estimate = RdEstimator.create(settings).estimate(voice(1, 0, harmonics));
                assertThat(estimate.rd()).isBetween(0.3, 2.5);
                assertThat(estimate.confidence()).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void theMinimumPhaseAgreesWithAFoldedCepstrum() {
        var minimumPhase = new MinimumPhase(9);
        for (int entries : new int[] {4, 9, 10, 33, 80}) {
            int length = 2 * (entries - 1);
            var logs = new double[entries];
            for (int k = 0; k < entries; k++) {
                logs[k] = Math.sin(1 + 0.7 * k) - 0.1 * k;
            }
            var cepstrum = new double[length];
            var fourier = new Fourier(length);
            fourier.inverse(logs, new double[entries], cepstrum);
            for (int m = 1; m < length; m++) {
                cepstrum[m] *= m < length / 2 ? 2 : m == length / 2 ? 1 : 0;
            }
            var imaginary = new double[entries];
            fourier.forward(cepstrum, new double[entries], imaginary);
            var phases = new double[9];
            minimumPhase.of(logs, entries, phases);
            for (int k = 0; k < Math.min(9, entries); k++) {
                assertThat(phases[k]).isCloseTo(imaginary[k], within(1e-12));
            }
        }
    }

    @Test
    void theSearchTakesTheStepsOfFminbound() {
        for (double[] row : Golden.rows("minimum.csv")) {
            double p = row[0];
            var evaluations = new int[1];
            var minimum = BoundedMinimum.of(
                    v -> {
                        evaluations[0]++;
                        return Math.sin(p * v) + 0.1 * v * v;
                    },
                    0.3,
                    2.5,
                    0.01,
                    32);
            assertThat(minimum.at()).isCloseTo(row[1], within(1e-9));
            assertThat(minimum.value()).isCloseTo(row[2], within(1e-9));
            assertThat(evaluations[0]).isEqualTo((int) row[3]);
        }
    }

    /**
     * Harmonics of a pulse behind a filter of three pairs of poles, which is of minimum phase, at a time after the instant.
     *
     * @param delay in periods
     */
    private static HarmonicFrame voice(double rd, double delay, int harmonics) {
        var real = new double[harmonics + 1];
        var imaginary = new double[harmonics + 1];
        LfPulse.ofRd(rd).spectrum(harmonics, real, imaginary);
        var amplitudes = new double[harmonics + 1];
        var phases = new double[harmonics + 1];
        for (int k = 1; k <= harmonics; k++) {
            double amplitude = Math.hypot(real[k], imaginary[k]);
            double phase = Math.atan2(imaginary[k], real[k]) - 2 * Math.PI * k * delay;
            double omega = 2 * Math.PI * k * F0 / 16000;
            for (double[] pole : new double[][] {{600, 200}, {1500, 250}, {2700, 300}}) {
                double radius = Math.exp(-Math.PI * pole[1] / 16000);
                for (int sign = -1; sign <= 1; sign += 2) {
                    double angle = 2 * Math.PI * sign * pole[0] / 16000 - omega;
                    double re = 1 - radius * Math.cos(angle);
                    double im = -radius * Math.sin(angle);
                    amplitude /= Math.hypot(re, im);
                    phase -= Math.atan2(im, re);
                }
            }
            amplitudes[k] = amplitude;
            phases[k] = phase;
        }
        amplitudes[0] = 1e-6;
        return new HarmonicFrame(0, F0, F0, amplitudes, phases, false);
    }
}
