package org.undertone.metrics;

import java.util.Arrays;
import java.util.Comparator;

/** The order of numbers, where equal ones (0 and -0 are equal) share a place. */
final class Ranks {
    private Ranks() {}

    /** Indices by ascending value. */
    static int[] ascending(double[] values) {
        var order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** Where the run of equal values ends that begins at this place of the order. */
    static int endOfTie(double[] values, int[] order, int first) {
        int end = first + 1;
        while (end < order.length && values[order[end]] == values[order[first]]) {
            end++;
        }
        return end;
    }

    /** [i]: twice the mid-rank, 2 to 2n: a whole number, ties or not. */
    static double[] doubled(double[] values) {
        int[] order = ascending(values);
        var ranks = new double[values.length];
        int first = 0;
        while (first < order.length) {
            int end = endOfTie(values, order, first);
            for (int place = first; place < end; place++) {
                ranks[order[place]] = first + 1 + end;
            }
            first = end;
        }
        return ranks;
    }
}
