package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrogramTest {
    private static final int RATE = 16000;
    private static final SpectrogramSettings DEFAULT = SpectrogramSettings.DEFAULT;

    private static double[] noise(int samples, long seed) {
        return new Random(seed).doubles(samples, -0.5, 0.5).toArray();
    }

    private static double[] tone(double hertz, int rate, int samples) {
        var tone = new double[samples];
        Arrays.setAll(tone, n -> 0.3 * Math.sin(2 * Math.PI * hertz * n / rate));
        return tone;
    }

    private static int strongest(float[] column) {
        int best = 0;
        for (int bin = 1; bin < column.length; bin++) {
            best = column[bin] > column[best] ? bin : best;
        }
        return best;
    }

    @ParameterizedTest
    @CsvSource({"16000, 1000", "16000, 3456", "8000, 3000", "44100, 440", "48000, 7990", "192000, 2500"})
    void hasItsMaximumAtTheBinOfATone(int rate, double hertz) {
        var spectrogram = Spectrogram.of(tone(hertz, rate, rate / 2), rate, DEFAULT);
        for (int c = 3; c < spectrogram.columns() - 3; c++) {
            assertThat(strongest(spectrogram.decibels()[c]) * spectrogram.binHertz())
                    .isCloseTo(hertz, within(0.51 * spectrogram.binHertz()));
            // The tone is as strong everywhere; between bins the window's top moves it by less than this.
            assertThat(spectrogram.decibels()[c][strongest(spectrogram.decibels()[c])])
                    .isBetween(-0.5f, 0f);
        }
    }

    @Test
    void isFlatAtTheFloorForSilence() {
        var spectrogram = Spectrogram.of(new double[RATE], RATE, DEFAULT);
        assertThat(spectrogram.columns()).isEqualTo(200);
        for (float[] column : spectrogram.decibels()) {
            assertThat(column).hasSize(257).containsOnly(-70f);
        }
    }

    @Test
    void agreesWithSumsOverTheDefinition() {
        var settings = new SpectrogramSettings(0.025, 0.005, -300, 8000, 64);
        double[] samples = noise(1000, 1);
        var spectrogram = Spectrogram.of(samples, RATE, settings);
        assertThat(spectrogram.columns()).isEqualTo(13);
        double[][] powers = new double[13][257];
        double most = 0;
        for (int c = 0; c < 13; c++) {
            for (int bin = 0; bin < 257; bin++) {
                double real = 0;
                double imaginary = 0;
                for (int i = 0; i < 400; i++) {
                    int n = 80 * c + 40 - 200 + i;
                    double weight = Math.pow(Math.sin(Math.PI * (i + 1) / 401), 2);
                    double sample = n < 0 || n >= samples.length ? 0 : weight * samples[n];
                    real += sample * Math.cos(2 * Math.PI * bin * i / 512);
                    imaginary += sample * Math.sin(2 * Math.PI * bin * i / 512);
                }
                powers[c][bin] = real * real + imaginary * imaginary;
                most = Math.max(most, powers[c][bin]);
            }
        }
        for (int c = 0; c < 13; c++) {
            for (int bin = 0; bin < 257; bin++) {
                assertThat((double) spectrogram.decibels()[c][bin])
                        .isCloseTo(10 * Math.log10(powers[c][bin] / most), within(1e-3));
            }
        }
    }

    @Test
    void putsAClickIntoTheColumnOfItsTime() {
        var samples = new double[RATE];
        samples[6440] = 1;
        var spectrogram = Spectrogram.of(samples, RATE, new SpectrogramSettings(0.005, 0.005, -70, 8000, 512));
        int loudest = 0;
        for (int c = 0; c < spectrogram.columns(); c++) {
            loudest = spectrogram.decibels()[c][9] > spectrogram.decibels()[loudest][9] ? c : loudest;
        }
        assertThat((loudest + 0.5) * spectrogram.columnSeconds()).isCloseTo(6440.0 / RATE, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 33, 1000, 12345})
    void keepsWithinItsColumnsHoweverLongTheSignal(int hops) {
        var settings = new SpectrogramSettings(0.01, 0.005, -70, 2000, 16);
        var spectrogram = Spectrogram.of(noise(hops * 40, 2), 8000, settings);
        assertThat(spectrogram.columns()).isBetween(Math.min(hops, 8), 16);
        assertThat(spectrogram.columns() * spectrogram.columnSeconds())
                .isBetween(hops * 0.005 - 1e-9, (hops * 0.005) + spectrogram.columnSeconds());
        assertThat(spectrogram.bins()).isEqualTo(33);
        assertThat((spectrogram.bins() - 1) * spectrogram.binHertz()).isEqualTo(2000);
    }

    @Test
    void joinsColumnsToTheirMeanPower() {
        double[] samples = noise(16 * 80, 3);
        var fine = Spectrogram.of(samples, RATE, new SpectrogramSettings(0.025, 0.005, -300, 8000, 16));
        var coarse = Spectrogram.of(samples, RATE, new SpectrogramSettings(0.025, 0.005, -300, 8000, 4));
        assertThat(coarse.columnSeconds()).isEqualTo(4 * fine.columnSeconds());
        var means = new double[4];
        for (int c = 0; c < 16; c++) {
            means[c / 4] += Math.pow(10, fine.decibels()[c][50] / 10) / 4;
        }
        for (int c = 1; c < 4; c++) {
            double expected = 10 * Math.log10(means[c] / means[0]);
            assertThat((double) coarse.decibels()[c][50] - coarse.decibels()[0][50])
                    .isCloseTo(expected, within(1e-3));
        }
    }

    @Test
    void isTheSameInPiecesOfAnySize() {
        double[] samples = noise(20000, 4);
        var settings = new SpectrogramSettings(0.025, 0.005, -70, 8000, 128);
        var whole = Spectrogram.of(samples, RATE, settings);
        var sizes = new Random(5);
        var recorder = SpectrogramRecorder.create(RATE, settings);
        for (int done = 0; done < samples.length; ) {
            int count = Math.min(samples.length - done, sizes.nextInt(3000));
            recorder.add(samples, done, count);
            done += count;
        }
        assertThat(recorder.finish().decibels()).isDeepEqualTo(whole.decibels());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 79, 80, 81, 399, 401})
    void hasAColumnForEveryHopThatBegan(int samples) {
        var spectrogram = Spectrogram.of(noise(samples, 6), RATE, DEFAULT);
        assertThat(spectrogram.columns()).isEqualTo((samples + 79) / 80);
        for (float[] column : spectrogram.decibels()) {
            for (float level : column) {
                assertThat(level).isBetween(-70f, 0f);
            }
        }
    }

    @Test
    void staysFiniteForSamplesFarBeyondFullScale() {
        double[] samples = noise(4000, 7);
        Arrays.setAll(samples, n -> samples[n] * 1e160);
        for (float[] column : Spectrogram.of(samples, RATE, DEFAULT).decibels()) {
            for (float level : column) {
                assertThat(level).isBetween(-70f, 0f);
            }
        }
    }

    @Test
    void skipsSamplesBetweenWindowsThatAreShorterThanTheHop() {
        var settings = new SpectrogramSettings(0.002, 0.01, -70, 8000, 64);
        assertThat(Spectrogram.of(noise(1600, 8), RATE, settings).columns()).isEqualTo(10);
    }

    @Test
    void namesASettingThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpectrogramSettings(0, 0.005, -70, 8000, 64))
                .withMessageContaining("window of a spectrogram must lie in (0, 1] s but is 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpectrogramSettings(0.025, 2, -70, 8000, 64))
                .withMessageContaining("hop of a spectrogram must lie in (0, 1] s but is 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpectrogramSettings(0.025, 0.005, 0, 8000, 64))
                .withMessageContaining("[-300, 0) dB but is 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpectrogramSettings(0.025, 0.005, -70, Double.NaN, 64))
                .withMessageContaining("above 0 Hz but is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpectrogramSettings(0.025, 0.005, -70, 8000, 3))
                .withMessageContaining("an even number from 2 on but is 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpectrogramRecorder.create(0, DEFAULT))
                .withMessageContaining("the rate is 0");
    }
}
