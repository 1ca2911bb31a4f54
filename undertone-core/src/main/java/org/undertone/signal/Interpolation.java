package org.undertone.signal;

import java.util.Arrays;

/** Linear interpolation. */
public final class Interpolation {
    private Interpolation() {}

    /**
     * The values of a piecewise linear function.
     *
     * @param x its nodes, strictly increasing
     * @param y its values there, as many
     * @param query where it is asked for, in any order
     * @return {@code [query]}, NaN outside the nodes
     */
    public static double[] linear(double[] x, double[] y, double[] query) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "interpolation needs as many values as nodes but has " + y.length + " for " + x.length);
        }
        var values = new double[query.length];
        int cell = 0;
        for (int i = 0; i < query.length; i++) {
            double q = query[i];
            if (x.length == 0 || !(q >= x[0] && q <= x[x.length - 1])) {
                values[i] = Double.NaN;
                continue;
            }
            cell = cell(x, q, cell);
            if (q == x[cell]) {
                values[i] = y[cell];
            } else if (q == x[cell + 1]) {
                values[i] = y[cell + 1];
            } else {
                values[i] = y[cell] + (y[cell + 1] - y[cell]) * ((q - x[cell]) / (x[cell + 1] - x[cell]));
            }
        }
        return values;
    }

    /** {@code count} points from the first to the last, both included, at equal distances. */
    public static double[] linspace(double first, double last, int count) {
        var points = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = count == 1 || i == count - 1 ? last : first + i * (last - first) / (count - 1);
        }
        return points;
    }

    /** Index of the node at or before q, the one before last at most; queries mostly come in order. */
    private static int cell(double[] x, double q, int hint) {
        int last = Math.max(0, x.length - 2);
        int cell = hint;
        if (q < x[cell]) {
            int found = Arrays.binarySearch(x, q);
            cell = found >= 0 ? found : -found - 2;
        }
        while (cell < last && q >= x[cell + 1]) {
            cell++;
        }
        return Math.min(cell, last);
    }
}
