package org.undertone.features.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolarityTest {
    @ParameterizedTest
    @CsvSource({"wide, 16000", "odd, 22050", "narrow, 8000"})
    void isTheOneOfNumpyAndScipy(String name, int rate) {
        double[] signal = MadeUp.goldenSignal(name);
        assertThat(polarity(signal, rate, Quirks.KEPT)).hasValue((int) MadeUp.golden(name + ".kept.polarity")[0]);
        assertThat(polarity(signal, rate, Quirks.MENDED)).hasValue((int) MadeUp.golden(name + ".mended.polarity")[0]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {80, 100, 130, 180, 210})
    void turnsWithTheSignal(double f0) {
        double[] vowel = MadeUp.vowel(f0, 16000, 9600, 3);
        assertThat(polarity(vowel, 16000, Quirks.MENDED)).hasValue(1);
        assertThat(polarity(MadeUp.inverted(vowel), 16000, Quirks.MENDED)).hasValue(-1);
    }

    @ParameterizedTest
    @EnumSource(Quirks.class)
    void isUndeterminedInSilence(Quirks quirks) {
        assertThat(polarity(new double[8000], 16000, quirks)).isEmpty();
        assertThat(polarity(new double[0], 16000, quirks)).isEmpty();
        assertThat(polarity(new double[20], 16000, quirks)).isEmpty();
    }

    @Test
    void isFoundInThirtyMilliseconds() {
        assertThat(polarity(MadeUp.vowel(150, 16000, 480, 3), 16000, Quirks.MENDED))
                .isPresent();
    }

    @Test
    void knowsTheSkewnessOfACoin() {
        // A share p of ones among zeros: (1 - 2 p) / sqrt(p (1 - p)).
        var coin = new double[1000];
        Arrays.fill(coin, 0, 200, 1);
        assertThat(Polarity.skewness(coin)).isCloseTo(0.6 / 0.4, within(1e-12));
        assertThat(Polarity.skewness(new double[10])).isNaN();
    }

    private static OptionalInt polarity(double[] signal, int rate, Quirks quirks) {
        return Polarity.of(signal, LpResidual.of(signal, rate, LpResidual.order(rate), quirks), rate, quirks);
    }
}
