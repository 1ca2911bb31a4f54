package org.undertone.network.kernel;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Native memory that grows and is kept, 64 bytes aligned. */
final class GrowingBuffer implements AutoCloseable {

    private static final int ALIGNMENT = 64;

    private final Owned owned = new Owned();
    private BytePointer bytes;
    private long start;
    private long capacity;

    /** The next multiple of the alignment. */
    static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** Contents are lost where the buffer has to grow. */
    void reserve(long wanted) {
        if (wanted > capacity) {
            owned.close();
            bytes = owned.keep(new BytePointer(wanted + ALIGNMENT));
            start = -bytes.address() & (ALIGNMENT - 1);
            capacity = wanted;
        }
    }

    Pointer at(long offset) {
        return bytes.getPointer(start + offset);
    }

    void zero(long count) {
        Pointer.memset(at(0), 0, count);
    }

    @Override
    public void close() {
        owned.close();
        capacity = 0;
    }
}
