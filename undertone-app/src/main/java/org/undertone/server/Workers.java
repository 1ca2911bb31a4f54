package org.undertone.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The threads that do the work, as many as the machine has processors. Everybody's work takes turns: who had one goes to
 * the end of the line. Streams go before recordings, which nobody listens to while they are spoken; but a recording has a
 * turn at least every {@value #STREAM_TURNS} of streams, and recordings, whose turns are long, do not occupy the last
 * worker while a stream is open. As what was begun takes memory, only a few recordings more than can be in turn are begun at a time; the others
 * wait for one of them to be done. How much waits is bounded by who may hand in work.
 */
final class Workers implements AutoCloseable {
    private static final int STREAM_TURNS = 64;
    /** So that a short recording need not wait for the end of long ones. */
    private static final int BEGUN_BESIDE_THOSE_IN_TURN = 2;

    private final Deque<Work> streams = new ArrayDeque<>();
    private final Deque<Work> begun = new ArrayDeque<>();
    private final Deque<Work> unbegun = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private int openStreams;
    private int inTurn;
    private int streamsInARow;
    private boolean closed;

    private Workers(int count) {
        for (int i = 0; i < count; i++) {
            var thread = new Thread(this::work, "undertone-worker-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    static Workers start(int count) {
        var workers = new Workers(count);
        workers.threads.forEach(Thread::start);
        return workers;
    }

    /** Hands in a recording. */
    synchronized void addRecording(Work work) {
        unbegun.add(work);
        notifyAll();
    }

    /** Hands in a stream that has something to do; it must not be in line already. */
    synchronized void addStream(Work work) {
        streams.add(work);
        notifyAll();
    }

    /** A stream is open from now on, whether it has something to do or not. */
    synchronized void streamOpened() {
        openStreams++;
    }

    synchronized void streamClosed() {
        openStreams--;
        notifyAll();
    }

    /** How many wait for their turn. */
    synchronized int waiting() {
        return streams.size() + begun.size() + unbegun.size();
    }

    private void work() {
        for (Turn turn = next(); turn != null; turn = next()) {
            boolean more = false;
            try {
                more = turn.work.turn();
            } finally {
                ended(turn, more);
            }
        }
    }

    private synchronized Turn next() {
        while (!closed) {
            int most = openStreams > 0 ? Math.max(1, threads.size() - 1) : threads.size();
            boolean mayBegin =
                    begun.size() + inTurn < threads.size() + BEGUN_BESIDE_THOSE_IN_TURN && !unbegun.isEmpty();
            boolean recordingMay = inTurn < most && (mayBegin || !begun.isEmpty());
            if (!streams.isEmpty() && !(recordingMay && streamsInARow >= STREAM_TURNS)) {
                streamsInARow++;
                return new Turn(streams.remove(), false);
            }
            if (recordingMay) {
                streamsInARow = 0;
                inTurn++;
                return new Turn(mayBegin ? unbegun.remove() : begun.remove(), true);
            }
            try {
                wait();
            } catch (InterruptedException e) {
                return null;
            }
        }
        return null;
    }

    private synchronized void ended(Turn turn, boolean more) {
        if (turn.recording) {
            inTurn--;
        }
        if (more) {
            (turn.recording ? begun : streams).add(turn.work);
        }
        notifyAll();
    }

    /** Ends the threads after the turn each is in; what still waits is dropped. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Turn(Work work, boolean recording) {}
}
