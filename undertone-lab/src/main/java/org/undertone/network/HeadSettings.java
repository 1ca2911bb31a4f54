package org.undertone.network;

import java.util.Objects;

/**
 * The shape of the head: pooling, then one dense layer.
 *
 * @param emotions values that come out; the paper's 6
 * @param pooling how steps become one vector
 * @param maximumSteps longest clip in steps, which fixes the width of {@link Pooling#FLATTEN}
 */
public record HeadSettings(int emotions, Pooling pooling, int maximumSteps) {

    /** Checks the ranges. */
    public HeadSettings {
        Objects.requireNonNull(pooling, "pooling");
        if (emotions < 1) {
            throw new IllegalArgumentException("a head needs at least 1 emotion but has " + emotions);
        }
        if (maximumSteps < 1) {
            throw new IllegalArgumentException("the longest clip must have at least 1 step but has " + maximumSteps);
        }
    }

    /** Values per clip that go into the dense layer. */
    public int inputs(EncoderSettings encoder) {
        return pooling.width(encoder.outputs(), maximumSteps);
    }
}
