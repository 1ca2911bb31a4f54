package org.undertone.features.source;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.undertone.signal.FrameGrid;

/** What holds for every signal when the quirks are mended. */
class AnySignalTest {
    private static final int[] RATES = {8000, 11025, 16000, 22050, 44100, 48000};

    @Property(tries = 60)
    void givesFinitePitchAndClosuresInside(
            @ForAll @IntRange(max = 4000) int samples,
            @ForAll @IntRange(max = 5) int rateNumber,
            @ForAll @IntRange(max = 4) int kind,
            @ForAll long seed) {
        int rate = RATES[rateNumber];
        double[] signal = signal(kind, samples, rate, seed);
        double[] residual = LpResidual.of(signal, rate, LpResidual.order(rate), Quirks.MENDED);
        assertThat(Polarity.of(signal, residual, rate, Quirks.MENDED).orElse(1)).isIn(-1, 1);
        PitchTrack track = Srh.track(signal, rate, SrhSettings.DEFAULT);
        FrameGrid grid = new FrameGrid(rate, samples);
        assertThat(track.f0On(grid, Quirks.MENDED)).hasSize(grid.count());
        for (double f0 : track.f0On(grid, Quirks.MENDED)) {
            assertThat(f0).isBetween(0.0, 500.0);
        }
        for (double strength : track.strength()) {
            assertThat(strength).isBetween(0.0, 5.0);
        }
        int[] closures = Sedreams.closures(signal, residual, rate, 120, Quirks.MENDED);
        int[] voiced = Sedreams.voiced(closures, track, Quirks.MENDED);
        assertThat(voiced.length).isNotEqualTo(1);
        for (int closure : closures) {
            assertThat(closure).isBetween(0, samples - 1);
        }
        for (int i = 1; i < voiced.length; i++) {
            assertThat(voiced[i]).isGreaterThan(voiced[i - 1]);
        }
    }

    /** A vowel, noise, one pulse, a constant, a vowel between silences. */
    private static double[] signal(int kind, int samples, int rate, long seed) {
        var signal = new double[samples];
        switch (kind) {
            case 0 -> signal = MadeUp.vowel(150, rate, samples, seed);
            case 1 -> signal = MadeUp.noise(samples, seed);
            case 2 -> {
                if (samples > 0) {
                    signal[samples / 2] = 1;
                }
            }
            case 3 -> signal = MadeUp.raised(signal, 0.1);
            default -> System.arraycopy(MadeUp.vowel(120, rate, samples, seed), 0, signal, samples / 4, samples / 2);
        }
        return signal;
    }
}
