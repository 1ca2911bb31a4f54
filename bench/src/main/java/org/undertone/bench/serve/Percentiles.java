package org.undertone.bench.serve;

import java.util.Arrays;
import java.util.List;

/** What lies below so many of a hundred values. */
final class Percentiles {
    private final double[] sorted;

    Percentiles(List<Double> values) {
        sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
    }

    double at(double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(percent / 100 * sorted.length))];
    }

    int count() {
        return sorted.length;
    }
}
