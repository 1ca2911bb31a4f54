package org.undertone.model;

/**
 * Hyperbolic tangent and logistic function of whole arrays, by a quotient of polynomials: nine times as fast as by way of
 * {@link Math#exp}, since the compiler turns the loops into vector instructions. Absolute errors stay below 4.1e-7 for tanh and
 * 2.2e-7 for sigmoid (measured on every float from 1e-6 to 40), nearly all of it the rounding of single precision. Both reach
 * their limits exactly. The same bits on every machine.
 */
final class Activation {
    // Least largest relative error, 2.1e-8, of x P(x^2) / Q(x^2) on [0, 9]; computed by fit_tanh.py beside the tests.
    private static final float P1 = 0.133810252f;
    private static final float P2 = 0.00349558759f;
    private static final float P3 = 2.06090742e-05f;
    private static final float P4 = 1.33546514e-08f;
    private static final float Q1 = 0.467143408f;
    private static final float Q2 = 0.0258769801f;
    private static final float Q3 = 0.000328563397f;
    private static final float Q4 = 7.77655395e-07f;
    /** Beyond it tanh is 1 in single precision, and here the quotient is a little more than 1. */
    private static final float END = 9.125f;

    private Activation() {}

    /** Replaces every value by its hyperbolic tangent. */
    static void tanh(float[] values) {
        for (int i = 0; i < values.length; i++) {
            float x = Math.max(-END, Math.min(END, values[i]));
            float square = x * x;
            float p = 1 + square * (P1 + square * (P2 + square * (P3 + square * P4)));
            float q = 1 + square * (Q1 + square * (Q2 + square * (Q3 + square * Q4)));
            values[i] = Math.max(-1, Math.min(1, x * p / q));
        }
    }

    /** Replaces every value by {@code 1 / (1 + exp(-value))}. */
    static void sigmoid(float[] values) {
        // 1 / (1 + exp(-x)) = 1/2 + tanh(x / 2) / 2
        for (int i = 0; i < values.length; i++) {
            values[i] *= 0.5f;
        }
        tanh(values);
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.5f + 0.5f * values[i];
        }
    }
}
