package org.undertone.signal;

import java.util.Arrays;

/**
 * A linear filter {@code a0 y[n] = sum_k b[k] x[n-k] - sum_(k>0) a[k] y[n-k]}, run in transposed direct form II as
 * MATLAB's {@code filter} does.
 */
public final class DigitalFilter {
    private final double[] b;
    private final double[] a;

    /**
     * A filter by its coefficients.
     *
     * @param b numerator, {@code [b0, b1, ...]}
     * @param a denominator, {@code [a0, a1, ...]}, a0 not 0; {@code [1]} makes it a filter of finite response
     */
    public DigitalFilter(double[] b, double[] a) {
        if (b.length == 0 || a.length == 0 || a[0] == 0) {
            throw new IllegalArgumentException("a filter needs coefficients and a0 other than 0 but has b "
                    + Arrays.toString(b) + " and a " + Arrays.toString(a));
        }
        int length = Math.max(a.length, b.length);
        this.b = scaled(b, a[0], length);
        this.a = scaled(a, a[0], length);
    }

    private static double[] scaled(double[] coefficients, double by, int length) {
        double[] scaled = Arrays.copyOf(coefficients, length);
        for (int k = 0; k < length; k++) {
            scaled[k] /= by;
        }
        return scaled;
    }

    /** The numerator, scaled so that a0 is 1, as long as the denominator. */
    public double[] numerator() {
        return b.clone();
    }

    /** The denominator, scaled so that a0 is 1. */
    public double[] denominator() {
        return a.clone();
    }

    /** Filters a signal from silence. */
    public double[] filter(double[] signal) {
        double[] filtered = signal.clone();
        run(filtered, new double[a.length]);
        return filtered;
    }

    /** How many samples {@link #filterBothWays} adds at each end: three times the order. */
    public int extension() {
        return 3 * (a.length - 1);
    }

    /**
     * Filters forward, then backward: no delay, the squared magnitude response (MATLAB's {@code filtfilt}). The signal is
     * extended at both ends by odd reflection, and each pass begins in the steady state of its first sample (Gustafsson,
     * "Determining the initial states in forward-backward filtering", IEEE TSP 44(4), 1996, describes the problem).
     *
     * @throws IllegalArgumentException where the signal is not longer than the {@link #extension()}
     */
    public double[] filterBothWays(double[] signal) {
        return filterBothWays(signal, extension());
    }

    /** The same with an extension of the caller's choice, less than the length of the signal. */
    public double[] filterBothWays(double[] signal, int extension) {
        double[] extended = oddlyExtended(signal, extension);
        double[] steady = steadyState();
        run(extended, scaledState(steady, extended[0]));
        reverse(extended);
        run(extended, scaledState(steady, extended[0]));
        reverse(extended);
        return Arrays.copyOfRange(extended, extension, extension + signal.length);
    }

    /** A signal with the first (last) samples turned by half a turn about the first (last) one before (behind) it. */
    static double[] oddlyExtended(double[] signal, int extension) {
        int n = signal.length;
        if (n <= extension) {
            throw new IllegalArgumentException(
                    "filtering both ways needs more than " + extension + " samples but has " + n);
        }
        var extended = new double[n + 2 * extension];
        System.arraycopy(signal, 0, extended, extension, n);
        for (int k = 1; k <= extension; k++) {
            extended[extension - k] = 2 * signal[0] - signal[k];
            extended[extension + n - 1 + k] = 2 * signal[n - 1] - signal[n - 1 - k];
        }
        return extended;
    }

    private static double[] scaledState(double[] state, double by) {
        double[] scaled = state.clone();
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] *= by;
        }
        return scaled;
    }

    /**
     * The state in which a step of height 1 has settled, {@code [length]} with a last entry of 0. The output is then the
     * gain at 0 Hz; the state follows from its own recursion, last entry first.
     */
    private double[] steadyState() {
        double gain = Arrays.stream(b).sum() / Arrays.stream(a).sum();
        var state = new double[a.length];
        for (int k = a.length - 1; k >= 1; k--) {
            state[k - 1] = state[k] + b[k] - a[k] * gain;
        }
        return state;
    }

    private void run(double[] signal, double[] state) {
        int order = a.length - 1;
        for (int n = 0; n < signal.length; n++) {
            double x = signal[n];
            double y = b[0] * x + state[0];
            for (int k = 1; k <= order; k++) {
                state[k - 1] = state[k] + b[k] * x - a[k] * y;
            }
            signal[n] = y;
        }
    }

    static void reverse(double[] signal) {
        for (int i = 0, j = signal.length - 1; i < j; i++, j--) {
            double swap = signal[i];
            signal[i] = signal[j];
            signal[j] = swap;
        }
    }
}
