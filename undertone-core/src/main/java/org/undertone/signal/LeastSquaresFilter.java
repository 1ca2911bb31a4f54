package org.undertone.signal;

import java.util.Arrays;

/**
 * Filters of finite response and linear phase whose amplitude differs least from the desired one in the mean square over
 * given bands (Parks and Burrus, "Digital Filter Design", 1987, section 3.2; MATLAB's {@code firls}).
 */
public final class LeastSquaresFilter {
    private LeastSquaresFilter() {}

    /**
     * The coefficients of a filter of even order: symmetric about the middle one, delay {@code order / 2} samples.
     *
     * @param order even, at least 2
     * @param edges edges of the bands, {@code [from, to, from, to, ...]}, as shares of half the sampling rate: from 0 to
     *     1, increasing; what lies between two bands is free
     * @param desired amplitude at each edge, straight lines within a band
     * @return {@code [order + 1]}
     */
    public static double[] design(int order, double[] edges, double[] desired) {
        check(order, edges, desired);
        int half = order / 2;
        // The amplitude is sum_k a[k] cos(pi k f); least squares leads to Q a = r with Q made of integrals q of
        // cosines.
        var q = new double[order + 1];
        var r = new double[half + 1];
        for (int band = 0; band < edges.length; band += 2) {
            for (int k = 0; k <= order; k++) {
                q[k] += cosineIntegral(k, edges[band], edges[band + 1]);
            }
            for (int k = 0; k <= half; k++) {
                r[k] += lineIntegral(k, edges, desired, band);
            }
        }
        var matrix = new double[half + 1][];
        for (int i = 0; i <= half; i++) {
            matrix[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = (q[i - j] + q[i + j]) / 2;
            }
        }
        solve(matrix, r);
        var taps = new double[order + 1];
        taps[half] = r[0];
        for (int k = 1; k <= half; k++) {
            taps[half - k] = r[k] / 2;
            taps[half + k] = r[k] / 2;
        }
        return taps;
    }

    private static void check(int order, double[] edges, double[] desired) {
        if (order < 2 || order % 2 != 0) {
            throw new IllegalArgumentException(
                    "the order of a least-squares filter must be even and at least 2 but is " + order);
        }
        boolean increasing = edges.length >= 2 && edges.length % 2 == 0 && edges.length == desired.length;
        for (int i = 0; increasing && i < edges.length; i++) {
            increasing = edges[i] >= 0 && edges[i] <= 1 && (i == 0 || edges[i] > edges[i - 1]);
        }
        if (!increasing) {
            throw new IllegalArgumentException(
                    "the bands of a least-squares filter need edges that increase from 0 to 1,"
                            + " two for each band, and as many amplitudes, but have " + Arrays.toString(edges) + " and "
                            + Arrays.toString(desired));
        }
    }

    /** The integral of cos(pi k f) over a band. */
    private static double cosineIntegral(int k, double from, double to) {
        return k == 0 ? to - from : (Math.sin(Math.PI * k * to) - Math.sin(Math.PI * k * from)) / (Math.PI * k);
    }

    /** The integral of the desired line times cos(pi k f) over a band, by parts. */
    private static double lineIntegral(int k, double[] edges, double[] desired, int band) {
        double from = edges[band];
        double to = edges[band + 1];
        double slope = (desired[band + 1] - desired[band]) / (to - from);
        if (k == 0) {
            return (desired[band] + desired[band + 1]) / 2 * (to - from);
        }
        double w = Math.PI * k;
        return (desired[band + 1] * Math.sin(w * to) - desired[band] * Math.sin(w * from)) / w
                + slope * (Math.cos(w * to) - Math.cos(w * from)) / (w * w);
    }

    /** Cholesky's method on the lower triangle of a positive definite matrix; the solution replaces the right side. */
    private static void solve(double[][] matrix, double[] right) {
        int n = right.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                right[i] -= matrix[i][k] * right[k];
            }
            right[i] /= matrix[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                right[i] -= matrix[k][i] * right[k];
            }
            right[i] /= matrix[i][i];
        }
    }
}
