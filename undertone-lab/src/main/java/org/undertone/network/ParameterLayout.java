package org.undertone.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and shapes of a network's parameters, and where each begins in the flat vector that holds them all. */
public final class ParameterLayout {

    private final Map<String, Slot> slots;
    private final long size;

    private ParameterLayout(Map<String, Slot> slots, long size) {
        this.slots = Collections.unmodifiableMap(slots);
        this.size = size;
    }

    /** Starts an empty layout. */
    public static Builder builder() {
        return new Builder();
    }

    /** Names in their order in the flat vector. */
    public List<String> names() {
        return List.copyOf(slots.keySet());
    }

    /** Whether a parameter of that name exists. */
    public boolean has(String name) {
        return slots.containsKey(name);
    }

    /** Where a parameter is and what shape it has. */
    public Slot slot(String name) {
        Slot slot = slots.get(name);
        if (slot == null) {
            throw new IllegalArgumentException("no parameter is called \"" + name + "\"; there are " + slots.keySet());
        }
        return slot;
    }

    /** Number of values in all. */
    public long size() {
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterLayout that && describe().equals(that.describe());
    }

    @Override
    public int hashCode() {
        return describe().hashCode();
    }

    @Override
    public String toString() {
        return describe().toString();
    }

    private List<String> describe() {
        List<String> lines = new ArrayList<>();
        slots.forEach((name, slot) -> lines.add(name + slot.shape()));
        return lines;
    }

    /**
     * One parameter.
     *
     * @param offset first value in the flat vector
     * @param shape sizes, outermost first
     */
    public record Slot(long offset, List<Long> shape) {

        /** Number of values. */
        public long count() {
            return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
        }

        long[] sizes() {
            return shape.stream().mapToLong(Long::longValue).toArray();
        }
    }

    /** Collects parameters in order. */
    public static final class Builder {

        private final Map<String, Slot> slots = new LinkedHashMap<>();
        private long size;

        private Builder() {}

        /** Adds a parameter behind those before it. */
        public Builder add(String name, long... shape) {
            List<Long> sizes = new ArrayList<>();
            for (long length : shape) {
                sizes.add(length);
            }
            Slot slot = new Slot(size, List.copyOf(sizes));
            if (slots.put(name, slot) != null) {
                throw new IllegalArgumentException("parameter \"" + name + "\" is laid out twice");
            }
            size += slot.count();
            return this;
        }

        /** The layout of what was added. */
        public ParameterLayout build() {
            return new ParameterLayout(new LinkedHashMap<>(slots), size);
        }
    }
}
