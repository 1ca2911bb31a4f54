package org.undertone.signal;

/** Window functions, all symmetric, of at least one point. */
public final class Window {
    private Window() {}

    /** MATLAB's {@code hanning}: {@code 0.5 - 0.5 cos(2 pi (k + 1) / (n + 1))}, no zero at either end. */
    public static double[] hanning(int points) {
        double[] window = allocate(points);
        for (int k = 0; k < points; k++) {
            window[k] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (k + 1) / (points + 1));
        }
        return window;
    }

    /** MATLAB's {@code hann}: {@code 0.5 - 0.5 cos(2 pi k / (n - 1))}, zero at both ends. */
    public static double[] hann(int points) {
        return cosines(points, 0.5, 0.5, 0);
    }

    /** {@code 0.54 - 0.46 cos(2 pi k / (n - 1))}. */
    public static double[] hamming(int points) {
        return cosines(points, 0.54, 0.46, 0);
    }

    /** {@code 0.42 - 0.5 cos(2 pi k / (n - 1)) + 0.08 cos(4 pi k / (n - 1))}. */
    public static double[] blackman(int points) {
        return cosines(points, 0.42, 0.5, 0.08);
    }

    /**
     * Kaiser's window {@code I0(beta sqrt(1 - (2 k / (n - 1) - 1)^2)) / I0(beta)} (Kaiser, 1974).
     *
     * @param beta 0 (a rectangle) or more: the larger, the lower the side lobes and the wider the main lobe
     */
    public static double[] kaiser(int points, double beta) {
        double[] window = allocate(points);
        for (int k = 0; k < points; k++) {
            window[k] = points == 1 ? 1 : kaiser(2.0 * k / (points - 1) - 1, beta);
        }
        return window;
    }

    /** Kaiser's window at a place between its ends, -1 and 1, and 0 outside. */
    public static double kaiser(double place, double beta) {
        double square = 1 - place * place;
        return square < 0 ? 0 : besselI0(beta * Math.sqrt(square)) / besselI0(beta);
    }

    private static double[] cosines(int points, double constant, double first, double second) {
        double[] window = allocate(points);
        if (points == 1) {
            window[0] = 1;
            return window;
        }
        for (int k = 0; k < points; k++) {
            double angle = 2 * Math.PI * k / (points - 1);
            window[k] = constant - first * Math.cos(angle) + second * Math.cos(2 * angle);
        }
        return window;
    }

    private static double[] allocate(int points) {
        if (points < 1) {
            throw new IllegalArgumentException("a window needs at least 1 point but has " + points);
        }
        return new double[points];
    }

    /** The modified Bessel function of order 0, by its power series (Abramowitz and Stegun 9.6.12). */
    private static double besselI0(double x) {
        double quarter = x * x / 4;
        double term = 1;
        double sum = 1;
        for (int k = 1; term > sum * 1e-17; k++) {
            term *= quarter / ((double) k * k);
            sum += term;
        }
        return sum;
    }
}
