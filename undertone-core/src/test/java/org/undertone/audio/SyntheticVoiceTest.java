package org.undertone.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.undertone.signal.Fourier;
import org.undertone.signal.LfPulse;
import org.undertone.signal.Window;

class SyntheticVoiceTest {
    private static final int RATE = 16_000;

    private static SyntheticSpeech speak(VoiceSettings settings, GlottalState glottis, double seconds) {
        return SyntheticVoice.create(settings).speak(VoiceState.steady(glottis, Vowel.neutral(), seconds), 1);
    }

    /** 40 whole periods of 250 Hz are 2560 samples: each harmonic is one bin, and the closed form gives it. */
    @Test
    void pulsesHaveTheSpectrumOfTheClosedForm() {
        double rd = 0.8;
        int period = 64;
        var states = VoiceState.steady(GlottalState.modal((double) RATE / period, rd), Vowel.neutral(), 0.4);
        var pulses = new PulseTrain(VoiceSettings.PURE, states, new Random(1)).until(0.4);
        double[] source = new VoiceSource(RATE, 6400).signal(pulses, states, new Random(1));
        double[] whole = Arrays.copyOfRange(source, 32 * period, 72 * period);
        var fourier = new Fourier(whole.length);
        var real = new double[fourier.bins()];
        var imaginary = new double[fourier.bins()];
        fourier.forward(whole, real, imaginary);
        var expectedReal = new double[27];
        var expectedImaginary = new double[27];
        LfPulse.ofRd(rd).spectrum(26, expectedReal, expectedImaginary);
        // The decimator passes everything up to 0.43 of the rate, harmonic 27. The means over steps of 1/8 sample take
        // away up to 0.5 % there.
        for (int k = 1; k <= 26; k++) {
            double size = Math.hypot(expectedReal[k], expectedImaginary[k]);
            assertThat(real[40 * k] / whole.length)
                    .as("real part %d", k)
                    .isCloseTo(expectedReal[k], within(6e-3 * size));
            assertThat(imaginary[40 * k] / whole.length)
                    .as("imaginary part %d", k)
                    .isCloseTo(expectedImaginary[k], within(6e-3 * size));
        }
    }

    /** Were pulses begun on samples, or did they fold, the spectrum would have lines between the harmonics. */
    @Test
    void pulsesBetweenSamplesAddNothingBetweenTheHarmonics() {
        double f0 = 217.3;
        SyntheticSpeech speech = speak(VoiceSettings.PURE, GlottalState.modal(f0, 1), 0.7);
        int length = 8192;
        double[] frame = Arrays.copyOfRange(speech.samples(), 2000, 2000 + length);
        double[] window = Window.blackman(length);
        for (int i = 0; i < length; i++) {
            frame[i] *= window[i];
        }
        var fourier = new Fourier(length);
        var magnitudes = new double[fourier.bins()];
        fourier.magnitudes(frame, magnitudes);
        double largest = Arrays.stream(magnitudes).max().orElseThrow();
        double between = 0;
        for (int bin = 0; bin < magnitudes.length; bin++) {
            double harmonic = (double) bin * RATE / length / f0;
            if (harmonic > 0.5 && Math.abs(harmonic - Math.rint(harmonic)) > 0.3) {
                between = Math.max(between, magnitudes[bin]);
            }
        }
        assertThat(between / largest).isLessThan(1e-4);
    }

    @Test
    void theTractIsTheProductOfItsResonances() {
        int length = 8192;
        var impulse = new double[length];
        impulse[0] = 1;
        var states = VoiceState.steady(GlottalState.modal(100, 1), Vowel.HOD.tract(), 0.6);
        new VocalTract(RATE, states).filter(impulse);
        var fourier = new Fourier(length);
        var magnitudes = new double[fourier.bins()];
        fourier.magnitudes(impulse, magnitudes);
        double[] formants = Vowel.HOD.tract().formantsHertz();
        assertThat(magnitudes[0]).isCloseTo(1, within(1e-9));
        for (double formant : formants) {
            assertThat(nearestPeak(magnitudes, formant * length / RATE) * RATE / length)
                    .isCloseTo(formant, within(15.0));
        }
        // Above the fifth the tube goes on as it was: peaks at 5500, 6500, 7500 Hz.
        for (double formant : new double[] {5500, 6500}) {
            assertThat(nearestPeak(magnitudes, formant * length / RATE) * RATE / length)
                    .isCloseTo(formant, within(60.0));
        }
    }

