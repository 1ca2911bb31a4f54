package org.undertone.features.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MaximaDispersionTest {
    private static final int RATE = 32000;
    private static final int[] INSTANTS = {1000, 1400, 1800, 2200};

    private final MaximaDispersion mended = MaximaDispersion.create(RATE, GlottalSettings.DEFAULT);
    private final MaximaDispersion original = MaximaDispersion.create(RATE, GlottalSettings.COVAREP_1_4_2);

    @Test
    void impulsesDownwardAreSharpestAtTheInstantsAndScoreZero() {
        // The wavelets point down at their centre.
        assertThat(mended.of(impulses(-1), INSTANTS).values()).containsOnly(0).hasSize(4);
    }

    @Test
    void theOriginalCountsOneSampleTooMany() {
        for (double value : original.of(impulses(-1), INSTANTS).values()) {
            assertThat(value).isCloseTo(1.0 / 400, within(1e-15));
        }
    }

    @Test
    void impulsesUpwardScoreWhereTheWaveletsSideLobesStand() {
        // The first of two equal maxima of cos(pi u) exp(-u^2 / 2) beside u = 0, at whole samples of scales 4 to 64.
        double sum = 0;
        for (int scale = 4; scale <= 64; scale *= 2) {
            int at = 0;
            for (int n = 0; n <= 80; n++) {
                if (lobe(n, scale) > lobe(at, scale)) {
                    at = n;
                }
            }
            sum += at;
        }
        for (double value : mended.of(impulses(1), INSTANTS).values()) {
            assertThat(value).isCloseTo(sum / 5 / 400, within(1e-15));
        }
    }

    @Test
    void valuesStandAtTheInstantsOrOneSampleEarlyAsInTheOriginal() {
        assertThat(mended.of(impulses(1), INSTANTS).numbers()).containsExactly(1001, 1401, 1801, 2201);
        assertThat(original.of(impulses(1), INSTANTS).numbers()).containsExactly(1000, 1400, 1800, 2200);
    }

    @Test
    void whatReachesBeyondTheSignalIsLeftOutOrZeroAsInTheOriginal() {
        int[] instants = {100, 1000, 2950};
        assertThat(mended.of(impulses(1), new int[] {100, 350, 1000, 1300, 2950})
                        .numbers())
                .containsExactly(351, 1001, 1301);
        double[] values = original.of(impulses(1), instants).values();
        assertThat(values[0]).isZero();
        assertThat(values[1]).isNotZero();
        assertThat(values[2]).isZero();
    }

    @Test
    void isFiniteForSilenceAndGaps() {
        double[] gap = impulses(1);
        Arrays.fill(gap, 1200, 1700, Double.NaN);
        for (MaximaDispersion each : new MaximaDispersion[] {mended, original}) {
            for (double[] residual : new double[][] {gap, new double[3000]}) {
                assertThat(Arrays.stream(each.of(residual, INSTANTS).values()).allMatch(Double::isFinite))
                        .isTrue();
            }
            assertThat(each.of(new double[0], new int[0]).values()).isEmpty();
        }
    }

    @Test
    void rejectsARateOfZero() {
        assertThatThrownBy(() -> MaximaDispersion.create(0, GlottalSettings.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a sampling rate must be at least 1 but is 0");
    }

    private static double lobe(int n, int scale) {
        double u = (double) n / scale;
        return -Math.cos(Math.PI * u) * Math.exp(-u * u / 2);
    }

    /** 400 samples apart: a reach of 80 samples, far enough for the side lobes of the widest wavelet. */
    private static double[] impulses(double height) {
        var residual = new double[3000];
        for (int at : INSTANTS) {
            residual[at] = height;
        }
        return residual;
    }
}
