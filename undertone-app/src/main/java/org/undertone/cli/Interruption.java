package org.undertone.cli;

import java.io.PrintStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C (or a request to terminate) as a question that running work asks itself: {@link #check()} throws once it was
 * pressed, so that files being written are finished or removed on the way out. The process waits for that, within
 * bounds; the exit code is then the one that the Java machine gives to the signal, 130 for Ctrl-C.
 */
final class Interruption {
    /** Longer than the longest stretch of work between two reports of progress, and than a server takes to end. */
    static final long PATIENCE_SECONDS = 40;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile String words = "interrupted, tidying up";

    /** From now on the end of the process waits for {@link #workEnded()}. */
    void listen(PrintStream err) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> request(err), "interruption"));
    }

    /** Asks the work to stop and waits until it has. */
    void request(PrintStream err) {
        if (ended.getCount() == 0) {
            return;
        }
        // Said before it takes effect: what the work draws on its way out stands below.
        err.println();
        err.println("undertone: " + words);
        err.flush();
        requested = true;
        asked.countDown();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                err.println("undertone: the work did not stop within " + PATIENCE_SECONDS
                        + " s; what it was writing is removed when the same file is written again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is said once it is requested, for work that ends in no other way. */
    void sayWhenRequested(String sentence) {
        words = sentence;
    }

    /** Whether the work was asked to stop. */
    boolean requested() {
        return requested;
    }

    /**
     * Returns while the work may go on.
     *
     * @throws CancellationException once it was asked to stop
     */
    void check() {
        if (requested) {
            throw new CancellationException("interrupted");
        }
    }

    /** Waits until the work is asked to stop. */
    void await() throws InterruptedException {
        asked.await();
    }

    /** The work has come to its end, by itself or because it was asked to. */
    void workEnded() {
        ended.countDown();
    }
}
