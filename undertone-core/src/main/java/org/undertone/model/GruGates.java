package org.undertone.model;

/** The gates of one step of a recurrent layer, with their scratch. Not for use by several threads. */
final class GruGates {
    private final int units;
    /** {@code [2 units]}: reset, then update. */
    private final float[] resetUpdate;

    private final float[] update;
    private final float[] inputNew;
    private final float[] hiddenNew;

    GruGates(int units) {
        this.units = units;
        resetUpdate = new float[2 * units];
        update = new float[units];
        inputNew = new float[units];
        hiddenNew = new float[units];
    }

    /**
     * Makes the units of a step. Every loop reads and writes all its arrays at one index, and what lies at another is copied
     * first, for the reason {@link PackedMatrix} gives.
     *
     * @param a {@code [3 units]}: what the input gives to the gates r, z, n, biases included
     * @param b {@code [3 units]}: what the units before give to them
     * @param h {@code [units]}: the units after the step before
     * @param next {@code [units]}: set to those after this step; may be {@code h}
     */
    void apply(float[] a, float[] b, float[] h, float[] next) {
        // r, z = sigmoid(W_i x + b_i + W_h h + b_h)
        for (int i = 0; i < resetUpdate.length; i++) {
            resetUpdate[i] = a[i] + b[i];
        }
        Activation.sigmoid(resetUpdate);
        System.arraycopy(resetUpdate, units, update, 0, units);
        System.arraycopy(a, 2 * units, inputNew, 0, units);
        System.arraycopy(b, 2 * units, hiddenNew, 0, units);
        // n = tanh(W_in x + b_in + r (W_hn h + b_hn))
        for (int i = 0; i < units; i++) {
            inputNew[i] += resetUpdate[i] * hiddenNew[i];
        }
        Activation.tanh(inputNew);
        // h' = (1 - z) n + z h
        for (int i = 0; i < units; i++) {
            next[i] = (1 - update[i]) * inputNew[i] + update[i] * h[i];
        }
    }
}
