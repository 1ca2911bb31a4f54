package org.undertone.metrics;

/**
 * Population moments (divided by n) of pairs of numbers, in two passes.
 *
 * @param meanX mean of the first
 * @param meanY mean of the second
 * @param varianceX 0 or more, exactly 0 for equal values
 * @param varianceY 0 or more, exactly 0 for equal values
 * @param covariance of the two
 */
record Moments(double meanX, double meanY, double varianceX, double varianceY, double covariance) {
    static Moments of(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
        return new Moments(meanX, meanY, xx / x.length, yy / x.length, xy / x.length);
    }

    /** Measured from the first value, so that the mean of equal values is that value, not its neighbour. */
    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value - values[0];
        }
        return values[0] + sum / values.length;
    }
}
