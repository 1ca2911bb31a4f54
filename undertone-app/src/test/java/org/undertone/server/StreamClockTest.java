package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StreamClockTest {
    private final AtomicLong nanos = new AtomicLong(5_000);
    private final StreamClock clock = new StreamClock(nanos::get);

    private void pass(double seconds) {
        nanos.addAndGet((long) (seconds * 1e9));
    }

    @Test
    void isNotBehindWhileNothingWaits() {
        pass(100);
        assertThat(clock.lagSeconds()).isZero();
        clock.heard();
        clock.worked(1);
        clock.idle();
        pass(100);
        assertThat(clock.lagSeconds()).isZero();
    }

    @Test
    void isBehindByTheTimeThatPassedLessTheSoundThatWasWorkedOff() {
        clock.heard();
        pass(7);
        clock.worked(4.5);
        clock.heard();
        assertThat(clock.lagSeconds()).isEqualTo(2.5);
        clock.worked(2);
        assertThat(clock.lagSeconds()).isEqualTo(0.5);
    }

    @Test
    void isNotBehindAClientThatSendsFasterThanAnybodySpeaks() {
        clock.heard();
        for (int second = 0; second < 100; second++) {
            pass(0.1);
            clock.worked(1);
            assertThat(clock.lagSeconds()).isZero();
        }
    }

    @Test
    void knowsHowLongNothingWasHeard() {
        pass(3);
        assertThat(clock.silentSeconds()).isEqualTo(3);
        clock.heard();
        assertThat(clock.silentSeconds()).isZero();
    }
}
