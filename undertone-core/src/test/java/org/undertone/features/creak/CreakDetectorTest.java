package org.undertone.features.creak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.features.source.Quirks;

class CreakDetectorTest {
    private static final int RATE = 16000;

    @ParameterizedTest
    @EnumSource
    void periodsDoubledSoundCreakierThanRegularOnes(Quirks quirks) {
        double modal = mean(posteriors(voice(200, 200, RATE), RATE, quirks));
        double creaky = mean(posteriors(voice(200, 50, RATE), RATE, quirks));
        assertThat(modal).isLessThan(0.1);
        assertThat(creaky).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @EnumSource
    void polarityDoesNotMatter(Quirks quirks) {
        double[] signal = voice(110, 40, RATE);
        double[] upsideDown = Arrays.stream(signal).map(x -> -x).toArray();
        assertThat(posteriors(upsideDown, RATE, quirks)).containsExactly(posteriors(signal, RATE, quirks));
    }

    @Test
    void silenceDoesNotCreak() {
        assertThat(posteriors(new double[RATE], RATE, Quirks.MENDED))
                .hasSize(100)
                .containsOnly(0);
        double[] signal = voice(110, 40, RATE);
        Arrays.fill(signal, 0, 4000, 0);
        Arrays.fill(signal, 8000, 12000, 0);
        double[] posteriors = posteriors(signal, RATE, Quirks.MENDED);
        assertThat(Arrays.copyOf(posteriors, 20)).containsOnly(0);
        assertThat(Arrays.copyOfRange(posteriors, 55, 70)).containsOnly(0);
        assertThat(DoubleStream.of(posteriors)).allMatch(value -> value >= 0 && value <= 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 159, 160, 480, 1600, 2400})
    void worksOnTheShortest(int samples) {
        double[] signal = Arrays.copyOf(voice(120, 60, RATE), samples);
        assertThat(DoubleStream.of(posteriors(signal, RATE, Quirks.MENDED)))
                .hasSize(samples / 160)
                .allMatch(value -> value >= 0 && value <= 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 11025, 22050, 44100, 48000})
    void worksAtAnyRateButForTheOriginal(int rate) {
        double[] signal = voice(120, 40, rate);
        assertThat(DoubleStream.of(posteriors(signal, rate, Quirks.MENDED)))
                .allMatch(value -> value >= 0 && value <= 1)
                .anyMatch(value -> value > 0);
        boolean zero = Arrays.stream(posteriors(signal, rate, Quirks.KEPT)).allMatch(value -> value == 0);
        assertThat(zero).isEqualTo(rate % 1000 != 0);
    }

    @Test
    void featuresOfNoiseAndClicksAreFinite() {
        var random = new SplittableRandom(2);
        double[] signal = voice(120, 120, RATE);
        for (int n = 6000; n < 9000; n++) {
            signal[n] = random.nextDouble() - 0.5;
        }
        Arrays.fill(signal, 9000, 11000, 0);
        signal[10000] = 1;
        for (double[] row : CreakFeatures.of(CreakSource.of(signal, RATE, Quirks.MENDED), Quirks.MENDED)) {
            assertThat(DoubleStream.of(row)).hasSize(36).allMatch(Double::isFinite);
        }
    }

    @Test
    void refusesAResidualOfAnotherLength() {
        CreakSource source = CreakSource.of(new double[800], RATE, Quirks.MENDED);
        assertThatThrownBy(() -> new CreakSource(source.signal(), RATE, new double[7], source.pitch()))
                .hasMessage("a residual must be as long as its signal but has 7 samples for 800");
        assertThatThrownBy(() -> new CreakSource(source.signal(), 3999, source.residual(), source.pitch()))
                .hasMessageContaining("at least 4000 Hz but has 3999");
    }

    private static double[] posteriors(double[] signal, int rate, Quirks quirks) {
        return CreakDetector.create(quirks).posteriors(CreakSource.of(signal, rate, quirks));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values, 45, values.length - 15).average().orElseThrow();
    }

    /**
     * A second of pulses through a resonance at 600 Hz, with a little noise: 0.4 s at the first frequency, then at the second
     * with every other pulse at half height.
     */
    private static double[] voice(double before, double after, int rate) {
        var random = new SplittableRandom(1);
        var signal = new double[rate];
        double r = Math.exp(-Math.PI * 90 / rate);
        double a1 = 2 * r * Math.cos(2 * Math.PI * 600 / rate);
        double next = 0.01 * rate;
        boolean strong = true;
        for (int n = 2; n < rate; n++) {
            double pulse = 0;
            if (n >= next) {
                boolean doubled = n > 0.4 * rate && before != after;
                pulse = doubled && !strong ? 0.5 : 1;
                strong = !strong;
                next += rate / (n > 0.4 * rate ? after : before);
            }
            signal[n] = pulse * 0.1 + 1e-4 * (random.nextDouble() - 0.5) + a1 * signal[n - 1] - r * r * signal[n - 2];
        }
        return signal;
    }
}
