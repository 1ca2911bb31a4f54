package org.undertone.storage;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of a safetensors header: where a tensor lies and how to read it. Elements are in row-major order.
 *
 * @param begin first byte, counted from the end of the header
 * @param bytes length in bytes: the product of the shape times the size of an element
 */
public record TensorEntry(String name, ElementType type, List<Long> shape, long begin, long bytes) {
    public TensorEntry {
        shape = List.copyOf(shape);
    }

    /** Number of elements. */
    public long elements() {
        return bytes / type.bytes();
    }

    /** Type and shape as a reader of a message wants them: {@code F32 [3, 74]}. */
    public String describe() {
        return type + shape.stream().map(String::valueOf).collect(Collectors.joining(", ", " [", "]"));
    }
}
