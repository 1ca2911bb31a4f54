package org.undertone.network.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.javacpp.Pointer;

/** Native objects that live until their owner is closed, whatever pointer scope was open when they were made. */
final class Owned implements AutoCloseable {

    private final Deque<Pointer> pointers = new ArrayDeque<>();

    <P extends Pointer> P keep(P pointer) {
        pointer.retainReference();
        pointers.push(pointer);
        return pointer;
    }

    @Override
    public void close() {
        while (!pointers.isEmpty()) {
            pointers.pop().releaseReference();
        }
    }
}