    private static double nearestPeak(double[] magnitudes, double bin) {
        double nearest = Double.NaN;
        for (int i = 1; i < magnitudes.length - 1; i++) {
            boolean peak = magnitudes[i] > magnitudes[i - 1] && magnitudes[i] >= magnitudes[i + 1];
            if (peak && !(Math.abs(i - bin) >= Math.abs(nearest - bin))) {
                nearest = i;
            }
        }
        return nearest;
    }

    @Test
    void aSteadyVoiceClosesOncePerPeriod() {
        SyntheticSpeech speech = speak(VoiceSettings.PURE, GlottalState.modal(123.4, 1.3), 0.5);
        double[] closures = speech.closures();
        assertThat(closures).hasSize(61);
        for (int i = 1; i < closures.length; i++) {
            assertThat(closures[i] - closures[i - 1]).isCloseTo(RATE / 123.4, within(1e-8));
        }
        assertThat(closures[0]).isCloseTo(LfPulse.ofRd(1.3).excitation() * RATE / 123.4, within(1e-9));
    }

    @Test
    void periodsFollowTheContour() {
        List<VoiceState> states = new ArrayList<>();
        for (int i = 0; i <= 200; i++) {
            states.add(new VoiceState(GlottalState.modal(100 + i, 1), Vowel.neutral(), Frication.NONE));
        }
        SyntheticSpeech speech = SyntheticVoice.create(VoiceSettings.PURE).speak(states, 1);
        for (GlottalPulse pulse : speech.pulses()) {
            double middle = (pulse.startSamples() + pulse.periodSamples() / 2) / RATE;
            // A rise by 200 Hz in a second is 1 to 2 Hz in a period, and nothing at its middle.
            assertThat(RATE / pulse.periodSamples()).isCloseTo(100 + 200 * middle, within(0.05));
        }
    }

