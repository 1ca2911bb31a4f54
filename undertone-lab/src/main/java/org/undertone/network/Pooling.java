package org.undertone.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** How the steps of a clip become one vector; the paper does not say. Padding is never seen. */
public enum Pooling {
    /** The last real step. */
    LAST {
        @Override
        public Tensor pool(Tensor outputs, Lengths lengths, int maximumSteps) {
            long width = outputs.size(2);
            return outputs.reshape(outputs.size(0) * outputs.size(1), width).index_select(0, lengths.lastRows());
        }

        @Override
        public int width(int outputs, int maximumSteps) {
            return outputs;
        }
    },
    /** The mean over the real steps. */
    MEAN {
        @Override
        public Tensor pool(Tensor outputs, Lengths lengths, int maximumSteps) {
            Precision precision = Precision.of(outputs);
            Tensor real = lengths.padded() ? outputs.mul(lengths.mask(precision)) : outputs;
            return real.sum(0).div(lengths.tensor(precision));
        }

        @Override
        public int width(int outputs, int maximumSteps) {
            return outputs;
        }
    },
    /** All steps side by side, zeros behind the last real one, up to the longest clip the recipe allows. */
    FLATTEN {
        @Override
        public Tensor pool(Tensor outputs, Lengths lengths, int maximumSteps) {
            if (outputs.size(0) > maximumSteps) {
                throw new IllegalArgumentException("a clip of " + outputs.size(0) + " steps cannot be flattened into "
                        + maximumSteps + "; cut it first");
            }
            long clips = outputs.size(1);
            long width = outputs.size(2);
            Tensor real = lengths.padded() ? outputs.mul(lengths.mask(Precision.of(outputs))) : outputs;
            Tensor rows = real.transpose(0, 1).reshape(clips, outputs.size(0) * width);
            long missing = (maximumSteps - outputs.size(0)) * width;
            return missing == 0 ? rows : torch.constant_pad_nd(rows, 0, missing);
        }

        @Override
        public int width(int outputs, int maximumSteps) {
            return Math.multiplyExact(outputs, maximumSteps);
        }
    };

    /**
     * Pools a batch.
     *
     * @param outputs [time][clip][output]
     * @param maximumSteps longest clip of the recipe, for FLATTEN
     * @return [clip][width]
     */
    public abstract Tensor pool(Tensor outputs, Lengths lengths, int maximumSteps);

    /** Values per clip that come out. */
    public abstract int width(int outputs, int maximumSteps);
}
