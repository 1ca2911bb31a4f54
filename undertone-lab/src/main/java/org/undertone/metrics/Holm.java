package org.undertone.metrics;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The step-down correction for several tests at once (Holm, "A simple sequentially rejective multiple test procedure",
 * Scandinavian Journal of Statistics 6, 1979): keeps the chance of any false finding at the level, whatever the
 * dependence between the tests.
 */
public final class Holm {
    private Holm() {}

    /**
     * Adjusted p values, in the order of the given ones: of m tests, the k-th smallest p becomes
     * {@code max over j <= k of min(1, (m - j + 1) p_j)}.
     *
     * @param p [test], in [0, 1]
     */
    public static double[] adjust(double[] p) {
        for (int test = 0; test < p.length; test++) {
            if (!(p[test] >= 0 && p[test] <= 1)) {
                throw new IllegalArgumentException("p must lie in [0, 1] but that of test " + test + " is " + p[test]);
            }
        }
        var ascending = new Integer[p.length];
        Arrays.setAll(ascending, test -> test);
        Arrays.sort(ascending, Comparator.comparingDouble(test -> p[test]));
        var adjusted = new double[p.length];
        double largest = 0;
        for (int k = 0; k < p.length; k++) {
            int test = ascending[k];
            largest = Math.max(largest, Math.min(1, (p.length - k) * p[test]));
            adjusted[test] = largest;
        }
        return adjusted;
    }
}
