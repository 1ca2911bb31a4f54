package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SoundQueueTest {
    @Property(tries = 200)
    void givesTheBytesInTheirOrder(
            @ForAll @Size(max = 60) List<@IntRange(min = -7000, max = 7000) Integer> steps,
            @ForAll @IntRange(min = 1, max = 4) int sampleBytes) {
        var queue = new SoundQueue(10_000);
        var in = new ByteArrayOutputStream();
        var out = new ByteArrayOutputStream();
        byte next = 0;
        for (int step : steps) {
            if (step >= 0) {
                var piece = new byte[step];
                for (int i = 0; i < step; i++) {
                    piece[i] = next++;
                }
                in.writeBytes(piece);
                queue.add(ByteBuffer.wrap(piece));
            } else {
                byte[] taken = queue.take(-step, sampleBytes);
                assertThat(taken.length % sampleBytes).isZero();
                assertThat(taken.length).isLessThanOrEqualTo(-step);
                out.writeBytes(taken);
            }
            assertThat(queue.isFull()).isEqualTo(in.size() - out.size() >= 10_000);
            assertThat(queue.isEmpty(sampleBytes)).isEqualTo(in.size() - out.size() < sampleBytes);
        }
        out.writeBytes(queue.take(Integer.MAX_VALUE, 1));
        assertThat(out.toByteArray()).isEqualTo(in.toByteArray());
    }

    @Test
    void keepsHalfASampleForItsOtherHalf() {
        var queue = new SoundQueue(100);
        queue.add(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        assertThat(queue.take(100, 2)).containsExactly(1, 2);
        assertThat(queue.take(100, 2)).isEmpty();
        queue.add(ByteBuffer.wrap(new byte[] {4}));
        assertThat(queue.take(100, 2)).containsExactly(3, 4);
    }
}
