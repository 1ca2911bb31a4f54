package org.undertone.signal;

/** Rounding to whole numbers. */
public final class Rounding {
    private Rounding() {}

    /** To the nearest whole number, halves away from zero, as MATLAB's {@code round}; NaN and infinity stay. */
    public static double halfAway(double value) {
        double size = Math.abs(value);
        double floor = Math.floor(size);
        double rounded = size - floor >= 0.5 ? floor + 1 : floor;
        return Math.copySign(rounded, value);
    }

    /** The same as an int; NaN becomes 0, and what does not fit the nearest int. */
    public static int toInt(double value) {
        return (int) halfAway(value);
    }
}
