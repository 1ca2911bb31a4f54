package org.undertone.metrics;

/** From an intensity to a whole number, as the paper's equation 1 does it. */
public final class Rounding {
    /** Number of classes that intensities in [0, 3] round to. */
    public static final int CLASSES = 4;

    private Rounding() {}

    /**
     * Rounds half up: down where {@code x - floor(x) < 0.5}, else up. {@link Math#rint} sends 0.5 to 0, and {@code
     * floor(x + 0.5)} sends the number just below 0.5 to 1, because the sum rounds.
     *
     * @param x finite; -0.5 gives 0
     */
    public static double halfUp(double x) {
        double floor = Math.floor(x);
        return x - floor < 0.5 ? floor : floor + 1;
    }

    /** The class of an intensity, 0 to 3: rounded half up, then clipped. */
    public static int toClass(double intensity) {
        return (int) Math.min(CLASSES - 1, Math.max(0, halfUp(intensity)));
    }
}
