package org.undertone.signal;

/** Angles in radians. */
public final class Phase {
    private static final double TURN = 2 * Math.PI;

    private Phase() {}

    /** The same angle within a half turn of 0: {@code p - 2 pi round(p / 2 pi)}. */
    public static double wrap(double phase) {
        return phase - TURN * Rounding.halfAway(phase / TURN);
    }

    /**
     * Removes jumps of more than a half turn from neighbour to neighbour, in place, by whole turns (MATLAB's {@code
     * unwrap}).
     *
     * @param length how many values count, from the first
     */
    public static void unwrap(double[] phases, int length) {
        double turns = 0;
        double previous = length > 0 ? phases[0] : 0;
        for (int i = 1; i < length; i++) {
            double raw = phases[i];
            double step = raw - previous;
            if (Math.abs(step) >= Math.PI) {
                // A step of exactly half a turn keeps its sign.
                double least = floorMod(step + Math.PI, TURN) - Math.PI;
                if (least == -Math.PI && step > 0) {
                    least = Math.PI;
                }
                turns += least - step;
            }
            previous = raw;
            phases[i] = raw + turns;
        }
    }

    private static double floorMod(double x, double y) {
        return x - y * Math.floor(x / y);
    }
}
