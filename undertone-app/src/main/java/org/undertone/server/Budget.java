package org.undertone.server;

/** Bytes of bodies that may be in memory at a time. */
final class Budget {
    private final long total;
    private long taken;

    Budget(long total) {
        this.total = total;
    }

    /** Takes bytes, if there are so many. */
    synchronized boolean take(long bytes) {
        if (bytes > total - taken) {
            return false;
        }
        taken += bytes;
        return true;
    }

    synchronized void giveBack(long bytes) {
        taken -= bytes;
    }

    synchronized long taken() {
        return taken;
    }

    synchronized long left() {
        return total - taken;
    }

    long total() {
        return total;
    }
}
