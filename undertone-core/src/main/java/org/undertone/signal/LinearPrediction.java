package org.undertone.signal;

import java.util.Arrays;

/**
 * Linear prediction by the autocorrelation method: the coefficients of the inverse filter {@code A(z) = 1 + a1 z^-1 + ...}
 * that minimises the energy of its output (Makhoul, "Linear prediction: a tutorial review", Proc. IEEE 63, 1975). No lag
 * window, no white-noise correction, no pre-emphasis; windowing is the caller's business.
 */
public final class LinearPrediction {
    private static final int LAGS_AT_ONCE = 5;

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
        var correlation = new double[lags + 2 * LAGS_AT_ONCE];
        int lag = 0;
        // Two batches in one pass: the samples are read half as often, and twice as many sums do not wait for each
        // other.
        for (; lag + LAGS_AT_ONCE <= lags && lag < length; lag += 2 * LAGS_AT_ONCE) {
            tenLags(frame, length, lag, correlation);
        }
        if (lag <= lags && lag < length) {
            fiveLags(frame, length, lag, correlation);
        }
        return Arrays.copyOf(correlation, lags + 1);
    }

    private static void tenLags(double[] frame, int length, int lag, double[] correlation) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        double i = 0;
        double j = 0;
        int common = lag + 2 * LAGS_AT_ONCE - 1;
        for (int n = common; n < length; n++) {
            double sample = frame[n];
            a += sample * frame[n - lag];
            b += sample * frame[n - lag - 1];
            c += sample * frame[n - lag - 2];
            d += sample * frame[n - lag - 3];
            e += sample * frame[n - lag - 4];
            f += sample * frame[n - lag - 5];
            g += sample * frame[n - lag - 6];
            h += sample * frame[n - lag - 7];
            i += sample * frame[n - lag - 8];
            j += sample * frame[n - lag - 9];
        }
        double[] sums = {a, b, c, d, e, f, g, h, i, j};
        addShorter(frame, length, lag, sums, correlation);
    }

    /** Five lags at a time: sums that do not wait for each other, over samples that are loaded once. */
    private static void fiveLags(double[] frame, int length, int lag, double[] correlation) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        int common = lag + LAGS_AT_ONCE - 1;
        for (int n = common; n < length; n++) {
            double sample = frame[n];
            a += sample * frame[n - lag];
            b += sample * frame[n - lag - 1];
            c += sample * frame[n - lag - 2];
            d += sample * frame[n - lag - 3];
            e += sample * frame[n - lag - 4];
        }
        double[] sums = {a, b, c, d, e};
        addShorter(frame, length, lag, sums, correlation);
    }

    /** The shorter of some lags begin earlier than the longest. */
    private static void addShorter(double[] frame, int length, int lag, double[] sums, double[] correlation) {
        int begun = Math.min(lag + sums.length - 1, length);
        for (int k = 0; k < sums.length; k++) {
            correlation[lag + k] = sums[k] + product(frame, lag + k, begun, lag + k);
        }
    }

    private static double product(double[] frame, int from, int to, int lag) {
        double sum = 0;
        for (int n = from; n < to; n++) {
            sum += frame[n] * frame[n - lag];
        }
        return sum;
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
        if (length <= order) {
            return;
        }
        Arrays.fill(out, order, length, 0);
        // Four coefficients at a time: the inner loops run over neighbouring samples and are vectorised.
        int k = 0;
        for (; k + 3 <= order; k += 4) {
            double a0 = a[k];
            double a1 = a[k + 1];
            double a2 = a[k + 2];
            double a3 = a[k + 3];
            for (int n = order - k; n < length - k; n++) {
                out[n + k] += a0 * in[n] + a1 * in[n - 1] + (a2 * in[n - 2] + a3 * in[n - 3]);
            }
        }
        for (; k <= order; k++) {
            double coefficient = a[k];
            for (int n = order - k; n < length - k; n++) {
                out[n + k] += coefficient * in[n];
            }
        }
    }
}
