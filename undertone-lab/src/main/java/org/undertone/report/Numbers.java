package org.undertone.report;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.undertone.experiment.ExperimentResults.Cell;
import org.undertone.experiment.ExperimentResults.Interval;

/** Numbers as text, the same in every locale. What is not finite is a dash. */
final class Numbers {
    /** Stands where there is no value. */
    static final String NONE = "–";

    private static final double SMALLEST_P_SHOWN = 0.001;

    private Numbers() {}

    static String score(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.equals("-0.000") ? "0.000" : text.replace('-', '−');
    }

    static String score(OptionalDouble value) {
        return value.isPresent() ? score(value.getAsDouble()) : NONE;
    }

    /** Two decimals, as the paper prints its table 1. */
    static String coarse(OptionalDouble value) {
        return value.isPresent() && Double.isFinite(value.getAsDouble())
                ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()).replace('-', '−')
                : NONE;
    }

    /** Such as {@code 0.312 ± 0.040}; without the deviation where there is one repeat. */
    static String spread(Optional<Cell> cell) {
        OptionalDouble mean = mean(cell);
        if (mean.isEmpty()) {
            return NONE;
        }
        long defined = cell.orElseThrow().repeats().stream()
                .filter(OptionalDouble::isPresent)
                .count();
        return defined < 2 ? score(mean) : score(mean) + " ± " + score(deviation(cell));
    }

    /** The mean, if there is a finite one. */
    static OptionalDouble mean(Optional<Cell> cell) {
        return finite(cell.map(Cell::mean).orElse(OptionalDouble.empty()));
    }

    /** The standard deviation, 0 where there is none. */
    static double deviation(Optional<Cell> cell) {
        return finite(cell.map(Cell::standardDeviation).orElse(OptionalDouble.empty()))
                .orElse(0);
    }

    static OptionalDouble finite(OptionalDouble value) {
        return value.isPresent() && Double.isFinite(value.getAsDouble()) ? value : OptionalDouble.empty();
    }

    static String signed(double value) {
        String text = score(value);
        return text.equals(NONE) || text.startsWith("−") || text.equals("0.000") ? text : "+" + text;
    }

    static String probability(OptionalDouble p) {
        if (finite(p).isEmpty()) {
            return NONE;
        }
        double value = p.getAsDouble();
        return value < SMALLEST_P_SHOWN ? "< 0.001" : String.format(Locale.ROOT, "%.3f", value);
    }

    /** Labels, or a ratio of labels: one decimal below 10, none above. */
    static String labels(OptionalDouble value) {
        if (finite(value).isEmpty()) {
            return NONE;
        }
        double number = value.getAsDouble();
        return String.format(Locale.ROOT, number < 10 ? "%.1f" : "%,.0f", number);
    }

    static String range(Interval interval) {
        return labels(OptionalDouble.of(interval.low())) + " to " + labels(OptionalDouble.of(interval.high()));
    }

    static String count(int value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
