package org.undertone.features.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaveletsTest {
    private final Wavelets wavelets = new Wavelets(0, 6);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 500, 6192, 6193})
    void bandsAgreeWithTheSumSampleBySample(int length) {
        double[] signal = new SplittableRandom(length).doubles(length, -1, 1).toArray();
        double[][] bands = wavelets.bands(signal);
        for (int band = 0; band < wavelets.count(); band++) {
            double[] exact = wavelets.exact(signal, band, 0, length);
            double largest = 0;
            for (int n = 0; n < length; n++) {
                largest = Math.max(largest, Math.abs(bands[band][n] - exact[n]));
            }
            assertThat(largest).as("band %d", band).isLessThan(1e-12);
        }
    }

    @Test
    void anImpulseGivesTheWaveletItself() {
        var signal = new double[4001];
        signal[2000] = 1;
        double[][] bands = wavelets.bands(signal);
        for (int band = 0; band < wavelets.count(); band++) {
            double scale = 1 << band;
            for (int n = 1000; n <= 3000; n++) {
                double t = (n - 2000) / scale;
                double wavelet = -Math.cos(Math.PI * t) * Math.exp(-t * t / 2);
                assertThat(bands[band][n]).isCloseTo(wavelet, within(1e-15));
            }
        }
    }

    @Test
    void exactValuesReachDownToTheSmallestNumbers() {
        var signal = new double[100];
        signal[0] = 1;
        double[] exact = wavelets.exact(signal, 0, 30, 45);
        assertThat(exact[0] / -Math.exp(-450)).isCloseTo(1, within(1e-12));
        assertThat(exact[8]).isNotZero();
        assertThat(exact[9]).isZero();
    }

    @Test
    void notANumberSpreadsOverTheWaveletsThatAreNotZero() {
        var signal = new double[6000];
        signal[3000] = Double.NaN;
        signal[3001] = Double.NaN;
        double[][] bands = wavelets.bands(signal);
        wavelets.spreadNaN(signal, bands);
        int[] reach = {38, 76, 153, 307, 615, 1000, 1000};
        for (int band = 0; band < reach.length; band++) {
            int first = 0;
            while (!Double.isNaN(bands[band][first])) {
                first++;
            }
            int end = first;
            while (Double.isNaN(bands[band][end])) {
                end++;
            }
            assertThat(first).as("band %d", band).isEqualTo(3000 - reach[band]);
            assertThat(end).as("band %d", band).isEqualTo(3001 + reach[band] + 1);
            assertThat(Arrays.stream(bands[band], end, signal.length).noneMatch(Double::isNaN))
                    .isTrue();
        }
    }
}
