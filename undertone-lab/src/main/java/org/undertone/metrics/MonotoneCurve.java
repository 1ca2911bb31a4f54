package org.undertone.metrics;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The never falling curve nearest to given points in least squares, all of equal weight: isotonic regression by pooling
 * adjacent violators (Ayer and others, "An empirical distribution function for sampling with incomplete information",
 * 1955); between the points linear.
 *
 * @param x [point], strictly ascending
 * @param y [point], never falling
 */
record MonotoneCurve(double[] x, double[] y) {
    static MonotoneCurve fit(double[] x, double[] scores) {
        // Blocks of pooled points, as a stack: how many points, and the mean of their scores.
        var sizes = new int[scores.length];
        var means = new double[scores.length];
        int blocks = 0;
        for (double score : scores) {
            sizes[blocks] = 1;
            means[blocks] = score;
            blocks++;
            while (blocks > 1 && means[blocks - 2] >= means[blocks - 1]) {
                int size = sizes[blocks - 2] + sizes[blocks - 1];
                means[blocks - 2] += (means[blocks - 1] - means[blocks - 2]) * sizes[blocks - 1] / size;
                sizes[blocks - 2] = size;
                blocks--;
            }
        }
        var y = new double[scores.length];
        int point = 0;
        for (int block = 0; block < blocks; block++) {
            Arrays.fill(y, point, point + sizes[block], means[block]);
            point += sizes[block];
        }
        return new MonotoneCurve(x, y);
    }

    double first() {
        return y[0];
    }

    double last() {
        return y[y.length - 1];
    }

    /** The height at a place between the first and the last point. */
    double at(double place) {
        int found = Arrays.binarySearch(x, place);
        if (found >= 0) {
            return y[found];
        }
        int right = -found - 1;
        double share = (place - x[right - 1]) / (x[right] - x[right - 1]);
        return y[right - 1] + share * (y[right] - y[right - 1]);
    }

    /** The first place where the curve is as high as this; empty where it already starts above or never gets there. */
    OptionalDouble firstReaching(double height) {
        if (first() > height || last() < height) {
            return OptionalDouble.empty();
        }
        int right = 0;
        while (y[right] < height) {
            right++;
        }
        if (right == 0 || y[right] == height) {
            return OptionalDouble.of(x[right]);
        }
        double share = (height - y[right - 1]) / (y[right] - y[right - 1]);
        return OptionalDouble.of(x[right - 1] + share * (x[right] - x[right - 1]));
    }
}
