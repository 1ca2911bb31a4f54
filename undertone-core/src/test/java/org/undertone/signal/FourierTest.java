package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.undertone.signal.Golden.assertClose;
import static org.undertone.signal.Golden.noise;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 15, 64, 97, 106, 120, 121, 256})
    void agreesWithNumpyOnShorterAndLongerSignals(int length) {
        var fourier = new Fourier(length);
        var real = new double[fourier.bins()];
        var imaginary = new double[fourier.bins()];
        fourier.forward(Golden.values("signal"), real, imaginary);
        assertClose(real, Golden.values("spectrum." + length + ".real"), 1e-12 * length);
        assertClose(imaginary, Golden.values("spectrum." + length + ".imaginary"), 1e-12 * length);
    }

    @Property(tries = 100)
    void agreesWithTheSumThatDefinesItAndComesBack(
            @ForAll @IntRange(min = 1, max = 300) int length, @ForAll long seed) {
        double[] signal = noise(length, seed);
        var fourier = new Fourier(length);
        var real = new double[fourier.bins()];
        var imaginary = new double[fourier.bins()];
        fourier.forward(signal, real, imaginary);
        for (int bin = 0; bin < fourier.bins(); bin++) {
            double cosines = 0;
            double sines = 0;
            for (int n = 0; n < length; n++) {
                double angle = 2 * Math.PI * (bin * n % length) / length;
                cosines += signal[n] * Math.cos(angle);
                sines -= signal[n] * Math.sin(angle);
            }
            assertThat(real[bin]).isCloseTo(cosines, within(1e-11));
            assertThat(imaginary[bin]).isCloseTo(sines, within(1e-11));
        }
        var back = new double[length];
        fourier.inverse(real, imaginary, back);
        assertClose(back, signal, 1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 64, 97})
    void magnitudesAndPowersAreThoseOfTheSpectrum(int length) {
        double[] signal = noise(length, 3);
        var fourier = new Fourier(length);
        var real = new double[fourier.bins()];
        var imaginary = new double[fourier.bins()];
        var magnitudes = new double[fourier.bins()];
        var powers = new double[fourier.bins()];
        fourier.forward(signal, real, imaginary);
        fourier.magnitudes(signal, magnitudes);
        fourier.powers(signal, powers);
        for (int bin = 0; bin < fourier.bins(); bin++) {
            assertThat(magnitudes[bin]).isCloseTo(Math.hypot(real[bin], imaginary[bin]), within(1e-12));
            assertThat(powers[bin]).isCloseTo(magnitudes[bin] * magnitudes[bin], within(1e-12));
        }
    }

    @Test
    void countsBinsUpToHalfTheSamplingRate() {
        assertThat(new Fourier(8).bins()).isEqualTo(5);
        assertThat(new Fourier(9).bins()).isEqualTo(5);
        assertThat(new Fourier(1).bins()).isEqualTo(1);
    }

    @Test
    void leavesItsInputAlone() {
        double[] signal = noise(9, 1);
        double[] copy = signal.clone();
        var fourier = new Fourier(9);
        var real = new double[5];
        var imaginary = new double[5];
        fourier.forward(signal, real, imaginary);
        double[] realCopy = real.clone();
        fourier.inverse(real, imaginary, new double[9]);
        assertThat(signal).isEqualTo(copy);
        assertThat(real).isEqualTo(realCopy);
    }

    @Test
    void startsNoThreadsForLongTransforms() {
        // JTransforms' own limit is 8,192 samples.
        long before = poolThreads();
        var fourier = new Fourier(1 << 17);
        fourier.powers(noise(1 << 17, 1), new double[fourier.bins()]);
        assertThat(poolThreads()).isEqualTo(before);
    }

    private static long poolThreads() {
        return Arrays.stream(threads())
                .filter(thread -> thread.getName().contains("pool"))
                .count();
    }

    private static Thread[] threads() {
        var threads = new Thread[Thread.activeCount() + 16];
        return Arrays.copyOf(threads, Thread.enumerate(threads));
    }

    @Test
    void rejectsALengthOfZero() {
        assertThatThrownBy(() -> new Fourier(0)).hasMessage("a Fourier transform needs at least 1 sample but has 0");
    }
}
