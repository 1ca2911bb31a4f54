package org.undertone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.undertone.experiment.ExperimentResults.Comparison;
import org.undertone.experiment.ExperimentResults.Method;
import org.undertone.experiment.ExperimentResults.MetricColumn;
import org.undertone.experiment.MethodKind;

/** What the numbers say, in sentences that are chosen by the numbers alone, whichever way they point. */
final class Findings {
    /**
     * Something that the numbers say.
     *
     * @param claim what
     * @param evidence how well it is founded; may be empty
     */
    record Finding(String claim, String evidence) {}

    private static final double LEVEL = 0.05;
    private static final List<String> TELLING = List.of(MetricNotes.CCC, MetricNotes.UAR, MetricNotes.AUROC);
    private static final List<String> PAPERS = List.of(MetricNotes.ACCURACY, MetricNotes.MAE);

    private final ScoreLookup scores;
    private final Budgets budgets;
    private final Optional<Method> proposed;
    private final Optional<Method> baseline;

    Findings(ScoreLookup scores, Budgets budgets) {
        this.scores = scores;
        this.budgets = budgets;
        this.proposed = scores.methods(MethodKind.PROPOSED).stream().findFirst();
        this.baseline = scores.methods(MethodKind.BASELINE).stream().findFirst();
    }

