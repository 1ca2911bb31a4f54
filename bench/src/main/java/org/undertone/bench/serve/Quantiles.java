package org.undertone.bench.serve;

import java.util.List;

/** Values in order, asked by their rank. */
final class Quantiles {
    private final double[] sorted;

    Quantiles(List<Double> values) {
        sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** The smallest value that is not less than a share of all; NaN where there is none. */
    double at(double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
    }

    int count() {
        return sorted.length;
    }
}
