package org.undertone.server;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes that arrive piece by piece; every byte of memory they take is taken from the budget before. */
final class BodyBytes implements AutoCloseable {
    private static final int FIRST_BYTES = 1 << 14;
    private static final byte[] NONE = {};

    private final Budget budget;
    private int most;
    private byte[] bytes = NONE;
    private int count;

    /**
     * No bytes yet.
     *
     * @param most no more is set aside before it is needed
     */
    BodyBytes(Budget budget, int most) {
        this.budget = budget;
        this.most = most;
    }

    /** So many will come, as far as the client says; no more than that is set aside beforehand. */
    synchronized void expect(long count) {
        most = (int) Math.min(most, count);
    }

    /** Takes all that a buffer has; false where the budget does not allow it. */
    synchronized boolean add(ByteBuffer more) {
        int length = more.remaining();
        if (length > bytes.length - count && !grow(count + (long) length)) {
            return false;
        }
        more.get(bytes, count, length);
        count += length;
        return true;
    }

    private boolean grow(long needed) {
        int capacity =
                (int) Math.min(Math.max(needed, Math.max(FIRST_BYTES, 2L * bytes.length)), Math.max(needed, most));
        if (!budget.take(capacity)) {
            return false;
        }
        int before = bytes.length;
        bytes = Arrays.copyOf(bytes, capacity);
        budget.giveBack(before);
        return true;
    }

    synchronized int count() {
        return count;
    }

    /** The bytes, of the length they have. */
    synchronized byte[] toArray() {
        if (bytes.length > count) {
            int spare = bytes.length - count;
            bytes = Arrays.copyOf(bytes, count);
            budget.giveBack(spare);
        }
        return bytes;
    }

    @Override
    public synchronized void close() {
        budget.giveBack(bytes.length);
        bytes = NONE;
        count = 0;
    }
}
