package org.undertone.network.kernel;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.javacpp.Pointer;

/** A oneDNN primitive with its arguments: the shapes are bound once, the addresses before each run. */
final class BoundPrimitive implements AutoCloseable {

    private final Owned owned = new Owned();
    private final IntMemoryMap arguments = owned.keep(new IntMemoryMap());
    private final Map<Integer, memory> memories = new HashMap<>();
    private final primitive primitive;

    BoundPrimitive(primitive primitive) {
        this.primitive = owned.keep(primitive);
    }

    /** Says which shape stands behind an argument. */
    BoundPrimitive bind(int argument, memory.desc shape) {
        memory memory = owned.keep(new memory(shape, OneDnn.engine(), (Pointer) null));
        memories.put(argument, memory);
        arguments.put(argument, memory);
        return this;
    }

    /** Says where the numbers of an argument are for the next run. */
    BoundPrimitive at(int argument, Pointer address) {
        memories.get(argument).set_data_handle(address);
        return this;
    }

    void run() {
        primitive.execute(OneDnn.stream(), arguments);
        OneDnn.stream()._wait();
    }

    @Override
    public void close() {
        owned.close();
    }
}
