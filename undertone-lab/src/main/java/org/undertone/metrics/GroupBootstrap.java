package org.undertone.metrics;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A percentile 95 % interval by resampling whole groups (speakers, videos) with replacement (Efron, "Bootstrap methods",
 * Annals of Statistics 7, 1979): items of one group are alike, so the groups are what was sampled.
 */
public final class GroupBootstrap {
    /** Below, too few different resamples exist for the ends to mean anything. */
    public static final int FEWEST_GROUPS = 10;

    private GroupBootstrap() {}

    /** As {@link #estimate}, without the reason where there is none. */
    public static Optional<Interval> interval(
            int[] groupOfItem, ToDoubleFunction<int[]> statisticOfItems, int resamples, long seed) {
        return estimate(groupOfItem, statisticOfItems, resamples, seed).interval();
    }

    /**
     * The interval of a statistic, or why there is none: fewer than {@value #FEWEST_GROUPS} groups, or more than 5 % of
     * the resamples undefined (below that share they are left out).
     *
     * @param groupOfItem [item], any numbers that tell groups apart
     * @param statisticOfItems gets indices of items, those of a group drawn twice twice; NaN where undefined
     * @param resamples at least 100; 1000 or more for a figure to be printed
     * @param seed the same seed gives the same interval
     */
    public static IntervalEstimate estimate(
            int[] groupOfItem, ToDoubleFunction<int[]> statisticOfItems, int resamples, long seed) {
        return estimates(groupOfItem, items -> new double[] {statisticOfItems.applyAsDouble(items)}, 1, resamples, seed)
                .get(0);
    }

    /**
     * Intervals of several statistics over the same resamples, as {@link #estimate} gives them one by one.
     *
     * @param statisticsOfItems gets indices of items and returns the value of each statistic, NaN where undefined
     * @param count number of statistics
     */
    public static List<IntervalEstimate> estimates(
            int[] groupOfItem, Function<int[], double[]> statisticsOfItems, int count, int resamples, long seed) {
        Resampling.check(resamples);
        int[][] members = members(groupOfItem);
        if (members.length < FEWEST_GROUPS) {
            return Collections.nCopies(
                    count,
                    IntervalEstimate.undefined("an interval over groups needs at least " + FEWEST_GROUPS
                            + " groups but there are " + members.length));
        }
        var resampling = new Resampling(seed);
        var outcomes = new double[count][resamples];
        for (int i = 0; i < resamples; i++) {
            int[] items = Arrays.stream(resampling.draw(members.length))
                    .flatMap(group -> Arrays.stream(members[group]))
                    .toArray();
            double[] values = statisticsOfItems.apply(items);
            for (int statistic = 0; statistic < count; statistic++) {
                outcomes[statistic][i] = values[statistic];
            }
        }
        return Arrays.stream(outcomes).map(Resampling::percentiles).toList();
    }

    /** [group][item], groups by ascending number, items ascending. */
    private static int[][] members(int[] groupOfItem) {
        int[] groups = Arrays.stream(groupOfItem).sorted().distinct().toArray();
        var sizes = new int[groups.length];
        for (int group : groupOfItem) {
            sizes[Arrays.binarySearch(groups, group)]++;
        }
        var members = new int[groups.length][];
        Arrays.setAll(members, group -> new int[sizes[group]]);
        var filled = new int[groups.length];
        for (int item = 0; item < groupOfItem.length; item++) {
            int group = Arrays.binarySearch(groups, groupOfItem[item]);
            members[group][filled[group]++] = item;
        }
        return members;
    }
}
