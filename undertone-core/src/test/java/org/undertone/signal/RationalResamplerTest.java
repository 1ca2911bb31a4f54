package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** resampling.safetensors comes from scipy, by resampling.py beside it. */
class RationalResamplerTest {
    @ParameterizedTest
    @CsvSource({"1, 3", "160, 441", "320, 441", "2, 3", "3, 2", "2, 1", "1, 1"})
    void resamplesAsScipyDoes(int up, int down) {
        double[] signal = Golden.values("resampling.safetensors", "signal");
        double[] resampled = new RationalResampler(100 * down, 100 * up).resample(signal);
        Golden.assertClose(resampled, Golden.values("resampling.safetensors", up + "." + down), 1e-13);
    }

    @Test
    void keepsASlowSineWhereItIs() {
        var signal = new double[4410];
        for (int n = 0; n < signal.length; n++) {
            signal[n] = Math.sin(2 * Math.PI * 440 * n / 44100);
        }
        double[] resampled = new RationalResampler(44100, 16000).resample(signal);
        assertThat(resampled).hasSize(1600);
        for (int m = 100; m < 1500; m++) {
            assertThat(resampled[m])
                    .as("sample %s", m)
                    .isCloseTo(Math.sin(2 * Math.PI * 440 * m / 16000), within(2e-3));
        }
    }

    @Test
    void takesNothingAndASingleSample() {
        assertThat(new RationalResampler(48000, 16000).resample(new double[0])).isEmpty();
        assertThat(new RationalResampler(48000, 16000).resample(new double[] {1}))
                .hasSize(1);
    }

    @Test
    void refusesARateOfNothing() {
        assertThatThrownBy(() -> new RationalResampler(0, 16000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 0 Hz");
    }
}
