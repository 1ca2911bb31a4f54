package org.undertone.signal;

import java.util.Arrays;

/** Medians. */
public final class Median {
    private Median() {}

    /** The median; the mean of the two middle values for an even number; NaN of none. Not for values that are NaN. */
    public static double of(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * The median of each value and its neighbours, zeros beyond the ends (MATLAB's {@code medfilt1}).
     *
     * @param width odd number of values under the window
     */
    public static double[] filter(double[] values, int width) {
        if (width < 1 || width % 2 == 0) {
            throw new IllegalArgumentException("a median filter needs an odd width but has " + width);
        }
        var filtered = new double[values.length];
        var window = new double[width];
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < width; k++) {
                int at = i + k - width / 2;
                window[k] = at >= 0 && at < values.length ? values[at] : 0;
            }
            Arrays.sort(window);
            filtered[i] = window[width / 2];
        }
        return filtered;
    }
}
