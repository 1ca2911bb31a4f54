package org.undertone.model;

/**
 * What a dense layer has learned. The arrays are not copied and must not be changed afterwards.
 *
 * @param weights {@code [outputs][inputs]}, row-major
 * @param bias {@code [outputs]}
 */
public record DenseWeights(float[] weights, float[] bias) {
    void check(String name, int inputs, int outputs) {
        Weights.check(name + " weights", weights, (long) inputs * outputs);
        Weights.check(name + " bias", bias, outputs);
    }
}
