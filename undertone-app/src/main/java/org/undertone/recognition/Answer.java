package org.undertone.recognition;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.undertone.model.Prediction;

/** What one worker says of one recording, held until it is the recording's turn. */
final class Answer {
    /** Where another recording's turn is long, the worker waits with so much said. */
    private static final int MOST_HELD = 1024;

    private static final long LOOK_MILLIS = 50;

    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>(MOST_HELD);

    /** A piece of an answer. */
    sealed interface Part {}

    /** What is said of the next stretch. */
    record Said(Prediction prediction) implements Part {}

    /** The end. */
    record Ended(boolean cut) implements Part {}

    /** The end, for a reason. */
    record Failed(Throwable failure) implements Part {}

    /**
     * Adds to it; waits while too much is held.
     *
     * @throws CancellationException where nobody will take it any more
     */
    void add(Part part, BooleanSupplier stopped) {
        try {
            while (!parts.offer(part, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (stopped.getAsBoolean()) {
                    throw new CancellationException("stopped");
                }
            }
        } catch (InterruptedException e) {
            throw cancelled(e);
        }
    }

    /** The next part; waits a moment for it, and is null where it does not come. */
    Part next() {
        try {
            return parts.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw cancelled(e);
        }
    }

    /** The next part where there is one by now, else null. */
    Part ready() {
        return parts.poll();
    }

    private static CancellationException cancelled(InterruptedException cause) {
        Thread.currentThread().interrupt();
        var cancelled = new CancellationException("interrupted");
        cancelled.initCause(cause);
        return cancelled;
    }
}
