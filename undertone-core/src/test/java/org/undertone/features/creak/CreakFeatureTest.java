package org.undertone.features.creak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.undertone.features.source.Quirks;

/** Each feature where its value is known. */
class CreakFeatureTest {
    private static final int RATE = 16000;
    private static final double[] MIDDLE = {6400, 8000, 9600};

    @Test
    void zeroCrossingsOfAToneAreTwiceItsFrequency() {
        assertThat(ZeroCrossingRate.at(tone(1000, 0.3), RATE, MIDDLE, Quirks.MENDED))
                .containsExactly(new double[] {2, 2, 2}, within(0.05));
    }

    @Test
    void energyIsRelativeToTheLoudestFrame() {
        double[] signal = tone(250, 0.5);
        for (int n = 8000; n < signal.length; n++) {
            signal[n] /= Math.E;
        }
        assertThat(FrameEnergy.at(signal, RATE, new double[] {4000, 12000}, Quirks.MENDED))
                .containsExactly(new double[] {0, -2}, within(1e-3));
    }

    @Test
    void powerOfASteadyToneDoesNotDeviateAndThatOfPulsesDoes() {
        assertThat(PowerDeviation.at(tone(500, 0.3), RATE, MIDDLE, Quirks.MENDED))
                .containsExactly(new double[] {0, 0, 0}, within(1e-9));
        // Every other frame of the contour 20 dB of the square above the rest: half of them, in 33 frames.
        var signal = new double[RATE];
        for (int n = 0; n < signal.length; n++) {
            signal[n] = n / 320 % 2 == 0 ? 0.1 : 0.1 * Math.pow(10, 0.5);
        }
        assertThat(PowerDeviation.at(signal, RATE, MIDDLE, Quirks.MENDED)[1]).isCloseTo(10, within(0.6));
    }

    @Test
    void creakF0IsTheRateOfPulses() {
        double[] broad = Resonator.of(pulses(400, 1), RATE, 100, Resonator.BROAD);
        assertThat(CreakF0.at(broad, RATE, MIDDLE, Quirks.MENDED))
                .containsExactly(new double[] {40, 40, 40}, within(1e-9));
        assertThat(CreakF0.at(broad, RATE, MIDDLE, Quirks.KEPT))
                .containsExactly(new double[] {40, 40, 40}, within(1e-9));
    }

    @Test
    void resonatorRingsAtItsFrequencyAndDecaysByItsRadius() {
        var pulse = new double[100];
        pulse[0] = 1;
        double phi = 2 * Math.PI * 1000 / RATE;
        double[] ringing = Resonator.of(pulse, RATE, 1000, 0.9);
        for (int n = 0; n < ringing.length; n++) {
            assertThat(ringing[n]).isCloseTo(Math.pow(0.9, n) * Math.sin(phi * (n + 1)) / Math.sin(phi), within(1e-12));
        }
    }

    @Test
    void secondHarmonicTwiceAsStrongIsFourTimesSixDecibelsInTheSpectrumOfTheAutocorrelation() {
        FrameSequence frames = CreakF0.frames(RATE, RATE, Quirks.MENDED);
        var rates = new int[frames.count()];
        Arrays.fill(rates, 500);
        double[] weak = H2H1.raw(sum(tone(500, 0.2), tone(1000, 0.2)), rates, RATE, frames);
        double[] strong = H2H1.raw(sum(tone(500, 0.2), tone(1000, 0.4)), rates, RATE, frames);
        double rise = strong[50] - weak[50];
        assertThat(rise).isCloseTo(40 * Math.log10(2), within(0.3));
    }

    @Test
    void aPulseAloneIsProminentAndOneOfTwoIsNot() {
        double[] loud = tone(100, 0.5);
        double[] alone = pulses(500, 1);
        assertThat(ResidualPeakProminence.at(alone, loud, RATE, 120, MIDDLE, Quirks.MENDED)[1])
                .isEqualTo(1);
        // Windows of 356 samples, of which 71 on either side of the peak do not count.
        double[] three = pulses(160, 0.75);
        assertThat(ResidualPeakProminence.at(three, loud, RATE, 120, MIDDLE, Quirks.MENDED)[1])
                .isCloseTo(0.25, within(1e-12));
    }

