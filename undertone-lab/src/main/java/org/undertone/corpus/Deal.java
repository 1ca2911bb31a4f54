package org.undertone.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Deals units, sets of clips that stay together, onto the sides of splits. */
final class Deal {
    private Deal() {}

    /** The clips of each group, groups in alphabetical order. */
    static List<int[]> byGroup(List<Utterance> utterances, int[] clips) {
        var groups = new TreeMap<String, List<Integer>>();
        for (int clip : clips) {
            groups.computeIfAbsent(utterances.get(clip).group(), group -> new ArrayList<>())
                    .add(clip);
        }
        return groups.values().stream().map(Deal::toArray).toList();
    }

    static int[] toArray(List<Integer> clips) {
        return clips.stream().mapToInt(Integer::intValue).toArray();
    }

    static void requireTwoGroups(List<int[]> groups) {
        if (groups.size() < 2) {
            throw new IllegalArgumentException("a split that keeps groups apart needs 2 groups or more, but there "
                    + (groups.isEmpty() ? "are no clips" : "is 1")
                    + "; import with a groups file, or use the random rule");
        }
    }

    static void requireShare(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share of evaluation clips must lie in (0, 1) but is " + share);
        }
    }

    /**
     * Draws units until the share is met as nearly as the next one allows; at least one unit stays on each side.
     *
     * @param units two or more
     */
    static Split share(List<int[]> units, int clips, double share, long seed) {
        double wished = share * clips;
        int[] order = new Shuffle(seed).order(units.size());
        int taken = 0;
        int drawn = 0;
        while (drawn < units.size() - 1) {
            int with = taken + units.get(order[drawn]).length;
            boolean nearer = Math.abs(with - wished) < Math.abs(taken - wished);
            if (drawn > 0 && !nearer) {
                break;
            }
            taken = with;
            drawn++;
        }
        return new Split(gather(units, order, drawn, order.length), gather(units, order, 0, drawn));
    }

    /** Deals units onto {@code folds} sides, the largest first, each to the side with the fewest clips. */
    static List<int[]> balanced(List<int[]> units, int folds, long seed) {
        List<int[]> shuffled = new ArrayList<>();
        for (int unit : new Shuffle(seed).order(units.size())) {
            shuffled.add(units.get(unit));
        }
        shuffled.sort(Comparator.comparingInt((int[] unit) -> unit.length).reversed());
        List<List<Integer>> sides = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            sides.add(new ArrayList<>());
        }
        for (int[] unit : shuffled) {
            List<Integer> smallest =
                    sides.stream().min(Comparator.comparingInt(List::size)).orElseThrow();
            Arrays.stream(unit).forEach(smallest::add);
        }
        return sides.stream().map(side -> sorted(toArray(side))).toList();
    }

    static int[] sorted(int[] clips) {
        Arrays.sort(clips);
        return clips;
    }

    private static int[] gather(List<int[]> units, int[] order, int from, int to) {
        return Arrays.stream(order, from, to)
                .boxed()
                .flatMapToInt(unit -> Arrays.stream(units.get(unit)))
                .sorted()
                .toArray();
    }
}
