package org.undertone.features.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undertone.signal.Fourier;
import org.undertone.signal.FrameGrid;

class SrhTest {
    /** pitch.py transforms as many points as the rate has samples; that is also the slow twin of the fast spectrum. */
    @ParameterizedTest
    @CsvSource({
        "wide, 16000, KEPT",
        "wide, 16000, MENDED",
        "odd, 22050, KEPT",
        "odd, 22050, MENDED",
        "narrow, 8000, KEPT",
        "narrow, 8000, MENDED"
    })
    void isTheOneOfNumpy(String name, int rate, Quirks quirks) {
        PitchTrack track = Srh.track(MadeUp.goldenSignal(name), rate, settings(quirks));
        String key = name + "." + quirks.name().toLowerCase(Locale.ROOT);
        assertThat(Arrays.stream(track.numbers()).asDoubleStream().toArray())
                .containsExactly(MadeUp.golden(key + ".numbers"));
        assertThat(track.f0()).containsExactly(MadeUp.golden(key + ".f0"));
        assertThat(voicing(track)).containsExactly(MadeUp.golden(key + ".voiced"));
        double[] strength = MadeUp.golden(key + ".strength");
        for (int i = 0; i < strength.length; i++) {
            assertThat(track.strength()[i]).as("frame %s", i).isCloseTo(strength[i], within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "80, 16000",
        "120, 16000",
        "200, 16000",
        "333, 16000",
        "120, 8000",
        "150, 11025",
        "150, 22050",
        "240, 44100",
        "100, 48000",
        "100, 96000"
    })
    void findsThePitchOfPulses(double f0, int rate) {
        PitchTrack track = Srh.track(MadeUp.vowel(f0, rate, rate / 2, 5), rate, SrhSettings.DEFAULT);
        FrameGrid grid = new FrameGrid(rate, rate / 2);
        assertThat(track.numbers()[0]).isLessThanOrEqualTo(grid.number(0));
        assertThat(track.numbers()[track.count() - 1]).isGreaterThanOrEqualTo(grid.number(grid.count() - 1));
        double[] onGrid = track.f0On(grid, Quirks.MENDED);
        double[] voicing = track.voicingOn(grid);
        for (int i = 0; i < track.count(); i++) {
            assertThat(track.seconds()[i]).isCloseTo((track.numbers()[i] - 1.0) / rate, within(0.5001 / rate));
        }
        for (int i = 0; i < grid.count(); i++) {
            // A frame at the very end sees half of what others see.
            boolean whole = i >= 5 && i < grid.count() - 5;
            assertThat(onGrid[i]).as("frame %s of %s", i, grid.count()).isCloseTo(f0, within(whole ? 1.5 : 0.06 * f0));
            assertThat(voicing[i] == 1 || !whole)
                    .as("voicing of frame %s of %s", i, grid.count())
                    .isTrue();
        }
        assertThat(track.medianF0(50, 500)).isCloseTo(f0, within(0.75));
    }

    @Test
    void isUpToOneHertzHigherWithTheQuirk() {
        double[] vowel = MadeUp.vowel(120.4, 16000, 8000, 5);
        double[] kept = Srh.track(vowel, 16000, SrhSettings.COVAREP_1_4_2).f0();
        // Five frames more before the first whole one.
        double[] mended = Srh.track(vowel, 16000, SrhSettings.DEFAULT).f0();
        double higher = 0;
        for (int i = 0; i < kept.length; i++) {
            assertThat(kept[i] - mended[i + 5]).as("frame %s", i).isBetween(0.0, 1.0);
            higher += kept[i] - mended[i + 5];
        }
        assertThat(higher).isGreaterThan(0);
    }

    @Test
    void neitherTurningNorScalingNorRaisingTheSignalMatters() {
        double[] vowel = MadeUp.vowel(140, 16000, 8000, 5);
        PitchTrack track = Srh.track(vowel, 16000, SrhSettings.DEFAULT);
        PitchTrack inverted = Srh.track(MadeUp.inverted(vowel), 16000, SrhSettings.DEFAULT);
        assertThat(inverted.f0()).containsExactly(track.f0());
        assertThat(inverted.strength()).containsExactly(track.strength());
        double[] raised = Srh.track(MadeUp.raised(vowel, 0.05), 16000, SrhSettings.DEFAULT)
                .f0On(new FrameGrid(16000, 8000), Quirks.MENDED);
        for (double f0 : Arrays.copyOfRange(raised, 5, 45)) {
            assertThat(f0).isCloseTo(140, within(2.0));
        }
        PitchTrack quiet = Srh.track(Arrays.stream(vowel).map(v -> v / 1024).toArray(), 16000, SrhSettings.DEFAULT);
        assertThat(quiet.f0()).containsExactly(track.f0());
    }

    @Test
    void hasNoPitchInSilence() {
        PitchTrack track = Srh.track(new double[16000], 16000, SrhSettings.DEFAULT);
        FrameGrid grid = new FrameGrid(16000, 16000);
        assertThat(track.f0On(grid, Quirks.MENDED)).hasSize(100).containsOnly(0);
        assertThat(track.voicingOn(grid)).containsOnly(0);
        assertThat(track.medianF0(50, 500)).isNaN();
        // Quirk of the original.
        assertThat(Srh.track(new double[16000], 16000, SrhSettings.COVAREP_1_4_2)
                        .f0())
                .containsOnly(1);
    }

    @Test
    void hearsNoVoiceInNoise() {
        PitchTrack track = Srh.track(MadeUp.noise(32000, 8), 16000, SrhSettings.DEFAULT);
        assertThat(Arrays.stream(voicing(track)).sum()).isLessThan(0.05 * track.count());
    }

    @Test
    void worksOnThirtyMillisecondsAndGivesUpQuietlyOnLess() {
        double[] vowel = MadeUp.vowel(200, 16000, 480, 4);
        FrameGrid grid = new FrameGrid(16000, 480);
        double[] f0 = Srh.track(vowel, 16000, SrhSettings.DEFAULT).f0On(grid, Quirks.MENDED);
        assertThat(f0).hasSize(3);
        for (double value : f0) {
            assertThat(value).isCloseTo(200, within(10.0));
        }
        assertThat(Srh.track(new double[0], 16000, SrhSettings.DEFAULT).count()).isZero();
        assertThat(Srh.track(new double[79], 16000, SrhSettings.DEFAULT).count())
                .isZero();
        assertThat(Srh.track(MadeUp.noise(100, 1), 16000, SrhSettings.DEFAULT).f0())
                .containsOnly(0);
        assertThat(Srh.track(vowel, 16000, SrhSettings.COVAREP_1_4_2).count()).isZero();
    }

    @Test
    void tracksANarrowerRangeWithoutLookingAgain() {
        double[] vowel = MadeUp.vowel(110, 16000, 8000, 5);
        PitchTrack whole =
                Srh.of(vowel, 16000, SrhSettings.DEFAULT.withRange(20, 500)).track(50, 500);
        PitchTrack narrow = Srh.track(vowel, 16000, SrhSettings.DEFAULT);
        assertThat(whole.f0()).containsExactly(narrow.f0());
        assertThat(whole.strength()).containsExactly(narrow.strength());
        assertThat(whole.voiced()).containsExactly(narrow.voiced());
    }

    @ParameterizedTest
    @CsvSource({"1598, 16000", "1102, 11025", "7, 16", "7, 15", "15, 15", "1, 2"})
    void knowsTheNormOfHalfASpectrum(int samples, int points) {
        double[] frame = MadeUp.noise(samples, 9);
        var powers = new double[points / 2 + 1];
        new Fourier(points).powers(frame, powers);
        double slow = Math.sqrt(Arrays.stream(powers, 0, points / 2).sum());
        assertThat(HalfSpectrum.norm(frame, points)).isCloseTo(slow, within(1e-9 * slow));
    }

    @Test
    void refusesRangesItCannotSearch() {
        assertThatThrownBy(() -> SrhSettings.DEFAULT.withRange(1, 500))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 1 to 500 Hz");
        assertThatThrownBy(() -> Srh.track(new double[100], 4000, SrhSettings.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5000 Hz or more but it is 4000 Hz");
        Srh srh = Srh.of(new double[100], 16000, SrhSettings.DEFAULT);
        assertThatThrownBy(() -> srh.track(20, 500))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[50, 500] Hz");
    }

    private static SrhSettings settings(Quirks quirks) {
        return quirks == Quirks.KEPT ? SrhSettings.COVAREP_1_4_2 : SrhSettings.DEFAULT;
    }

    private static double[] voicing(PitchTrack track) {
        return IntStream.range(0, track.count())
                .mapToDouble(i -> track.voiced()[i] ? 1 : 0)
                .toArray();
    }
}
