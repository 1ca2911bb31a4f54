package org.undertone.features.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LpResidualTest {
    @ParameterizedTest
    @CsvSource({
        "wide, 16000, KEPT",
        "wide, 16000, MENDED",
        "odd, 22050, KEPT",
        "odd, 22050, MENDED",
        "narrow, 8000, KEPT",
        "narrow, 8000, MENDED"
    })
    void isTheOneOfAGeneralSolver(String name, int rate, Quirks quirks) {
        double[] signal = MadeUp.goldenSignal(name);
        double[] residual = LpResidual.of(signal, rate, LpResidual.order(rate), quirks);
        double[] expected = MadeUp.golden(name + "." + quirks.name().toLowerCase(Locale.ROOT) + ".residual");
        assertThat(Arrays.stream(expected).anyMatch(Double::isNaN)).isEqualTo(quirks == Quirks.KEPT);
        for (int i = 0; i < expected.length; i++) {
            if (Double.isNaN(expected[i])) {
                assertThat(residual[29 * i]).as("sample %s", 29 * i).isNaN();
            } else {
                assertThat(residual[29 * i]).as("sample %s", 29 * i).isCloseTo(expected[i], within(1e-7));
            }
        }
    }

    @Test
    void usesAFrameThatEndsAtTheLastSampleOnlyWhenMended() {
        double[] signal = MadeUp.noise(401, 1);
        assertThat(LpResidual.of(signal, 16000, 12, Quirks.KEPT)).containsOnly(0);
        assertThat(Arrays.stream(LpResidual.of(signal, 16000, 12, Quirks.MENDED))
                        .map(Math::abs)
                        .max())
                .hasValue(1);
    }

    @Test
    void ofSilenceIsSilenceWhenMended() {
        assertThat(LpResidual.of(new double[2000], 16000, 18, Quirks.MENDED)).containsOnly(0);
        assertThat(LpResidual.of(new double[2000], 16000, 18, Quirks.KEPT)[1000])
                .isNaN();
    }

    @Test
    void ofAlmostSilenceIsFinite() {
        var signal = new double[2000];
        Arrays.fill(signal, 300, 1500, Double.MIN_VALUE);
        signal[900] = 1e-300;
        assertThat(LpResidual.of(signal, 16000, 18, Quirks.MENDED)).doesNotContain(Double.NaN);
    }

    @Test
    void losesNaNByRequestAndIsNotCopiedForNothing() {
        double[] clean = {1, 0.5};
        assertThat(LpResidual.withoutNaN(clean)).isSameAs(clean);
        double[] broken = {1, Double.NaN};
        assertThat(LpResidual.withoutNaN(broken)).containsExactly(1, 0);
        assertThat(broken[1]).isNaN();
    }
}
