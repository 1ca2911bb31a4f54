package org.undertone.model;

/** Checks that learned values fit their place and are numbers. */
final class Weights {
    private Weights() {}

    static void check(String name, float[] values, long expected) {
        if (values.length != expected) {
            throw new IllegalArgumentException(name + " must hold " + expected + " values but holds " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(name + " must be finite but hold " + values[i] + " at index " + i
                        + "; the training that made them has failed");
            }
        }
    }
}
