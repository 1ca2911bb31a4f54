package org.undertone.features.harmonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.signal.Phase;

class HmpdTest {
    private static final int RATE = 16000;
    private static final double F0 = 125;
    private static final int HARMONICS = 63;

    @Test
    void aTrainOfPulsesHasNoDistortionWheneverItIsLookedAt() {
        for (double delay : new double[] {0, 0.13, -0.4}) {
            var distortion = new PhaseDistortion(RATE).of(frame(0, delay, k -> 0), null);
            assertThat(distortion).containsOnly(new double[] {0}, within(1e-9));
        }
    }

    @Test
    void theDistortionIsThatOfTheSourceAndDoesNotDependOnTheTime() {
        var base = new PhaseDistortion(RATE).of(frame(0, 0, k -> 0.01 * k * k), null);
        var later = new PhaseDistortion(RATE).of(frame(0, 0.37, k -> 0.01 * k * k), null);
        double binsBetween = F0 / (RATE / 1024.0);
        for (int k = 2; k < HARMONICS; k++) {
            // phi(k) - phi(k - 1) - phi(1) with phi(k) = k^2 / 100.
            int bin = (int) Math.round(k * binsBetween);
            double exact = 0.01 * (2 * (bin / binsBetween) - 2);
            assertThat(base[bin]).isCloseTo(exact, within(0.01));
        }
        for (int bin = 0; bin < base.length; bin++) {
            assertThat(Phase.wrap(base[bin] - later[bin])).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void aMinimumPhaseFilterCausesNoDistortion() {
        // One real pole: phase and amplitude belong together. The envelope between harmonics is a line, hence the
        // tolerance.
        var amplitudes = new double[HARMONICS + 1];
        var phases = new double[HARMONICS + 1];
        for (int k = 0; k <= HARMONICS; k++) {
            double omega = 2 * Math.PI * k * F0 / RATE;
            double re = 1 - 0.8 * Math.cos(omega);
            double im = 0.8 * Math.sin(omega);
            amplitudes[k] = 1 / Math.hypot(re, im);
            phases[k] = -Math.atan2(im, re);
        }
        var frame = new HarmonicFrame(0, F0, F0, amplitudes, phases, false);
        for (double value : new PhaseDistortion(RATE).of(frame, null)) {
            assertThat(value).isCloseTo(0, within(0.02));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 40, 100, 4100})
    void aSteadyVoiceHasItsDistortionAsMeanAndTheLeastDeviation(int frames) {
        var hmpd = Hmpd.create(RATE, HmpdSettings.DEFAULT);
        for (int t = 0; t < frames; t++) {
            hmpd.add(frame(0.01 * t, 0.1 * t, k -> k > 32 ? 0.02 * (k - 32) * (k - 32) : 0));
        }
        HmpdTrack track = hmpd.track();
        assertThat(track.seconds()).hasSize(frames);
        double[] distortion =
                new PhaseDistortion(RATE).of(frame(0, 0, k -> k > 32 ? 0.02 * (k - 32) * (k - 32) : 0), null);
        int[] bands = PhaseBands.of(513, 25);
        for (int t = 0; t < frames; t++) {
            for (int band = 0; band < 25; band++) {
                double x = 0;
                double y = 0;
                for (int bin = 0; bin < 513; bin++) {
                    x += bands[bin] == band ? Math.cos(distortion[bin]) : 0;
                    y += bands[bin] == band ? Math.sin(distortion[bin]) : 0;
                }
                assertThat(track.means()[t][band]).isCloseTo(Math.atan2(y, x), within(1e-7));
            }
            // The logarithm of a constant 0.001.
            assertThat(track.deviations()[t][0]).isCloseTo(Math.log(0.001), within(1e-6));
            assertThat(track.deviations()[t][1]).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void onlyTheRandomPhasesAboveTheLastHarmonicDependOnTheSeed() {
        var one = covarepTrack(1);
        var same = covarepTrack(1);
        var other = covarepTrack(2);
        assertThat(one.means()).isDeepEqualTo(same.means());
        assertThat(one.deviations()).isDeepEqualTo(same.deviations());
        for (int t = 0; t < one.means().length; t++) {
            assertThat(Arrays.copyOf(one.means()[t], 24)).isEqualTo(Arrays.copyOf(other.means()[t], 24));
        }
        assertThat(one.deviations()[40][0]).isNotEqualTo(other.deviations()[40][0]);
    }

    @Test
    void covarepNeedsMoreThan72Frames() {
        var hmpd = Hmpd.create(RATE, HmpdSettings.covarep142(1));
        for (int t = 0; t < 72; t++) {
            hmpd.add(frame(0.01 * t, 0, k -> 0));
        }
        assertThat(hmpd.track().seconds()).isEmpty();
        assertThatThrownBy(() -> hmpd.add(frame(0.3, 0, k -> 0)))
                .hasMessage("frames must come in the order of time but one at 0.3 s follows one at 0.71 s");
        hmpd.add(frame(0.72, 0, k -> 0));
        assertThat(hmpd.track().seconds()).hasSize(73);
    }

    @Test
    void bandsAreSingleBinsAtFirstAndNeverSkipOne() {
        int[] bands = PhaseBands.of(513, 25);
        for (int bin = 0; bin < 8; bin++) {
            assertThat(bands[bin]).isEqualTo(bin);
        }
        for (int bin = 1; bin < 512; bin++) {
            assertThat(bands[bin] - bands[bin - 1]).isBetween(0, 1);
        }
        assertThat(bands[511]).isEqualTo(24);
        assertThat(bands[512]).isEqualTo(-1);
    }

    private static HmpdTrack covarepTrack(long seed) {
        var hmpd = Hmpd.create(RATE, HmpdSettings.covarep142(seed));
        for (int t = 0; t < 80; t++) {
            double bend = 0.001 * (t % 7);
            hmpd.add(frame(0.01 * t, 0.05 * t, k -> bend * k * k));
        }
        return hmpd.track();
    }

    private interface SourcePhase {
        double of(int harmonic);
    }

    /** Equal amplitudes, whose minimum phase is 0, a delay in periods, and phases of the source. */
    private static HarmonicFrame frame(double seconds, double delay, SourcePhase source) {
        var amplitudes = new double[HARMONICS + 1];
        var phases = new double[HARMONICS + 1];
        for (int k = 0; k <= HARMONICS; k++) {
            amplitudes[k] = 0.1;
            phases[k] = source.of(k) - 2 * Math.PI * k * delay;
        }
        return new HarmonicFrame(seconds, F0, F0, amplitudes, phases, false);
    }
}
