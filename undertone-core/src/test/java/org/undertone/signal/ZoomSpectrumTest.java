package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoomSpectrumTest {
    @ParameterizedTest
    @CsvSource({
        "16000, 1598",
        "16000, 401",
        "16000, 3",
        "16000, 9000",
        "8000, 798",
        "11025, 1102",
        "11025, 55",
        "997, 90",
        "48000, 700",
        "64, 64",
        "1, 1"
    })
    void hasTheBinsOfTheLongTransform(int points, int length) {
        double[] frame = Golden.noise(length, points + length);
        var slow = new double[points / 2 + 1];
        new Fourier(points).powers(frame, slow);
        double norm = Math.sqrt(Arrays.stream(slow).sum());
        var spectrum = new ZoomSpectrum(points);
        var fast = new double[slow.length];
        // Twice: nothing may be left over from a longer frame.
        spectrum.powers(Golden.noise(length, 7), length, fast, fast.length);
        spectrum.powers(frame, length, fast, fast.length);
        for (int bin = 0; bin < slow.length; bin++) {
            assertThat(Math.sqrt(fast[bin])).as("bin %s", bin).isCloseTo(Math.sqrt(slow[bin]), within(1e-14 * norm));
        }
    }

    @Test
    void leavesTheBinsBeyondThoseAskedForAlone() {
        var powers = new double[200];
        Arrays.fill(powers, -1);
        new ZoomSpectrum(8000).powers(Golden.noise(300, 2), 300, powers, 131);
        for (int bin = 0; bin < powers.length; bin++) {
            assertThat(powers[bin] < 0).as("bin %s", bin).isEqualTo(bin >= 131);
        }
    }

    @Test
    void takesFramesOfChangingLength() {
        var spectrum = new ZoomSpectrum(8000);
        var powers = new double[4001];
        var wanted = new double[4001];
        for (int length : new int[] {700, 20, 701, 19, 700}) {
            double[] frame = Golden.noise(length, length);
            spectrum.powers(frame, length, powers, powers.length);
            new Fourier(8000).powers(frame, wanted);
            assertThat(powers[1234]).as("%s samples", length).isCloseTo(wanted[1234], within(1e-10));
        }
    }

    @Test
    void refusesASpectrumOfNoPoints() {
        assertThatThrownBy(() -> new ZoomSpectrum(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1 point but has 0");
    }
}
