package org.undertone.network;

import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * How many steps of each clip of a batch are real; what follows is padding, which no loss, pooling or statistic sees.
 */
public final class Lengths {

    private final int[] lengths;
    private final int steps;

    /**
     * Takes the lengths of the clips of a batch.
     *
     * @param lengths steps of each clip, in 1..steps
     * @param steps steps of the padded batch
     */
    public Lengths(int[] lengths, int steps) {
        this.lengths = lengths.clone();
        this.steps = steps;
        for (int clip = 0; clip < lengths.length; clip++) {
            if (lengths[clip] < 1 || lengths[clip] > steps) {
                throw new IllegalArgumentException(
                        "clip " + clip + " of a batch of " + steps + " steps has a length of " + lengths[clip]);
            }
        }
    }

    /** Number of clips. */
    public int clips() {
        return lengths.length;
    }

    /** Steps of the padded batch. */
    public int steps() {
        return steps;
    }

    /** Steps of one clip. */
    public int of(int clip) {
        return lengths[clip];
    }

    /** Real steps of all clips together. */
    public long total() {
        long sum = 0;
        for (int length : lengths) {
            sum += length;
        }
        return sum;
    }

    /** Whether there is any padding. */
    public boolean padded() {
        return total() < (long) steps * lengths.length;
    }

    /** 1 at real steps, 0 at padding: [time][clip][1]. */
    public Tensor mask(Precision precision) {
        float[] mask = new float[steps * lengths.length];
        for (int clip = 0; clip < lengths.length; clip++) {
            for (int step = 0; step < lengths[clip]; step++) {
                mask[step * lengths.length + clip] = 1;
            }
        }
        Tensor tensor = torch.empty(steps, lengths.length, 1);
        tensor.data_ptr_float().put(mask);
        return precision == Precision.SINGLE ? tensor : tensor.to(precision.type());
    }

    /** The lengths themselves: [clip][1]. */
    public Tensor tensor(Precision precision) {
        float[] values = new float[lengths.length];
        for (int clip = 0; clip < values.length; clip++) {
            values[clip] = lengths[clip];
        }
        Tensor tensor = torch.empty(lengths.length, 1);
        tensor.data_ptr_float().put(values);
        return precision == Precision.SINGLE ? tensor : tensor.to(precision.type());
    }

    /** Rows of a [time * clip][...] matrix at which each clip ends: [clip]. */
    Tensor lastRows() {
        long[] rows = new long[lengths.length];
        for (int clip = 0; clip < rows.length; clip++) {
            rows[clip] = (long) (lengths[clip] - 1) * rows.length + clip;
        }
        return indices(rows);
    }

    /** Rows of a [time * clip][...] matrix in the order that turns each clip round within its own length. */
    Tensor reversedRows() {
        int clips = lengths.length;
        long[] rows = new long[steps * clips];
        for (int step = 0; step < steps; step++) {
            for (int clip = 0; clip < clips; clip++) {
                int from = step < lengths[clip] ? lengths[clip] - 1 - step : step;
                rows[step * clips + clip] = (long) from * clips + clip;
            }
        }
        return indices(rows);
    }

    private static Tensor indices(long[] rows) {
        Tensor tensor = torch.empty(new long[] {rows.length}, new TensorOptions(torch.ScalarType.Long), null);
        new LongPointer(tensor.data_ptr()).put(rows);
        return tensor;
    }
}
