package org.undertone.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The axis of label budgets: base-2 logarithm, so that 20 and 1,200 labels can both be read; the budget of all labels
 * stands apart at the right.
 */
final class LabelAxis {
    /** A mark with its label; empty for a mark alone. */
    record Tick(double position, String label) {}

    private static final double PADDING = 0.035;
    private static final double APART = 0.13;
    private static final double LEAST_APART = 0.5;
    private static final double DODGE_SHARE = 0.12;
    private static final double WIDEST_DODGE = 0.24;
    private static final int SMALLEST = 1;
    private static final int LARGEST = 1 << 28;

    private final List<Integer> budgets;
    private final Optional<Integer> all;
    private final double first;
    private final double last;
    private final double allPosition;

    LabelAxis(List<Integer> budgets, Optional<Integer> allLabels) {
        this.all = allLabels.filter(budgets::contains);
        this.budgets = budgets.stream().filter(n -> !Optional.of(n).equals(all)).toList();
        this.first = this.budgets.isEmpty() ? 0 : log(this.budgets.get(0));
        this.last = this.budgets.isEmpty() ? 0 : log(this.budgets.get(this.budgets.size() - 1));
        this.allPosition = this.budgets.isEmpty() ? 0 : last + Math.max(LEAST_APART, APART * (last - first));
    }

    private static double log(double labels) {
        return Math.log(labels) / Math.log(2);
    }

    /** Where a budget lies. */
    double position(int budget) {
        return isAll(budget) ? allPosition : log(budget);
    }

    /** Whether this budget means all labels. */
    boolean isAll(int budget) {
        return all.isPresent() && all.get() == budget;
    }

    /** Where the budgets end and all labels begin, if both are there. */
    Optional<Double> gap() {
        return all.isPresent() && !budgets.isEmpty() ? Optional.of((last + allPosition) / 2) : Optional.empty();
    }

    private double end() {
        return all.isPresent() ? allPosition : last;
    }

    double low() {
        return first - padding();
    }

    double high() {
        return end() + padding();
    }

    private double padding() {
        return end() > first ? Math.max(PADDING * (end() - first), 0.7 * WIDEST_DODGE) : LEAST_APART;
    }

    /**
     * How far apart the points of all methods at a budget may be moved sideways together, so that error bars do not hide
     * each other: half the way to the next budget at most.
     */
    double dodge(int budget) {
        double here = position(budget);
        double nearest = end() > first ? Math.min(2 * WIDEST_DODGE, DODGE_SHARE * (end() - first)) : 2 * WIDEST_DODGE;
        for (int other : budgets) {
            if (other != budget) {
                nearest = Math.min(nearest, Math.abs(position(other) - here));
            }
        }
        return nearest / 2;
    }

    /**
     * Labelled marks at the ends and at round numbers between, as far as they fit, and a mark at every budget.
     *
     * @param pixels of one unit of the axis
     * @param room pixels that a label needs
     */
    List<Tick> ticks(double pixels, double room) {
        List<Tick> ticks = new ArrayList<>();
        all.ifPresent(n -> ticks.add(new Tick(allPosition, "all (" + Numbers.count(n) + ")")));
        if (!budgets.isEmpty()) {
            addFitting(ticks, budgets.get(0), pixels, room);
            addFitting(ticks, budgets.get(budgets.size() - 1), pixels, room);
            for (int n : between()) {
                addFitting(ticks, n, pixels, room);
            }
        }
        for (int budget : budgets) {
            if (ticks.stream().noneMatch(tick -> tick.position() == log(budget))) {
                ticks.add(new Tick(log(budget), ""));
            }
        }
        ticks.sort(Comparator.comparingDouble(Tick::position));
        return ticks;
    }

    /** 1, 2, 5, 10, 20, 50 and 100 times the powers of two, and the only budgets where there are few. */
    private TreeSet<Integer> between() {
        TreeSet<Integer> round = new TreeSet<>(List.of(SMALLEST, 2, 5, 10, 20, 50));
        for (int n = 100; n < LARGEST; n *= 2) {
            round.add(n);
        }
        round.removeIf(n -> n <= budgets.get(0) || n >= budgets.get(budgets.size() - 1));
        return round;
    }

    private static void addFitting(List<Tick> ticks, int labels, double pixels, double room) {
        double position = log(labels);
        boolean fits = ticks.stream()
                .filter(tick -> !tick.label().isEmpty())
                .allMatch(tick -> Math.abs(tick.position() - position) * pixels
                        >= (tick.label().startsWith("all") ? 1.5 * room : room));
        if (fits) {
            ticks.add(new Tick(position, Numbers.count(labels)));
        }
    }
}
