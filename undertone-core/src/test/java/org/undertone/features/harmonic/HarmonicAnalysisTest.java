package org.undertone.features.harmonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.signal.Phase;

class HarmonicAnalysisTest {
    private static final int RATE = 16000;

    @ParameterizedTest
    @ValueSource(doubles = {70, 118.5, 204, 333})
    void readsAmplitudesAndPhasesOfHarmonics(double f0) {
        int harmonics = (int) (RATE / 2 / f0 - 0.5);
        double[] samples = harmonics(f0, harmonics, 0.1, 4800);
        var frame = HarmonicAnalysis.create(RATE, HarmonicSettings.DEFAULT)
                .frame(samples, 0.1, f0)
                .orElseThrow();
        assertThat(frame.harmonics()).isBetween(harmonics - 1, harmonics + 1);
        assertThat(frame.spacing()).isCloseTo(f0, within(0.1));
        assertThat(frame.silent()).isFalse();
        for (int k = 1; k < harmonics - 1; k++) {
            // The window has a gain of 1, and half of a cosine lies at negative frequencies.
            assertThat(frame.amplitudes()[k]).isCloseTo(0.5 / k, within(0.01 / k));
            assertThat(Phase.wrap(frame.phases()[k] - 0.3 * k * k)).isCloseTo(0, within(0.02));
        }
    }

    @Test
    void aFundamentalThatIsALittleOffIsCorrected() {
        double[] samples = harmonics(150, 40, 0.1, 4800);
        var frame = HarmonicAnalysis.create(RATE, HarmonicSettings.DEFAULT)
                .frame(samples, 0.1, 151)
                .orElseThrow();
        assertThat(frame.f0()).isEqualTo(151);
        assertThat(frame.spacing()).isCloseTo(150, within(0.1));
    }

    @Test
    void framesThatLeaveTheSignalAreDroppedOrSurroundedByZeros() {
        double[] samples = harmonics(150, 40, 0.1, 1600);
        var strict = HarmonicAnalysis.create(RATE, HarmonicSettings.COVAREP_1_4_2);
        // Three periods of 150 Hz are 320 samples: 160 on either side.
        assertThat(strict.frame(samples, 159.0 / RATE, 150)).isEmpty();
        assertThat(strict.frame(samples, 160.0 / RATE, 150)).isPresent();
        assertThat(strict.frame(samples, 1439.0 / RATE, 150)).isPresent();
        assertThat(strict.frame(samples, 1440.0 / RATE, 150)).isEmpty();
        var padded = new double[3 * samples.length];
        System.arraycopy(samples, 0, padded, samples.length, samples.length);
        var cut = HarmonicAnalysis.create(RATE, HarmonicSettings.DEFAULT);
        for (int centre : new int[] {-500, 0, 100, 1599, 5000}) {
            var frame = cut.frame(samples, (double) centre / RATE, 150).orElseThrow();
            var twin = cut.frame(padded, (double) (centre + samples.length) / RATE, 150)
                    .orElseThrow();
            assertThat(frame.amplitudes()).containsExactly(twin.amplitudes(), within(0.0));
            assertThat(frame.phases()).containsExactly(twin.phases(), within(0.0));
        }
    }

    @Test
    void silenceLiesAtTheFloorAndAFundamentalOutOfRangeIsReplaced() {
        var analysis = HarmonicAnalysis.create(RATE, HarmonicSettings.DEFAULT);
        for (double f0 : new double[] {0, -3, 1, 39, 2001, Double.NaN, Double.POSITIVE_INFINITY}) {
            var frame = analysis.frame(new double[100], 0, f0).orElseThrow();
            assertThat(frame.f0()).isEqualTo(100);
            assertThat(frame.silent()).isTrue();
            assertThat(frame.amplitudes()).containsOnly(new double[] {1e-9}, within(1e-20));
            assertThat(analysis.logMagnitudes()).containsOnly(new double[] {Math.log(1e-9)}, within(1e-12));
        }
    }

    @Test
    void rejectsAFundamentalOfZeroWhereNothingReplacesIt() {
        var analysis = HarmonicAnalysis.create(RATE, HarmonicSettings.COVAREP_1_4_2);
        assertThatThrownBy(() -> analysis.frame(new double[100], 0, 0))
                .hasMessage("a harmonic analysis needs a fundamental above 0 Hz but has 0.0");
        assertThatThrownBy(() -> new HarmonicSettings(false, 200, 100, 0)).hasMessageContaining("has 200.0, 100.0");
    }

    /** Cosines of amplitude 1 / k and phase 0.3 k^2 at an instant. */
    private static double[] harmonics(double f0, int count, double seconds, int length) {
        var samples = new double[length];
        for (int n = 0; n < length; n++) {
            for (int k = 1; k <= count; k++) {
                double angle = 2 * Math.PI * k * f0 * ((double) n / RATE - seconds) + 0.3 * k * k;
                samples[n] += Math.cos(angle) / k;
            }
        }
        return samples;
    }
}
