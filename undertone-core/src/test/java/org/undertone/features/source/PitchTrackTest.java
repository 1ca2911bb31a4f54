package org.undertone.features.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undertone.signal.FrameGrid;

class PitchTrackTest {
    private static final FrameGrid GRID = new FrameGrid(16000, 800);
    /** Frames at 0, 160, .. 640; the grid lies between them, at 80, 240, .. 560, 720. */
    private static final PitchTrack TRACK = new PitchTrack(
            new double[] {-1, 159, 319, 479, 639},
            new int[] {0, 160, 320, 480, 640},
            new double[] {100, 110, 220, 200, 0},
            new double[] {0.1, 0.2, 0.3, 0.04, 0},
            new boolean[] {true, true, true, false, false});

    @Test
    void interpolatesPitchUnlessItJumps() {
        assertThat(TRACK.f0On(GRID, Quirks.KEPT)).containsExactly(105, 165, 210, 100, 0);
        assertThat(TRACK.f0On(GRID, Quirks.MENDED)).containsExactly(105, 220, 210, 200, 0);
    }

    @Test
    void isVoicedHalfWayToAVoicedFrame() {
        assertThat(TRACK.voicingOn(GRID)).containsExactly(1, 1, 1, 0, 0);
        assertThat(TRACK.voicedAt(new double[] {400, 401, -1, 0, 640, 641}))
                .containsExactly(true, false, false, true, false, false);
    }

    @Test
    void takesTheMedianOfVoicedFramesWithinBoundsExclusive() {
        assertThat(TRACK.medianF0(50, 500)).isEqualTo(110);
        assertThat(TRACK.medianF0(100, 220)).isEqualTo(110);
        assertThat(TRACK.medianF0(100, 500)).isEqualTo(165);
        assertThat(TRACK.medianF0(220, 500)).isNaN();
    }

    @Test
    void hasNothingToSayWithoutFrames() {
        PitchTrack empty = MadeUp.track(new int[0], new double[0]);
        assertThat(empty.f0On(GRID, Quirks.MENDED)).hasSize(5).containsOnly(0);
        assertThat(empty.voicingOn(GRID)).hasSize(5).containsOnly(0);
        assertThat(empty.medianF0(50, 500)).isNaN();
    }

    @Test
    void refusesArraysOfDifferentLength() {
        assertThatThrownBy(
                        () -> new PitchTrack(new double[2], new int[2], new double[3], new double[2], new boolean[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2, 3, 2 and 2 for 2");
    }

    @ParameterizedTest
    @CsvSource({"wide, 16000", "odd, 22050", "narrow, 8000"})
    void isBroughtToTheGridAsNumpyDoes(String name, int rate) {
        double[] signal = MadeUp.goldenSignal(name);
        FrameGrid grid = new FrameGrid(rate, signal.length);
        PitchTrack kept = Srh.track(signal, rate, SrhSettings.COVAREP_1_4_2);
        double[] wanted = MadeUp.golden(name + ".kept.grid");
        double[] f0 = kept.f0On(grid, Quirks.KEPT);
        assertThat(f0).hasSameSizeAs(wanted);
        for (int i = 0; i < f0.length; i++) {
            assertThat(f0[i]).as("frame %s", i).isCloseTo(wanted[i], within(1e-9));
        }
        assertThat(kept.voicingOn(grid)).containsExactly(MadeUp.golden(name + ".kept.voicing"));
        assertThat(Srh.track(signal, rate, SrhSettings.DEFAULT).voicingOn(grid))
                .containsExactly(MadeUp.golden(name + ".mended.voicing"));
    }
}
