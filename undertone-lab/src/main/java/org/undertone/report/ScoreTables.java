package org.undertone.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.undertone.experiment.ExperimentResults;
import org.undertone.experiment.ExperimentResults.Cell;
import org.undertone.experiment.ExperimentResults.Method;
import org.undertone.experiment.ExperimentResults.MetricColumn;
import org.undertone.experiment.MethodKind;
import org.undertone.report.PageTable.Block;
import org.undertone.report.PageTable.Entry;
import org.undertone.report.PageTable.Row;

/** Scores as tables; every method and every dummy is in each. */
final class ScoreTables {
    private static final List<String> KEY =
            List.of(MetricNotes.MAE, MetricNotes.ACCURACY, "qwk", MetricNotes.CCC, MetricNotes.UAR, MetricNotes.AUROC);
    private static final int MOST_KEYS = 6;
    private static final String FOOLED =
            "† A prediction that is the same for every clip can score well here, because most"
                    + " intensities are 0; compare with the dummies in the last rows before reading anything into it.";
    private static final String BEST = "Bold: best mean of its group of rows, dummies included.";

    private final ScoreLookup scores;
    private final Budgets budgets;

    ScoreTables(ScoreLookup scores, Budgets budgets) {
        this.scores = scores;
        this.budgets = budgets;
    }

    /** The metrics that are shown first. */
    List<MetricColumn> keyMetrics() {
        List<MetricColumn> known = scores.metrics(KEY);
        return known.isEmpty()
                ? scores.results().metrics().stream().limit(MOST_KEYS).toList()
                : known;
    }

    /** The main metrics at a few budgets. */
    PageTable key() {
        List<MetricColumn> metrics = keyMetrics();
        List<Block> blocks = budgets.shown().stream()
                .map(budget -> new Block(CurveFigures.capital(budgets.name(budget)), rows(budget, metrics)))
                .toList();
        return new PageTable(
                "Mean" + spread() + ", all emotions together",
                head("Method", metrics),
                blocks,
                notes(metrics, budgets.shown()));
    }

    private List<Row> rows(int budget, List<MetricColumn> metrics) {
        return scores.results().methods().stream()
                .map(method -> row(
                        method,
                        metrics.stream()
                                .map(metric -> entry(method, budget, metric, ExperimentResults.OVERALL))
                                .toList()))
                .toList();
    }

    /** One metric at every budget. */
    PageTable full(MetricColumn metric) {
        List<Method> methods = scores.results().methods();
        List<String> head = new ArrayList<>(List.of("Labels"));
        methods.forEach(method -> head.add(method.title()));
        List<Row> rows = new ArrayList<>();
        for (int budget : budgets.every()) {
            List<Entry> cells = methods.stream()
                    .map(method -> entry(method, budget, metric, ExperimentResults.OVERALL))
                    .toList();
            rows.add(new Row(budgets.name(budget), "", cells));
        }
        return new PageTable(
                title(metric) + spread(), head, List.of(new Block("", rows)), notes(List.of(metric), budgets.every()));
    }

    /** The main metrics for each emotion at one budget. */
    PageTable byEmotion(int budget) {
        List<MetricColumn> metrics = keyMetrics();
        List<String> emotions = scores.results().emotions();
        List<String> head = new ArrayList<>(List.of("Method"));
        emotions.forEach(emotion -> head.add(CurveFigures.capital(emotion)));
        List<Block> blocks = new ArrayList<>();
        for (MetricColumn metric : metrics) {
            List<Row> rows = scores.results().methods().stream()
                    .map(method -> row(
                            method,
                            emotions.stream()
                                    .map(emotion -> entry(method, budget, metric, emotion))
                                    .toList()))
                    .toList();
            blocks.add(new Block(title(metric), rows));
        }
        List<String> notes = new ArrayList<>();
        fooled(metrics).ifPresent(notes::add);
        notes.add(BEST);
        notes.addAll(undefined(metrics, budget));
        return new PageTable(
                CurveFigures.capital(budgets.name(budget)) + ": mean" + spread() + " per emotion", head, blocks, notes);
    }

    private static Row row(Method method, List<Entry> cells) {
        String kind =
                method.kind() == MethodKind.DUMMY ? "dummy" : method.kind() == MethodKind.PROPOSED ? "proposed" : "";
        return new Row(method.title(), kind, cells);
    }

