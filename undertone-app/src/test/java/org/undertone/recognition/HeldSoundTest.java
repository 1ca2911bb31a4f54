package org.undertone.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HeldSoundTest {
    private final double[] taken = new double[100];

    private static double[] ramp(int from, int count) {
        var ramp = new double[count];
        Arrays.setAll(ramp, n -> from + n);
        return ramp;
    }

    @Property(tries = 50)
    void soundThatWaitsComesOutAsItWentIn(
            @ForAll @IntRange(min = 1, max = 40) int capacity,
            @ForAll @IntRange(min = 1, max = 60) int pieceIn,
            @ForAll @IntRange(min = 1, max = 60) int pieceOut)
            throws Exception {
        var held = new HeldSound(capacity, true);
        var recorder = new Thread(() -> {
            try {
                for (int at = 0; at < 500; at += pieceIn) {
                    held.put(ramp(at, pieceIn), Math.min(pieceIn, 500 - at));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            held.end();
        });
        recorder.start();
        var piece = new double[pieceOut];
        int at = 0;
        for (int count = held.take(piece, 1000); count >= 0; count = held.take(piece, 1000)) {
            assertThat(Arrays.copyOf(piece, count)).isEqualTo(ramp(at, count));
            at += count;
        }
        recorder.join();
        assertThat(at).isEqualTo(500);
        assertThat(held.received()).isEqualTo(500);
    }

    @Test
    void countsWhatIsLostAtItsPlace() throws Exception {
        var held = new HeldSound(10, false);
        held.put(ramp(0, 8), 8);
        held.put(ramp(8, 8), 8);
        held.put(ramp(16, 8), 8);
        assertThat(held.received()).isEqualTo(24);
        // 8 and 2 fit; 6 and 8 are lost.
        assertThat(held.take(taken, 1)).isEqualTo(10);
        assertThat(held.loss()).isEqualTo(14);
        assertThat(held.loss()).isZero();
        held.put(ramp(24, 3), 3);
        assertThat(held.take(taken, 1)).isEqualTo(3);
        assertThat(taken).startsWith(24, 25, 26);
        assertThat(held.loss()).isZero();
    }

    @Test
    void losesOnUntilHalfOfItIsFree() throws Exception {
        var held = new HeldSound(10, false);
        held.put(ramp(0, 12), 12);
        var four = new double[4];
        assertThat(held.take(four, 1)).isEqualTo(4);
        held.put(ramp(12, 1), 1);
        assertThat(held.take(four, 1)).isEqualTo(4);
        held.put(ramp(13, 1), 1);
        assertThat(held.take(four, 1)).isEqualTo(2);
        assertThat(held.loss()).isEqualTo(3);
        assertThat(held.take(four, 1)).isEqualTo(1);
        assertThat(four[0]).isEqualTo(13);
    }

    @Test
    void givesWhatItHoldsBeforeItSaysWhyItEnds() throws Exception {
        var held = new HeldSound(10, true);
        held.put(ramp(0, 3), 3);
        held.end(new IOException("unplugged"));
        assertThat(held.put(ramp(3, 1), 1)).isFalse();
        assertThat(held.take(taken, 1)).isEqualTo(3);
        assertThatThrownBy(() -> held.take(taken, 1)).hasMessage("unplugged");
    }

    @Test
    void givesNothingWhereNothingComes() throws Exception {
        var held = new HeldSound(10, true);
        assertThat(held.take(taken, 1)).isZero();
        held.end();
        assertThat(held.take(taken, 1)).isEqualTo(-1);
    }
}