    @Test
    void jitterAndShimmerHaveTheirDeviations() {
        var settings = new VoiceSettings(RATE, 0.02, 0.1, 0);
        SyntheticSpeech speech = speak(settings, new GlottalState(200, 1, 0.5, 0, 0), 20);
        double[] periods = speech.pulses().stream()
                .mapToDouble(pulse -> pulse.periodSamples() / 80)
                .toArray();
        double[] strengths = speech.pulses().stream()
                .mapToDouble(pulse -> pulse.strength() / 0.5)
                .toArray();
        assertThat(periods.length).isCloseTo(4000, within(20));
        // Of 4000 draws a deviation is known to 1.1 %, one standard error; chance beyond three deviations is cut off.
        assertThat(deviation(periods)).isCloseTo(0.02, within(0.02 * 0.05));
        assertThat(deviation(strengths)).isCloseTo(0.1, within(0.1 * 0.05));
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    @Test
    void doublingMakesEveryOtherPulseLateAndWeak() {
        SyntheticSpeech speech = speak(VoiceSettings.PURE, new GlottalState(100, 1, 1, 0, 0.5), 0.5);
        List<GlottalPulse> pulses = speech.pulses();
        double late = 0.5 * (1 - LfPulse.ofRd(1).excitation()) * 160;
        for (int i = 1; i < pulses.size(); i++) {
            boolean weak = i % 2 == 0;
            assertThat(pulses.get(i).strength()).isEqualTo(weak ? 0.5 : 1);
            assertThat(pulses.get(i).doubled()).isTrue();
            assertThat(pulses.get(i).closureSamples() - pulses.get(i - 1).closureSamples())
                    .isCloseTo(weak ? 160 + late : 160 - late, within(1e-8));
        }
    }

    @Test
    void aPauseIsSilentAndHasNoPulses() {
        List<VoiceState> states = new ArrayList<>();
        for (int i = 0; i <= 120; i++) {
            double strength = i >= 40 && i <= 80 ? 0 : 1;
            var glottis = new GlottalState(150, 1, strength, 0, 0);
            states.add(new VoiceState(glottis, Vowel.HOD.tract(), Frication.NONE));
        }
        SyntheticSpeech speech = SyntheticVoice.create(VoiceSettings.PURE).speak(states, 1);
        assertThat(speech.voicedAt(0.1)).isTrue();
        assertThat(speech.voicedAt(0.3)).isFalse();
        assertThat(speech.voicedAt(0.5)).isTrue();
        // 100 ms after the last pulse the narrowest resonance, 60 Hz wide, has decayed by exp(-pi 6).
        for (int n = 5000; n < 6400; n++) {
            assertThat(Math.abs(speech.samples()[n])).isLessThan(1e-6);
        }
    }

    @Test
    void aspirationIsStrongestWhereTheFlowIs() {
        var states = VoiceState.steady(new GlottalState(100, 1.5, 1e-3, 1, 0), Vowel.neutral(), 10);
        var pulses = new PulseTrain(VoiceSettings.PURE, states, new Random(1)).until(10);
        double[] source = new VoiceSource(RATE, 160_000).signal(pulses, states, new Random(2));
        LfPulse shape = LfPulse.ofRd(1.5);
        double atPeak = 0;
        double closed = 0;
        for (int period = 10; period < 990; period++) {
            double peak = source[(int) Math.round(160 * (period + shape.peak()))];
            double rest = source[160 * period];
            atPeak += peak * peak / 980;
            closed += rest * rest / 980;
        }
        // Mean squares of 980 draws are known to 4.5 %, one standard error.
        assertThat(atPeak).isCloseTo(1, within(0.15));
        assertThat(closed).isCloseTo(0.25, within(0.04));
    }

    @Test
    void fricationHasTheStrengthThatIsAskedFor() {
        var state = new VoiceState(new GlottalState(100, 1, 0, 0, 0), Vowel.neutral(), new Frication(0.5, 4000, 1500));
        SyntheticSpeech speech =
                SyntheticVoice.create(VoiceSettings.PURE).speak(java.util.Collections.nCopies(801, state), 3);
        double power = Arrays.stream(speech.samples()).map(x -> x * x).average().orElseThrow();
        double atFullStrength = Math.sqrt(power) / 0.5;
        // The voice is scaled by 0.2 before full scale; noise 1500 Hz wide for 4 s has some 12000 free values.
        assertThat(atFullStrength).isCloseTo(0.2, within(0.008));
    }

    @Test
    void theSameSeedGivesTheSameSamplesAndAnotherOthers() {
        var settings = new VoiceSettings(RATE, 0.01, 0.05, 1e-4);
        var states = VoiceState.steady(new GlottalState(120, 1, 0.7, 0.1, 0.2), Vowel.WHOD.tract(), 0.3);
        var voice = SyntheticVoice.create(settings);
        assertThat(voice.speak(states, 5).samples())
                .isEqualTo(voice.speak(states, 5).samples());
        assertThat(voice.speak(states, 6).samples())
                .isNotEqualTo(voice.speak(states, 5).samples());
    }

    @Test
    void speaksAtEveryRate() {
        for (int rate : new int[] {8_000, 11_025, 22_050, 48_000, 192_000}) {
            SyntheticSpeech speech =
                    speak(new VoiceSettings(rate, 0, 0, 0), new GlottalState(200, 1, 0.8, 0.1, 0), 0.2);
            assertThat(speech.samples()).hasSize((int) Math.round(0.2 * rate));
            assertThat(Arrays.stream(speech.samples()).map(Math::abs).max().orElseThrow())
                    .isBetween(0.05, 0.99);
        }
    }

    @Test
    void staysBelowFullScaleHoweverLoud() {
        SyntheticSpeech speech = speak(VoiceSettings.PURE, new GlottalState(400, 0.3, 1, 10, 0), 0.3);
        assertThat(Arrays.stream(speech.samples()).map(Math::abs).max().orElseThrow())
                .isCloseTo(0.99, within(1e-12));
    }

    @Test
    void refusesWhatNoVoiceCanDo() {
        assertThatThrownBy(() -> GlottalState.modal(5, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("F0 must lie in [20.0, 1000.0] but is 5.0");
        assertThatThrownBy(() -> GlottalState.modal(100, Double.NaN)).hasMessageContaining("Rd must lie in");
        assertThatThrownBy(() -> new TractState(
                        new double[] {500, 400, 2500, 3500, 4500},
                        Vowel.neutral().bandwidthsHertz()))
                .hasMessageContaining("formant 2 in Hz");
        assertThatThrownBy(() -> new TractState(new double[3], new double[5]))
                .hasMessageContaining("5 formants and as many bandwidths but 3 and 5");
        assertThatThrownBy(() -> new VoiceSettings(16, 0, 0, 0)).hasMessageContaining("samples per second");
        var states = VoiceState.steady(GlottalState.modal(100, 1), Vowel.neutral(), 61);
        assertThatThrownBy(() -> SyntheticVoice.create(VoiceSettings.PURE).speak(states, 1))
                .hasMessageContaining("must have 2 states or more and last at most 60.0 s");
    }
}
