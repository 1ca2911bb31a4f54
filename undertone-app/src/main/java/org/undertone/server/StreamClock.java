package org.undertone.server;

import java.util.function.LongSupplier;

/**
 * How far a stream is behind its voice: while sound waits all the time, the time that passed less the sound that was worked
 * off. A client that sends faster than anybody speaks is not behind; a machine that is too slow is. Guarded by its stream.
 */
final class StreamClock {
    private static final double NANOS = 1e9;

    private final LongSupplier nanoTime;
    private long heardAt;
    private long busySince;
    private boolean busy;
    private double workedSeconds;

    StreamClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        heardAt = nanoTime.getAsLong();
    }

    /** Sound came. */
    void heard() {
        heardAt = nanoTime.getAsLong();
        if (!busy) {
            busy = true;
            busySince = heardAt;
            workedSeconds = 0;
        }
    }

    /** So much of it was worked off. */
    void worked(double seconds) {
        workedSeconds += seconds;
    }

    /** None waits any more, or none may be worked off. */
    void idle() {
        busy = false;
    }

    double lagSeconds() {
        return busy ? Math.max(0, (nanoTime.getAsLong() - busySince) / NANOS - workedSeconds) : 0;
    }

    double silentSeconds() {
        return (nanoTime.getAsLong() - heardAt) / NANOS;
    }
}
