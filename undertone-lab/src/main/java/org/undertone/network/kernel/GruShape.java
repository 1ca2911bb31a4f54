package org.undertone.network.kernel;

/**
 * The size of one GRU layer.
 *
 * @param inputs values per step that go in, 1 or more
 * @param hidden values per step that come out, 1 or more
 */
public record GruShape(int inputs, int hidden) {

    /** Gates of a GRU: update, reset, new. */
    static final int GATES = 3;

    /** Bias vectors of a linear-before-reset GRU: one per gate, and the hidden part of the new gate. */
    static final int BIASES = 4;

    /** Checks the sizes. */
    public GruShape {
        if (inputs < 1 || hidden < 1) {
            throw new IllegalArgumentException(
                    "a GRU layer needs at least 1 input and 1 hidden unit but has " + inputs + " and " + hidden);
        }
    }
}
