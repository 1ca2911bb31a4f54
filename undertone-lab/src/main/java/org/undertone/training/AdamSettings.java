package org.undertone.training;

/**
 * Settings of Adam (Kingma &amp; Ba 2015, algorithm 1).
 *
 * @param learningRate step size; the paper's 0.001
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the root of the second moment
 */
public record AdamSettings(double learningRate, double beta1, double beta2, double epsilon) {

    /** The values of Kingma &amp; Ba, which the paper calls default. */
    public static final AdamSettings DEFAULT = new AdamSettings(1e-3, 0.9, 0.999, 1e-8);

    /** Checks the ranges. */
    public AdamSettings {
        if (!(learningRate > 0 && learningRate <= 1)) {
            throw new IllegalArgumentException("learning rate must lie in (0, 1] but is " + learningRate);
        }
        requireDecay("beta 1", beta1);
        requireDecay("beta 2", beta2);
        if (!(epsilon > 0 && epsilon <= 1)) {
            throw new IllegalArgumentException("Adam's epsilon must lie in (0, 1] but is " + epsilon);
        }
    }

    private static void requireDecay(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException("Adam's " + name + " must lie in [0, 1) but is " + value);
        }
    }
}
