package org.undertone.signal;

import java.util.Arrays;

/**
 * Linear prediction by the autocorrelation method: the coefficients of the inverse filter {@code A(z) = 1 + a1 z^-1 + ...}
 * that minimises the energy of its output (Makhoul, "Linear prediction: a tutorial review", Proc. IEEE 63, 1975). No lag
 * window, no white-noise correction, no pre-emphasis; windowing is the caller's business.
 */
public final class LinearPrediction {
    private LinearPrediction() {}

    /**
     * The inverse filter of a frame.
     *
     * @param frame samples, windowed already
     * @param length how many of them count, from the first
     * @param order number of coefficients after the leading 1, at least 1
     * @return {@code [order + 1]}, the first is 1; all NaN where the frame is zero throughout
     */
    public static double[] coefficients(double[] frame, int length, int order) {
        return levinson(autocorrelation(frame, length, order));
    }

    /** The biased autocorrelation of lags 0 to {@code lags}, not divided by the length. */
    public static double[] autocorrelation(double[] frame, int length, int lags) {
        var correlation = new double[lags + 1];
        for (int lag = 0; lag <= lags && lag < length; lag++) {
            // Four sums that do not wait for each other.
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int n = lag;
            for (; n + 3 < length; n += 4) {
                a += frame[n] * frame[n - lag];
                b += frame[n + 1] * frame[n + 1 - lag];
                c += frame[n + 2] * frame[n + 2 - lag];
                d += frame[n + 3] * frame[n + 3 - lag];
            }
            for (; n < length; n++) {
                a += frame[n] * frame[n - lag];
            }
            correlation[lag] = a + b + (c + d);
        }
        return correlation;
    }

    /** Levinson's and Durbin's recursion (Makhoul 1975, equation 38); all NaN where lag 0 is 0. */
    public static double[] levinson(double[] correlation) {
        int order = correlation.length - 1;
        var a = new double[order + 1];
        if (!(correlation[0] > 0)) {
            Arrays.fill(a, Double.NaN);
            return a;
        }
        var previous = new double[order + 1];
        a[0] = 1;
        double error = correlation[0];
        for (int i = 1; i <= order; i++) {
            double sum = correlation[i];
            for (int j = 1; j < i; j++) {
                sum += a[j] * correlation[i - j];
            }
            double reflection = -sum / error;
            System.arraycopy(a, 0, previous, 0, i);
            for (int j = 1; j < i; j++) {
                a[j] = previous[j] + reflection * previous[i - j];
            }
            a[i] = reflection;
            error *= 1 - reflection * reflection;
        }
        return a;
    }

    /**
     * Filters with {@code A(z)}, from silence: {@code out[n] = sum_k a[k] in[n - k]}.
     *
     * @param length number of samples read and written, from the first of each
     * @param out may not be {@code in}
     */
    public static void whiten(double[] a, double[] in, double[] out, int length) {
        int order = a.length - 1;
        for (int n = 0; n < Math.min(order, length); n++) {
            double sum = 0;
            for (int k = 0; k <= n; k++) {
                sum += a[k] * in[n - k];
            }
            out[n] = sum;
        }
        if (length > order) {
            Arrays.fill(out, order, length, 0);
        }
        // Coefficient by coefficient: the inner loop runs over neighbouring samples and is vectorised.
        for (int k = 0; k <= order; k++) {
            double coefficient = a[k];
            for (int n = order; n < length; n++) {
                out[n] += coefficient * in[n - k];
            }
        }
    }
}
