package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.undertone.audio.RawEncoding;
import org.undertone.model.WindowSettings;
import org.undertone.recogniser.RandomModel;

/** Back-pressure of a stream, with turns and time in the hands of the test. */
class VoiceStreamTest {
    private static final StreamLimits LIMITS = new StreamLimits(
            1, Duration.ofHours(1), 1 << 20, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(2));
    private static final ServedModel MODEL = new ServedModel(RandomModel.of(1), "id", "", Instant.EPOCH);

    private final AtomicLong nanos = new AtomicLong();
    /** Nobody works: turns are taken by hand. */
    private final Workers workers = Workers.start(0);

    private final ServerMetrics metrics = new ServerMetrics(ServerListener.SILENT, Instant.EPOCH);
    private final Line line = new Line();
    private final VoiceStream stream = new VoiceStream(
            MODEL,
            new VoiceParameters(Sounds.RATE, RawEncoding.S16LE, new WindowSettings(0.5, 0.5), false),
            new VoiceStream.Surroundings(workers, metrics, LIMITS, nanos::get),
            line);

    private static final class Line implements VoiceLine {
        private final List<String> messages = new ArrayList<>();
        private Ending ending;
        private boolean full;
        private int readOn;

        @Override
        public void send(String message) {
            messages.add(message);
        }

        @Override
        public boolean isFull() {
            return full;
        }

        @Override
        public void readOn() {
            readOn++;
        }

        @Override
        public void hangUp(Ending how, double seconds) {
            ending = how;
        }
    }

    @AfterEach
    void close() {
        workers.close();
        metrics.close();
    }

    private static ByteBuffer sound(double seconds) {
        return ByteBuffer.wrap(Sounds.pcm(Sounds.samples(seconds)));
    }

    @Test
    void stopsReadingWhileItsQueueIsFullAndReadsOnWhenThereIsRoom() {
        assertThat(stream.receive(sound(0.9))).isTrue();
        assertThat(stream.receive(sound(0.2))).isFalse();
        assertThat(line.readOn).isZero();
        assertThat(stream.turn()).isTrue();
        assertThat(line.readOn).isEqualTo(1);
        assertThat(stream.turn()).isTrue();
        assertThat(stream.turn()).isFalse();
        assertThat(line.readOn).isEqualTo(1);
    }

    @Test
    void isInLineOnce() {
        for (int i = 0; i < 5; i++) {
            stream.receive(sound(0.01));
        }
        assertThat(workers.waiting()).isEqualTo(1);
    }

    @Test
    void makesNothingMoreForAClientThatDoesNotRead() {
        stream.receive(sound(1));
        line.full = true;
        assertThat(stream.turn()).isFalse();
        assertThat(line.messages).isEmpty();
        // However long that takes, it is not the machine that is behind.
        nanos.addAndGet(60_000_000_000L);
        assertThat(stream.lagSeconds()).isZero();
        line.full = false;
        stream.resume();
        assertThat(workers.waiting()).isEqualTo(2);
        assertThat(stream.turn()).isTrue();
        assertThat(line.ending).isNull();
    }

    @Test
    void givesUpWhereTheMachineFallsBehind() {
        stream.receive(sound(1));
        nanos.addAndGet(2_400_000_000L);
        assertThat(stream.lagSeconds()).isEqualTo(2.4);
        assertThat(stream.turn()).isTrue();
        nanos.addAndGet(700_000_000L);
        assertThat(stream.turn()).isFalse();
        assertThat(line.ending.closeCode()).isEqualTo(1013);
        assertThat(line.ending.problem().orElseThrow().kind()).isEqualTo(ProblemKind.FALLING_BEHIND);
    }

    @Test
    void doesNothingMoreOnceAbandoned() {
        stream.receive(sound(1));
        stream.abandon();
        assertThat(stream.turn()).isFalse();
        assertThat(line.messages).isEmpty();
        assertThat(line.ending).isNull();
    }
}