    private Entry entry(Method method, int budget, MetricColumn metric, String emotion) {
        Optional<Cell> cell = scores.cell(method, budget, metric, emotion);
        String text = Numbers.spread(cell);
        return isBest(cell, budget, metric, emotion) ? Entry.best(text) : Entry.of(text);
    }

    private boolean isBest(Optional<Cell> cell, int budget, MetricColumn metric, String emotion) {
        if (Numbers.mean(cell).isEmpty() || MetricNotes.descriptive(metric)) {
            return false;
        }
        double mean = Numbers.mean(cell).getAsDouble();
        return scores.results().methods().stream()
                .map(other -> Numbers.mean(scores.cell(other, budget, metric, emotion)))
                .noneMatch(other -> other.isPresent() && ScoreLookup.better(metric, other.getAsDouble(), mean));
    }

    private static List<String> head(String first, List<MetricColumn> metrics) {
        List<String> head = new ArrayList<>(List.of(first));
        metrics.forEach(metric -> head.add(title(metric)));
        return head;
    }

    /** With an arrow to where it is better, and a dagger where a constant can fool it. */
    static String title(MetricColumn metric) {
        String arrow = MetricNotes.descriptive(metric) ? "" : metric.higherIsBetter() ? " ↑" : " ↓";
        return metric.title() + arrow + (metric.foolable() ? " †" : "");
    }

    private String spread() {
        return scores.results().repeats() > 1
                ? " ± standard deviation over " + scores.results().repeats() + " repeats"
                : " (one repeat)";
    }

    private List<String> notes(List<MetricColumn> metrics, List<Integer> shown) {
        List<String> notes = new ArrayList<>();
        fooled(metrics).ifPresent(notes::add);
        missing(metrics, shown).ifPresent(notes::add);
        notes.add(BEST + " Arrows point to where it is better.");
        Map<String, List<String>> partial = new TreeMap<>();
        for (MetricColumn metric : metrics) {
            Set<Integer> counted = new TreeSet<>();
            scores.results().cells().stream()
                    .filter(cell -> cell.metric().equals(metric.id())
                            && cell.emotion().equals(ExperimentResults.OVERALL)
                            && Numbers.mean(Optional.of(cell)).isPresent())
                    .forEach(cell -> counted.add(cell.emotionsCounted()));
            int emotions = scores.results().emotions().size();
            if (counted.stream().anyMatch(count -> count != emotions)) {
                String over = String.join(
                        " or ", counted.stream().map(String::valueOf).toList());
                partial.computeIfAbsent(over + " of " + emotions, key -> new ArrayList<>())
                        .add(metric.title());
            }
        }
        partial.forEach((over, titles) ->
                notes.add("Over " + over + " emotions, undefined for the rest: " + String.join("; ", titles) + "."));
        return notes;
    }

    /** Says what a dash means, where there is one. */
    private Optional<String> missing(List<MetricColumn> metrics, List<Integer> shown) {
        boolean missing = metrics.stream()
                .anyMatch(metric -> shown.stream().anyMatch(budget -> scores.results().methods().stream()
                        .anyMatch(method -> scores.mean(method, budget, metric).isEmpty())));
        return missing
                ? Optional.of(Numbers.NONE + " The method was not run with these labels, or its score is undefined.")
                : Optional.empty();
    }

    private static Optional<String> fooled(List<MetricColumn> metrics) {
        return metrics.stream().anyMatch(MetricColumn::foolable) ? Optional.of(FOOLED) : Optional.empty();
    }

    private List<String> undefined(List<MetricColumn> metrics, int budget) {
        Set<String> reasons = new LinkedHashSet<>();
        for (MetricColumn metric : metrics) {
            for (String emotion : scores.results().emotions()) {
                for (Method method : scores.results().methods()) {
                    scores.cell(method, budget, metric, emotion)
                            .filter(cell -> Numbers.mean(Optional.of(cell)).isEmpty()
                                    && !cell.undefined().isEmpty())
                            .ifPresent(cell -> reasons.add(Numbers.NONE + " " + CurveFigures.capital(emotion) + ": "
                                    + cell.undefined() + "."));
                }
            }
        }
        return List.copyOf(reasons);
    }
}
