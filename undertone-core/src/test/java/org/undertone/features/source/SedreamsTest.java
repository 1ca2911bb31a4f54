package org.undertone.features.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SedreamsTest {
    @ParameterizedTest
    @CsvSource({
        "wide, 16000, KEPT",
        "wide, 16000, MENDED",
        "odd, 22050, KEPT",
        "odd, 22050, MENDED",
        "narrow, 8000, KEPT",
        "narrow, 8000, MENDED"
    })
    void findsTheClosuresThatNumpyFinds(String name, int rate, Quirks quirks) {
        String key = name + "." + quirks.name().toLowerCase(Locale.ROOT);
        double[] signal = MadeUp.goldenSignal(name);
        if (MadeUp.golden(key + ".polarity")[0] < 0) {
            signal = MadeUp.inverted(signal);
        }
        PitchTrack pitch =
                Srh.track(signal, rate, quirks == Quirks.KEPT ? SrhSettings.COVAREP_1_4_2 : SrhSettings.DEFAULT);
        int[] closures = closures(signal, rate, pitch.medianF0(50, 500), quirks);
        assertThat(doubles(closures)).containsExactly(MadeUp.golden(key + ".closures"));
        assertThat(doubles(Sedreams.voiced(closures, pitch, quirks))).containsExactly(MadeUp.golden(key + ".chosen"));
    }

    @ParameterizedTest
    @CsvSource({"85, 16000", "120, 16000", "200, 16000", "310, 16000", "120, 8000", "120, 22050", "120, 48000"})
    void findsEveryPulseWithinASample(double f0, int rate) {
        int samples = rate / 2;
        double[] vowel = MadeUp.vowel(f0, rate, samples, 6);
        int[] closures = closures(vowel, rate, f0, Quirks.MENDED);
        int period = (int) (rate / f0);
        for (int pulse : MadeUp.instants(f0, rate, samples)) {
            if (pulse > 2 * period && pulse < samples - 2 * period) {
                assertThat(Arrays.stream(closures)
                                .map(c -> Math.abs(c - pulse))
                                .min()
                                .orElseThrow())
                        .as("pulse at %s of %s", pulse, samples)
                        .isLessThanOrEqualTo(1);
            }
        }
        assertThat(closures.length).isBetween((int) (0.5 * f0) - 3, (int) (0.5 * f0) + 3);
    }

    @Test
    void findsPulsesInTheFirstMilliseconds() {
        double[] vowel = MadeUp.vowel(150, 16000, 800, 6);
        int[] mended = closures(vowel, 16000, 150, Quirks.MENDED);
        int second = MadeUp.instants(150, 16000, 800)[1];
        assertThat(Arrays.stream(mended).map(c -> Math.abs(c - second)).min().orElseThrow())
                .isLessThanOrEqualTo(1);
        assertThat(mended.length).isBetween(5, 9);
    }

    @ParameterizedTest
    @EnumSource(Quirks.class)
    void hasNoClosuresWithoutPitchSoundOrSamples(Quirks quirks) {
        assertThat(closures(MadeUp.noise(8000, 1), 16000, Double.NaN, quirks)).isEmpty();
        assertThat(closures(new double[8000], 16000, 100, quirks)).isEmpty();
        assertThat(closures(new double[15], 16000, 100, quirks)).isEmpty();
        assertThat(closures(new double[0], 16000, 100, quirks)).isEmpty();
        assertThat(closures(MadeUp.noise(40, 1), 16000, 50, quirks)).hasSizeLessThan(3);
    }

    @Test
    void choosesVoicedClosuresSortedAndOnce() {
        PitchTrack pitch = MadeUp.track(new int[] {1, 101, 201}, new double[] {100, 100, 100}, true, true, false);
        // Half way to the unvoiced frame is sample number 151: index 150, or 151 where an index is taken for a number.
        int[] closures = {151, 150, 40, 149, 0, 40, 152, 9000};
        assertThat(Sedreams.voiced(closures, pitch, Quirks.MENDED)).containsExactly(0, 40, 149, 150);
        assertThat(Sedreams.voiced(closures, pitch, Quirks.KEPT)).containsExactly(40, 149, 150, 151);
    }

    @Test
    void aSingleVoicedClosureIsNoneWhenMended() {
        PitchTrack pitch = MadeUp.track(new int[] {1, 101}, new double[] {100, 100}, true, true);
        assertThat(Sedreams.voiced(new int[] {50, 500}, pitch, Quirks.MENDED)).isEmpty();
        assertThat(Sedreams.voiced(new int[] {50, 500}, pitch, Quirks.KEPT)).containsExactly(50);
    }

    @Test
    void cyclesGoFromAMinimumToTheNextMaximum() {
        Cycles cycles = Cycles.of(new double[] {0, 2, 1, 1, 1, 3, 3, 0, -1, 4, 2, 1, 5});
        // The maximum at 1 comes before the first minimum; the minimum at 11 has no maximum, the ends do not count.
        assertThat(cycles.minima()).containsExactly(2, 8);
        assertThat(cycles.maxima()).containsExactly(5, 9);
        assertThat(cycles.length(1)).isEqualTo(1);
        assertThat(Cycles.of(new double[] {1, 1, 1}).count()).isZero();
        assertThat(Cycles.of(new double[0]).count()).isZero();
    }

    private static int[] closures(double[] signal, int rate, double f0, Quirks quirks) {
        double[] residual = LpResidual.of(signal, rate, LpResidual.order(rate), quirks);
        return Sedreams.closures(signal, residual, rate, f0, quirks);
    }

    private static double[] doubles(int[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }
}
