package org.undertone.network;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A network's parameters (or their gradients, or an optimiser's moments) in one flat vector outside the heap.
 *
 * <p>One vector makes the optimiser, the sum over workers and the checkpoint a line each. Reading from many threads is
 * safe while nobody writes.
 */
public final class Parameters implements AutoCloseable {

    private final ParameterLayout layout;
    private final Precision precision;
    private final Tensor flat;
    private long version;

    private Parameters(ParameterLayout layout, Precision precision) {
        this.layout = layout;
        this.precision = precision;
        this.flat = torch.zeros(new long[] {layout.size()}, precision.options());
        flat.retainReference();
    }

    /** All zero. */
    public static Parameters zeros(ParameterLayout layout, Precision precision) {
        return new Parameters(layout, precision);
    }

    /** Names and shapes. */
    public ParameterLayout layout() {
        return layout;
    }

    /** Width of the values. */
    public Precision precision() {
        return precision;
    }

    /** All values [size]; whoever writes into it says so by {@link #changed()}. */
    public Tensor flat() {
        return flat;
    }

    /** One parameter, in its shape, sharing memory with {@link #flat()}. */
    public Tensor view(String name) {
        ParameterLayout.Slot slot = layout.slot(name);
        return flat.narrow(0, slot.offset(), slot.count()).view(slot.sizes());
    }

    /** Counts the changes, so that what was derived from the values can be renewed. */
    public long version() {
        return version;
    }

    /** Says that the values were written to. */
    public void changed() {
        version++;
    }

    /** A copy of one parameter's values, row-major. */
    public float[] values(String name) {
        ParameterLayout.Slot slot = layout.slot(name);
        return copy(slot.offset(), Math.toIntExact(slot.count()));
    }

    /** A copy of all values, in the layout's order. */
    public float[] values() {
        return copy(0, Math.toIntExact(layout.size()));
    }

    /** Sets one parameter, row-major. */
    public void set(String name, float[] values) {
        ParameterLayout.Slot slot = layout.slot(name);
        if (values.length != slot.count()) {
            throw new IllegalArgumentException("parameter \"" + name + "\" of shape " + slot.shape() + " has "
                    + slot.count() + " values but " + values.length + " are given");
        }
        paste(slot.offset(), values);
    }

    /** Sets all values, in the layout's order. */
    public void set(float[] values) {
        if (values.length != layout.size()) {
            throw new IllegalArgumentException(
                    "the network has " + layout.size() + " parameters but " + values.length + " values are given");
        }
        paste(0, values);
    }

    private float[] copy(long offset, int count) {
        float[] values = new float[count];
        if (precision == Precision.SINGLE) {
            pointer(offset).get(values);
        } else {
            double[] wide = new double[count];
            new DoublePointer(flat.data_ptr_double()).position(offset).get(wide);
            for (int i = 0; i < count; i++) {
                values[i] = (float) wide[i];
            }
        }
        return values;
    }

    private void paste(long offset, float[] values) {
        if (precision == Precision.SINGLE) {
            pointer(offset).put(values);
        } else {
            double[] wide = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                wide[i] = values[i];
            }
            new DoublePointer(flat.data_ptr_double()).position(offset).put(wide);
        }
        changed();
    }

    private FloatPointer pointer(long offset) {
        return new FloatPointer(flat.data_ptr_float()).position(offset);
    }

    @Override
    public void close() {
        flat.releaseReference();
    }
}
