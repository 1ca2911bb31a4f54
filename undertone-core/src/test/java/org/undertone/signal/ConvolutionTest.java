package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.undertone.signal.Golden.assertClose;
import static org.undertone.signal.Golden.noise;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvolutionTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 31, 64, 333})
    void agreesWithNumpyForOddAndEvenAndLongKernels(int taps) {
        assertClose(
                Convolution.same(Golden.values("signal"), Golden.values("kernel." + taps)),
                Golden.values("convolution." + taps),
                1e-12);
    }

    @Property(tries = 50)
    void isTheSumThatDefinesItAcrossManyBlocks(
            @ForAll @IntRange(max = 1500) int length,
            @ForAll @IntRange(min = 1, max = 90) int taps,
            @ForAll long seed) {
        double[] signal = noise(length, seed);
        double[] kernel = noise(taps, seed + 1);
        double[] same = Convolution.same(signal, kernel);
        assertThat(same).hasSize(length);
        for (int n = 0; n < length; n++) {
            double sum = 0;
            for (int k = 0; k < taps; k++) {
                int at = n + taps / 2 - k;
                sum += at >= 0 && at < length ? kernel[k] * signal[at] : 0;
            }
            assertThat(same[n]).isCloseTo(sum, within(1e-12));
        }
    }

    @Test
    void rejectsAKernelWithoutTaps() {
        assertThatThrownBy(() -> Convolution.same(new double[3], new double[0]))
                .hasMessage("convolution needs a kernel of at least 1 tap but has 0");
    }
}
