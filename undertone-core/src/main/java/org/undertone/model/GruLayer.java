package org.undertone.model;

/**
 * One layer of gated recurrent units, as PyTorch and cuDNN define them (Cho et al. 2014, with the reset gate applied
 * after the product as in its appendix). Immutable.
 */
final class GruLayer {
    private final PackedMatrix input;
    private final PackedMatrix hidden;
    private final float[] inputBias;
    private final float[] hiddenBias;

    GruLayer(GruWeights weights, int inputs, int units) {
        this.input = new PackedMatrix(weights.input(), 3 * units, inputs);
        this.hidden = new PackedMatrix(weights.hidden(), 3 * units, units);
        this.inputBias = weights.inputBias().clone();
        this.hiddenBias = weights.hiddenBias().clone();
    }

    /**
     * What inputs give to the gates r, z, n, one below the other: {@code W_i x + b_i}. It does not depend on the units, so it
     * is computed for many steps at a time, and once for all states that see the same input.
     *
     * @param x {@code [step][input]}
     * @param gates {@code [step][3 units]}, set
     */
    void inputGates(float[][] x, float[][] gates, int steps) {
        input.multiply(x, inputBias, gates, steps);
    }

    /**
     * What units give to the gates of the next step: {@code W_h h + b_h}.
     *
     * @param h {@code [state][unit]}
     * @param gates {@code [state][3 units]}, set
     */
    void hiddenGates(float[][] h, float[][] gates, int states) {
        hidden.multiply(h, hiddenBias, gates, states);
    }
}
