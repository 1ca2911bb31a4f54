package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.undertone.signal.Golden.assertClose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6, 33})
    void agreesWithScipy(int points) {
        assertClose(Window.hanning(points), Golden.values("window.hanning." + points), 1e-14);
        assertClose(Window.hann(points), Golden.values("window.hann." + points), 1e-14);
        assertClose(Window.hamming(points), Golden.values("window.hamming." + points), 1e-14);
        assertClose(Window.blackman(points), Golden.values("window.blackman." + points), 1e-14);
        assertClose(Window.kaiser(points, 9.5), Golden.values("window.kaiser." + points), 1e-13);
    }

    @Test
    void kaisersWindowOfBetaZeroIsARectangle() {
        assertThat(Window.kaiser(7, 0)).containsOnly(1);
    }

    @Test
    void everyWindowIsSymmetricAboutAPeakOfOne() {
        for (double[] window :
                new double[][] {Window.hanning(9), Window.hann(9), Window.hamming(9), Window.blackman(9)}) {
            assertThat(window[4]).isCloseTo(1, within(1e-15));
            for (int k = 0; k < 4; k++) {
                assertThat(window[k]).isCloseTo(window[8 - k], within(1e-15));
            }
        }
    }

    @Test
    void rejectsAWindowWithoutPoints() {
        assertThatThrownBy(() -> Window.hann(0)).hasMessage("a window needs at least 1 point but has 0");
    }
}