    @Test
    void quietPulsesAreNotProminent() {
        double[] signal = tone(100, 0.5);
        for (int n = 6000; n < signal.length; n++) {
            signal[n] *= 0.1;
        }
        double[] prominence = ResidualPeakProminence.at(
                pulses(500, 1), signal, RATE, 120, new double[] {4800, 9600, 14400}, Quirks.MENDED);
        assertThat(prominence).containsExactly(1, 0, 1);
    }

    @Test
    void aPeriodicFrameIsPeriodicAndNoiseIsNot() {
        double[] periodic = CreakBand.of(pulses(80, 1), RATE, Quirks.MENDED);
        assertThat(DoubleStream.of(IntraFramePeriodicity.at(periodic, RATE, MIDDLE, Quirks.MENDED)))
                .allMatch(value -> value > 0.9 && value <= 1);
        var random = new SplittableRandom(1);
        double[] noise = IntStream.range(0, RATE)
                .mapToDouble(n -> random.nextDouble() - 0.5)
                .toArray();
        assertThat(IntraFramePeriodicity.at(noise, RATE, MIDDLE, Quirks.MENDED)).containsExactly(0, 0, 0);
    }

    @Test
    void likePulsesAreSimilarAndPulsesFarApartAreNotCompared() {
        double[] near = CreakBand.of(pulses(640, 1), RATE, Quirks.MENDED);
        PowerPeaks peaks = PowerPeaks.of(near, RATE, Quirks.MENDED);
        double[] similarity = InterPulseSimilarity.of(near, peaks, RATE);
        assertThat(peaks.count()).isEqualTo(25);
        assertThat(similarity[0]).isZero();
        assertThat(Arrays.stream(similarity, 2, 23)).allMatch(value -> value > 0.999 && value < 1 + 1e-9);
        double[] far = CreakBand.of(pulses(1700, 1), RATE, Quirks.MENDED);
        assertThat(InterPulseSimilarity.of(far, PowerPeaks.of(far, RATE, Quirks.MENDED), RATE))
                .hasSize(9)
                .containsOnly(0);
    }

    @Test
    void aPeakHoldsBeforeItWithQuirksAndAroundItWithout() {
        var peaks = new PowerPeaks(new int[] {3000, 5000}, new double[] {7, 9}, new double[] {1, 2});
        double[] instants = {2400, 2500, 3400, 3600, 4500, 5100};
        assertThat(peaks.at(peaks.rise(), instants, RATE, Quirks.KEPT)).containsExactly(0, 7, 0, 0, 9, 0);
        assertThat(peaks.at(peaks.rise(), instants, RATE, Quirks.MENDED)).containsExactly(0, 7, 7, 0, 9, 9);
        var early = new PowerPeaks(new int[] {100}, new double[] {7}, new double[] {1});
        assertThat(early.at(early.rise(), new double[] {160, 480, 640}, RATE, Quirks.KEPT))
                .containsExactly(7, 7, 0);
    }

    private static double[] tone(double hertz, double amplitude) {
        return IntStream.range(0, RATE)
                .mapToDouble(n -> amplitude * Math.sin(2 * Math.PI * hertz * (n + 0.5) / RATE))
                .toArray();
    }

    private static double[] sum(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(n -> a[n] + b[n]).toArray();
    }

    /** A second of pulses, every second one of another height. */
    private static double[] pulses(int period, double second) {
        var pulses = new double[RATE];
        for (int k = 0; k * period + period / 2 < RATE; k++) {
            pulses[k * period + period / 2] = k % 2 == 0 ? 1 : second;
        }
        return pulses;
    }
}
