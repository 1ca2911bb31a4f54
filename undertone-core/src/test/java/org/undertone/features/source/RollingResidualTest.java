package org.undertone.features.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.undertone.signal.Excerpt;

/** Pieces of a recording that overlap, beside each piece for itself. */
class RollingResidualTest {
    private static final int RATE = 8000;
    private static final int ORDER = 10;
    private static final double[] RECORDING = MadeUp.vowel(120, RATE, 3 * RATE, 4);

    private static Excerpt piece(int from, int end, int sharedFrom) {
        return new Excerpt(Arrays.copyOfRange(RECORDING, from, end), RATE, from, sharedFrom);
    }

    @Property(tries = 60)
    void anyPiecesHaveTheResidualThatEachHasForItself(@ForAll @IntRange(min = 0, max = 1000) int seed) {
        var random = new SplittableRandom(seed);
        // Most pieces begin a multiple of 5 ms after the one before, as frames do; some anywhere.
        int grid = random.nextInt(4) == 0 ? 1 : RATE / 200;
        var rolling = RollingResidual.create(RATE, ORDER, Quirks.MENDED);
        int from = 0;
        while (from < RECORDING.length) {
            int end = Math.min(RECORDING.length, from + 1 + random.nextInt(RATE));
            int next = from + random.nextInt((end - from) / grid + 2) * grid;
            Excerpt piece = piece(from, end, Math.min(end, next) - from);
            assertThat(rolling.of(piece)).isEqualTo(LpResidual.of(piece.samples(), RATE, ORDER, Quirks.MENDED));
            from = Math.max(next, from + grid);
        }
    }

    @Test
    void pitchOfPiecesIsThatOfEachPieceForItself() {
        SrhSettings settings = SrhSettings.DEFAULT.withRange(50, 400);
        var rolling = RollingSrh.create(RATE, settings);
        for (int from = 0; from + RATE <= RECORDING.length; from += RATE / 2) {
            Excerpt piece = piece(from, from + RATE, RATE / 2);
            PitchTrack track = rolling.of(piece).track(60, 400);
            PitchTrack alone = Srh.of(piece.samples(), RATE, settings).track(60, 400);
            assertThat(track.f0()).isEqualTo(alone.f0());
            assertThat(track.voiced()).isEqualTo(alone.voiced());
            assertThat(track.numbers()).isEqualTo(alone.numbers());
            // Each piece for itself divides the residual by its largest value first.
            assertThat(track.strength()).containsExactly(alone.strength(), within(1e-12));
        }
    }

    @Test
    void pitchOfPiecesNeedsASignalWithoutQuirksThatIsNotResampled() {
        assertThatThrownBy(() -> RollingSrh.create(RATE, SrhSettings.COVAREP_1_4_2))
                .hasMessageContaining("KEPT");
        assertThatThrownBy(() -> RollingSrh.create(44_100, SrhSettings.DEFAULT)).hasMessageContaining("44100");
        assertThatThrownBy(() -> RollingSrh.create(4000, SrhSettings.DEFAULT)).hasMessageContaining("5000");
    }
}