    /** In the order of weight; none where there is nothing to compare. */
    List<Finding> list() {
        List<Finding> findings = new ArrayList<>();
        Optional<Integer> budget = budgets.nearestFocus(this::informative).or(budgets::focus);
        if (budget.isEmpty()) {
            return findings;
        }
        int focus = budget.get();
        List<MetricColumn> telling = scores.metrics(TELLING);
        if (proposed.isPresent() && baseline.isPresent()) {
            telling.forEach(metric -> headToHead(metric, focus).ifPresent(findings::add));
            telling.stream().limit(1).forEach(metric -> {
                overBudgets(metric).ifPresent(findings::add);
                control(metric, focus).ifPresent(findings::add);
            });
        } else {
            telling.forEach(metric -> leader(metric, focus).ifPresent(findings::add));
        }
        for (MetricColumn metric : scores.metrics(PAPERS)) {
            againstDummies(metric, focus).ifPresent(findings::add);
            budgets.largest()
                    .filter(largest -> largest != focus)
                    .flatMap(largest -> againstDummies(metric, largest))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    /** Whether what is compared in words has a score there. */
    private boolean informative(int budget) {
        return scores.metrics(TELLING).stream()
                .anyMatch(metric -> proposed.stream().allMatch(method -> scores.mean(method, budget, metric)
                                .isPresent())
                        && baseline.stream().allMatch(method -> scores.mean(method, budget, metric)
                                .isPresent()));
    }

    private Optional<Finding> headToHead(MetricColumn metric, int budget) {
        Method ours = proposed.orElseThrow();
        Method theirs = baseline.orElseThrow();
        OptionalDouble mine = scores.mean(ours, budget, metric);
        OptionalDouble other = scores.mean(theirs, budget, metric);
        if (mine.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        String verdict = mine.getAsDouble() == other.getAsDouble()
                ? "neither is ahead"
                : ScoreLookup.better(metric, mine.getAsDouble(), other.getAsDouble())
                        ? quoted(ours) + " is ahead"
                        : quoted(ours) + " is behind";
        return Optional.of(new Finding(
                "At " + budgets.name(budget) + ", " + quoted(ours) + " reaches " + metric.title() + " "
                        + value(ours, budget, metric) + " and " + quoted(theirs) + " " + value(theirs, budget, metric)
                        + ": "
                        + verdict + ".",
                scores.comparison(ours, theirs, budget, metric)
                        .map(Findings::test)
                        .orElse("No paired test was made.")));
    }

    private static String test(Comparison test) {
        if (Numbers.finite(test.p()).isEmpty()) {
            return "A paired test could not be computed.";
        }
        double decisive = Numbers.finite(test.holm()).orElse(test.p().getAsDouble());
        String numbers = "Mean difference " + Numbers.signed(test.meanDifference()) + " over " + test.pairs()
                + (test.pairs() == 1 ? " pair" : " pairs") + " of repeats, p = " + Numbers.probability(test.p())
                + " (Wilcoxon signed-rank), " + Numbers.probability(test.holm()) + " after Holm's correction: ";
        if (test.smallestP() >= LEVEL) {
            return numbers + "with so few repeats p cannot fall below "
                    + Numbers.probability(OptionalDouble.of(test.smallestP()))
                    + ", so no difference can be called significant here.";
        }
        return numbers + (decisive < LEVEL ? "significant" : "not significant") + " at the 5 % level.";
    }

    private Optional<Finding> overBudgets(MetricColumn metric) {
        int both = 0;
        int ahead = 0;
        for (int budget : budgets.numbered()) {
            OptionalDouble mine = scores.mean(proposed.orElseThrow(), budget, metric);
            OptionalDouble other = scores.mean(baseline.orElseThrow(), budget, metric);
            if (mine.isPresent() && other.isPresent()) {
                both++;
                ahead += ScoreLookup.better(metric, mine.getAsDouble(), other.getAsDouble()) ? 1 : 0;
            }
        }
        return both < 2
                ? Optional.empty()
                : Optional.of(new Finding(
                        "By " + metric.title() + ", " + quoted(proposed.orElseThrow()) + " has the better mean at "
                                + ahead + " of " + both + " budgets.",
                        ""));
    }

    private Optional<Finding> control(MetricColumn metric, int budget) {
        Optional<Method> control = scores.best(scores.methods(MethodKind.CONTROL), budget, metric);
        OptionalDouble mine = scores.mean(proposed.orElseThrow(), budget, metric);
        if (control.isEmpty() || mine.isEmpty()) {
            return Optional.empty();
        }
        boolean ahead = ScoreLookup.better(
                metric,
                mine.getAsDouble(),
                scores.mean(control.get(), budget, metric).getAsDouble());
        return Optional.of(new Finding(
                "The best control at " + budgets.name(budget) + " is " + quoted(control.get()) + " with "
                        + metric.title() + " " + value(control.get(), budget, metric) + ": "
                        + (ahead
                                ? quoted(proposed.orElseThrow()) + " is above it, by the means alone."
                                : "it does as well as " + quoted(proposed.orElseThrow())
                                        + " or better, so pre-training cannot be credited with a gain."),
                ""));
    }

    private Optional<Finding> leader(MetricColumn metric, int budget) {
        return scores.best(scores.results().methods(), budget, metric)
                .map(best -> new Finding(
                        "At " + budgets.name(budget) + ", " + quoted(best) + " has the best " + metric.title() + ", "
                                + value(best, budget, metric) + ".",
                        ""));
    }

    private Optional<Finding> againstDummies(MetricColumn metric, int budget) {
        Optional<Method> dummy = scores.best(scores.methods(MethodKind.DUMMY), budget, metric);
        Optional<Method> learner = scores.best(scores.learners(), budget, metric);
        if (dummy.isEmpty() || learner.isEmpty()) {
            return Optional.empty();
        }
        double least = scores.mean(dummy.get(), budget, metric).getAsDouble();
        double best = scores.mean(learner.get(), budget, metric).getAsDouble();
        String start = "By " + metric.title() + " at " + budgets.name(budget) + ", ";
        return Optional.of(
                ScoreLookup.better(metric, best, least)
                        ? new Finding(
                                start + "the best method, " + quoted(learner.get()) + " ("
                                        + value(learner.get(), budget, metric, ", ", "") + "), beats the best dummy, "
                                        + quoted(dummy.get()) + " (" + Numbers.score(least) + ").",
                                "")
                        : new Finding(
                                start + "no method beats the dummy " + quoted(dummy.get()) + " (" + Numbers.score(least)
                                        + "), which looks at no clip; the best is " + quoted(learner.get()) + " ("
                                        + value(learner.get(), budget, metric, ", ", "") + ").",
                                "Here this metric cannot tell learning from predicting nothing."));
    }

    private String value(Method method, int budget, MetricColumn metric) {
        return value(method, budget, metric, " (", ")");
    }

    /** The mean and, where there are repeats, the deviation between two marks. */
    private String value(Method method, int budget, MetricColumn metric, String open, String close) {
        var cell = scores.overall(method, budget, metric);
        long defined = cell.stream()
                .flatMap(c -> c.repeats().stream())
                .filter(OptionalDouble::isPresent)
                .count();
        return Numbers.score(Numbers.mean(cell))
                + (defined > 1 ? open + "sd " + Numbers.score(Numbers.deviation(cell)) + close : "");
    }

    private static String quoted(Method method) {
        return "“" + method.title() + "”";
    }
}
