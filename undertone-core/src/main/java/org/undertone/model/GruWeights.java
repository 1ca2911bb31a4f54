package org.undertone.model;

/**
 * What one recurrent layer has learned, in PyTorch's layout: three blocks of rows, for the reset, the update and the new
 * gate. The arrays are not copied and must not be changed afterwards.
 *
 * @param input {@code [3 hidden][inputs]}, row-major
 * @param hidden {@code [3 hidden][hidden]}, row-major
 * @param inputBias {@code [3 hidden]}
 * @param hiddenBias {@code [3 hidden]}
 */
public record GruWeights(float[] input, float[] hidden, float[] inputBias, float[] hiddenBias) {
    void check(String name, int inputs, int units) {
        Weights.check(name + " input weights", input, 3L * units * inputs);
        Weights.check(name + " hidden weights", hidden, 3L * units * units);
        Weights.check(name + " input bias", inputBias, 3L * units);
        Weights.check(name + " hidden bias", hiddenBias, 3L * units);
    }
}
