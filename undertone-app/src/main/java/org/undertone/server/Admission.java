package org.undertone.server;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Who is let in: how many predictions and streams there are at a time, and none once the server closes. */
final class Admission {
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final ServerSettings settings;
    private final ServerListener listener;
    private final AtomicLong saidAt = new AtomicLong(System.nanoTime() - QUIET_NANOS);
    private int requests;
    private int streams;
    private boolean closing;

    Admission(ServerSettings settings, ServerListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /** The place of a prediction or a stream; closed, it is free for another. */
    static final class Place implements AutoCloseable {
        private final AtomicBoolean taken = new AtomicBoolean(true);
        private final Runnable left;

        private Place(Runnable left) {
            this.left = left;
        }

        @Override
        public void close() {
            if (taken.compareAndSet(true, false)) {
                left.run();
            }
        }
    }

    /** Lets a prediction in. */
    synchronized Place request() throws ProblemException {
        requireOpen();
        if (requests >= settings.requests().requests()) {
            String what = settings.requests().requests() + " predictions are being uploaded or in work, as many as are"
                    + " allowed at a time";
            throw tooMuch(ProblemKind.TOO_MANY_REQUESTS, what);
        }
        requests++;
        return new Place(this::requestEnded);
    }

    private synchronized void requestEnded() {
        requests--;
        notifyAll();
    }

    /** Lets a stream in. */
    synchronized Place stream() throws ProblemException {
        requireOpen();
        if (streams >= settings.streams().streams()) {
            String what = settings.streams().streams() + " streams are open, as many as are allowed at a time";
            throw tooMuch(ProblemKind.TOO_MANY_STREAMS, what);
        }
        streams++;
        return new Place(this::streamEnded);
    }

    private synchronized void streamEnded() {
        streams--;
        notifyAll();
    }

    /** The refusal of what is too much; the listener hears of it from time to time. */
    ProblemException tooMuch(ProblemKind kind, String what) {
        long now = System.nanoTime();
        long before = saidAt.get();
        if (now - before >= QUIET_NANOS && saidAt.compareAndSet(before, now)) {
            listener.overloaded(what);
        }
        return new ProblemException(kind, what + "; try again in a moment");
    }

    private synchronized void requireOpen() throws ProblemException {
        if (closing) {
            throw new ProblemException(
                    ProblemKind.SHUTTING_DOWN, "the server is shutting down and takes nothing new; try again later");
        }
    }

    /** From now on nobody is let in. */
    synchronized void close() {
        closing = true;
    }

    synchronized boolean isClosing() {
        return closing;
    }

    /** Waits until everybody has left. */
    synchronized void awaitEmpty(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        while (requests + streams > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** Why a new prediction would be refused now; empty where it would not. */
    synchronized String unready() {
        if (closing) {
            return "shutting down";
        }
        return requests >= settings.requests().requests() ? "full" : "";
    }

    synchronized int requests() {
        return requests;
    }

    synchronized int streams() {
        return streams;
    }
}
