package org.undertone.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.undertone.experiment.ExperimentResults;

/** Which budgets a page shows first, and what it calls them. */
final class Budgets {
    private static final int FOCUS = 50;
    private static final List<Integer> SHOWN = List.of(FOCUS, 95, 200);

    private final List<Integer> every;
    private final List<Integer> numbered;
    private final Optional<Integer> all;

    Budgets(ExperimentResults results) {
        this.every = results.budgets();
        this.all = results.allLabels().filter(every::contains);
        List<Integer> without =
                every.stream().filter(n -> !Optional.of(n).equals(all)).toList();
        this.numbered = without.isEmpty() ? every : without;
    }

    /** All of them. */
    List<Integer> every() {
        return every;
    }

    /** Those that are numbers of labels, without the one of all labels. */
    List<Integer> numbered() {
        return numbered;
    }

    /** The one nearest to 50 labels, at which methods are compared in words. */
    Optional<Integer> focus() {
        return nearest(FOCUS);
    }

    /** The one nearest to 50 labels of those that fulfil a condition. */
    Optional<Integer> nearestFocus(IntPredicate condition) {
        return numbered.stream().filter(condition::test).min(Comparator.comparingInt(n -> Math.abs(n - FOCUS)));
    }

    /** The largest number of labels. */
    Optional<Integer> largest() {
        return numbered.isEmpty() ? Optional.empty() : Optional.of(numbered.get(numbered.size() - 1));
    }

    /** The first, those nearest to 50, 95 and 200 labels, the largest, and all labels. */
    List<Integer> shown() {
        TreeSet<Integer> shown = new TreeSet<>();
        if (!numbered.isEmpty()) {
            shown.add(numbered.get(0));
            SHOWN.forEach(n -> shown.add(nearest(n).orElseThrow()));
            shown.add(largest().orElseThrow());
        }
        List<Integer> ordered = new ArrayList<>(shown);
        all.filter(n -> !ordered.contains(n)).ifPresent(ordered::add);
        return ordered;
    }

    private Optional<Integer> nearest(int labels) {
        return numbered.stream().min(Comparator.comparingInt(n -> Math.abs(n - labels)));
    }

    /** Such as {@code 50 labels}, {@code all 428 labels}. */
    String name(int budget) {
        boolean isAll = Optional.of(budget).equals(all);
        return (isAll ? "all " : "") + Numbers.count(budget) + (budget == 1 ? " label" : " labels");
    }
}
