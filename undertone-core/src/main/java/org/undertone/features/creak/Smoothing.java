package org.undertone.features.creak;

/** Moving averages. */
final class Smoothing {
    private Smoothing() {}

    /** The mean of each value and its neighbours; near the ends of as many as there are on both sides (MATLAB's {@code smooth}). */
    static double[] movingAverage(double[] values, int width) {
        var smoothed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int reach = Math.min(width / 2, Math.min(i, values.length - 1 - i));
            double sum = 0;
            for (int k = i - reach; k <= i + reach; k++) {
                sum += values[k];
            }
            smoothed[i] = sum / (2 * reach + 1);
        }
        return smoothed;
    }
}
