package org.undertone.server;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Sound that waits for its turn: a ring of bytes that grows up to a bound. Not for use by several threads. */
final class SoundQueue {
    private static final int FIRST_BYTES = 1 << 12;
    private static final byte[] NONE = {};

    private final int most;
    private byte[] ring = new byte[FIRST_BYTES];
    private int first;
    private int count;

    /**
     * Nothing yet.
     *
     * @param most bytes; what was sent before the sender was stopped may come on top
     */
    SoundQueue(int most) {
        this.most = most;
    }

    void add(ByteBuffer more) {
        int length = more.remaining();
        if (count + length > ring.length) {
            grow(count + length);
        }
        int end = (first + count) % ring.length;
        int upToWrap = Math.min(length, ring.length - end);
        more.get(ring, end, upToWrap);
        more.get(ring, 0, length - upToWrap);
        count += length;
    }

    /** The first bytes, at most so many, of whole samples. */
    byte[] take(int bytes, int sampleBytes) {
        int length = Math.min(bytes, count) / sampleBytes * sampleBytes;
        if (length == 0) {
            return NONE;
        }
        byte[] taken = copy(length);
        first = (first + length) % ring.length;
        count -= length;
        return taken;
    }

    boolean isFull() {
        return count >= most;
    }

    /** Whether there are fewer bytes than a sample has. */
    boolean isEmpty(int sampleBytes) {
        return count < sampleBytes;
    }

    void clear() {
        ring = new byte[1];
        first = 0;
        count = 0;
    }

    private void grow(int needed) {
        byte[] held = copy(count);
        ring = Arrays.copyOf(held, Math.max(needed, 2 * ring.length));
        first = 0;
    }

    private byte[] copy(int length) {
        var copy = new byte[length];
        int upToWrap = Math.min(length, ring.length - first);
        System.arraycopy(ring, first, copy, 0, upToWrap);
        System.arraycopy(ring, 0, copy, upToWrap, length - upToWrap);
        return copy;
    }
}
