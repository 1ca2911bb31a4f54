package org.undertone.model;

/**
 * One layer of gated recurrent units, as PyTorch and cuDNN define them (Cho et al. 2014, with the reset gate applied
 * after the product as in its appendix). Immutable.
 */
final class GruLayer {
    private final int units;
    private final PackedMatrix input;
    private final PackedMatrix hidden;
    private final float[] inputBias;
    private final float[] hiddenBias;

    GruLayer(GruWeights weights, int inputs, int units) {
        this.units = units;
        this.input = new PackedMatrix(weights.input(), 3 * units, inputs);
        this.hidden = new PackedMatrix(weights.hidden(), 3 * units, units);
        this.inputBias = weights.inputBias().clone();
        this.hiddenBias = weights.hiddenBias().clone();
    }

    /**
     * One step.
     *
     * @param x where the input lies, from {@code offset} on
     * @param h {@code [units]}, the units after the step before
     * @param next {@code [units]}, set to the units after this step; may be {@code h}
     * @param a {@code [3 units]}, scratch: what the input gives to the gates r, z, n
     * @param b {@code [3 units]}, scratch: what the units give to them
     */
    void step(float[] x, int offset, float[] h, float[] next, float[] a, float[] b) {
        // a = W_i x + b_i,  b = W_h h + b_h, each for the gates r, z, n one below the other
        input.multiply(x, offset, inputBias, a);
        hidden.multiply(h, 0, hiddenBias, b);
        for (int unit = 0; unit < units; unit++) {
            // r = sigmoid(W_ir x + b_ir + W_hr h + b_hr)
            double r = sigmoid(a[unit] + b[unit]);
            // z = sigmoid(W_iz x + b_iz + W_hz h + b_hz)
            double z = sigmoid(a[units + unit] + b[units + unit]);
            // n = tanh(W_in x + b_in + r (W_hn h + b_hn))
            double n = tanh(a[2 * units + unit] + r * b[2 * units + unit]);
            // h' = (1 - z) n + z h
            next[unit] = (float) ((1 - z) * n + z * h[unit]);
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** By way of exp, three times as fast as {@link Math#tanh}; the absolute error is of the order of 1e-16. */
    private static double tanh(double x) {
        return 1 - 2 / (1 + Math.exp(2 * x));
    }
}
