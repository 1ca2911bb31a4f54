package org.undertone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.undertone.experiment.ExperimentResults.Comparison;
import org.undertone.experiment.ExperimentResults.Efficiency;
import org.undertone.experiment.ExperimentResults.LabelStatistics;
import org.undertone.experiment.ExperimentResults.Method;
import org.undertone.experiment.ExperimentResults.MetricColumn;
import org.undertone.experiment.ExperimentResults.Table1Row;
import org.undertone.report.PageTable.Block;
import org.undertone.report.PageTable.Entry;
import org.undertone.report.PageTable.Row;

/** Tables that set methods against each other, against the paper, and the labels in numbers. */
final class ComparisonTables {
    private final ScoreLookup scores;
    private final Budgets budgets;

    ComparisonTables(ScoreLookup scores, Budgets budgets) {
        this.scores = scores;
        this.budgets = budgets;
    }

    /** Paired tests at these budgets, grouped by metric and budget; empty where nothing was compared. */
    List<PageTable> tests(List<Integer> shown) {
        List<Block> blocks = new ArrayList<>();
        for (MetricColumn metric : scores.results().metrics()) {
            for (int budget : shown) {
                List<Row> rows = scores.results().comparisons().stream()
                        .filter(test -> test.metric().equals(metric.id()) && test.budget() == budget)
                        .map(this::row)
                        .toList();
                if (!rows.isEmpty()) {
                    blocks.add(new Block(ScoreTables.title(metric) + ", " + budgets.name(budget), rows));
                }
            }
        }
        List<String> head = List.of(
                "Comparison", "Mean difference", "p", "p after Holm", "Smallest p possible", "Rank-biserial", "Pairs");
        return blocks.isEmpty()
                ? List.of()
                : List.of(new PageTable(
                        "Paired tests over repeats",
                        head,
                        blocks,
                        List.of("Wilcoxon signed-rank, two-sided; Holm's correction is over the methods compared at one"
                                + " budget by one metric. With few repeats p cannot become small, however large the"
                                + " difference: see the column \"smallest p possible\". The rank-biserial correlation is"
                                + " 1 where the first is higher in every repeat, −1 where it is lower in every one.")));
    }

    private Row row(Comparison test) {
        return new Row(
                scores.title(test.method()) + " − " + scores.title(test.reference()),
                "",
                List.of(
                        Entry.of(Numbers.signed(test.meanDifference())),
                        Entry.of(Numbers.probability(test.p())),
                        Entry.of(Numbers.probability(test.holm())),
                        Entry.of(Numbers.probability(OptionalDouble.of(test.smallestP()))),
                        Entry.of(signed(test.effect())),
                        Entry.of(Numbers.count(test.pairs()))));
    }

    private static String signed(OptionalDouble value) {
        return value.isPresent() ? Numbers.signed(value.getAsDouble()) : Numbers.NONE;
    }

    /** Label efficiency, grouped by metric; empty where it was not computed. */
    List<PageTable> efficiency() {
        List<Block> blocks = new ArrayList<>();
        for (MetricColumn metric : scores.results().metrics()) {
            List<Row> rows = scores.results().efficiencies().stream()
                    .filter(efficiency -> efficiency.metric().equals(metric.id()))
                    .map(this::row)
                    .toList();
            if (!rows.isEmpty()) {
                blocks.add(new Block(ScoreTables.title(metric), rows));
            }
        }
        return blocks.isEmpty()
                ? List.of()
                : List.of(new PageTable(
                        "Label efficiency",
                        List.of(
                                "Method",
                                "Normalised area",
                                "Labels-to-match ratio",
                                "95 % interval",
                                "Baseline overtakes at",
                                "Remarks"),
                        blocks,
                        List.of("Normalised area under the learning curve over log2(labels): 0 is the best dummy, 1 the"
                                + " best score with the most labels. Labels-to-match: labels that the baseline needs for"
                                + " this method's score, over the labels this method needs; above 1, it needs fewer."
                                + " Interval: bootstrap over repeats.")));
    }

    private Row row(Efficiency efficiency) {
        return new Row(
                scores.title(efficiency.method()),
                "",
                List.of(
                        Entry.of(Numbers.score(efficiency.area())),
                        Entry.of(Numbers.labels(efficiency.labelsToMatch())),
                        Entry.of(efficiency
                                .labelsToMatchInterval()
                                .map(Numbers::range)
                                .orElse(Numbers.NONE)),
                        Entry.of(Numbers.labels(efficiency.crossing())),
                        Entry.words(efficiency.note())));
    }

    /** The counterpart of the paper's table 1. */
    PageTable table1() {
        List<String> head = new ArrayList<>(List.of("System"));
        scores.results().emotions().forEach(emotion -> head.add(CurveFigures.capital(emotion)));
        head.add("Source");
        List<Row> rows = new ArrayList<>();
        for (Table1Row line : scores.results().table1()) {
            List<Entry> cells = new ArrayList<>(
                    line.values().stream().map(Numbers::coarse).map(Entry::of).toList());
            cells.add(Entry.words(line.source()));
            boolean dummy = scores.results().methods().stream()
                    .anyMatch(method -> method.kind() == org.undertone.experiment.MethodKind.DUMMY
                            && method.title().equals(line.title()));
            rows.add(new Row(line.title(), dummy ? "dummy" : "", cells));
        }
        return new PageTable(
                "F1 of the class \"rounds to 0\" †, the counterpart of the paper's table 1",
                head,
                List.of(new Block("", rows)),
                List.of(
                        "† Always answering 0 scores high here wherever an emotion is rare. On the labels of CMU-MOSEI it"
                                + " gets .792, .928, .930, .985, .951 and .984, .928 on average, where the paper's SSL has .927: this score"
                                + " cannot show that anything was learned. It stands here for comparison only, and rows of"
                                + " different corpora do not compare."));
    }

    /** Labels in numbers. */
    PageTable labels() {
        LabelStatistics labels = scores.results().labels();
        List<Row> rows = new ArrayList<>();
        for (int e = 0; e < scores.results().emotions().size(); e++) {
            List<Entry> cells = new ArrayList<>();
            cells.add(Entry.of(Numbers.count(labels.present().get(e))));
            labels.rounded().get(e).forEach(count -> cells.add(Entry.of(Numbers.count(count))));
            rows.add(new Row(CurveFigures.capital(scores.results().emotions().get(e)), "", cells));
        }
        return new PageTable(
                "Clips by emotion, " + Numbers.count(labels.clips()) + " labelled clips in all",
                List.of("Emotion", "Present (above 0)", "Rounds to 0", "1", "2", "3"),
                List.of(new Block("", rows)),
                List.of());
    }

    /** What took part. */
    PageTable methods() {
        List<Row> rows = new ArrayList<>();
        for (Method method : scores.results().methods()) {
            String part =
                    switch (method.kind()) {
                        case PROPOSED -> "proposed";
                        case BASELINE -> "baseline";
                        case CONTROL -> "control";
                        default -> "dummy";
                    };
            rows.add(new Row(
                    method.title(),
                    "",
                    List.of(Entry.words(part), Entry.words(method.id()), Entry.words(method.summary()))));
        }
        return new PageTable(
                "Methods",
                List.of("Method", "Part", "Name on the command line", "What it does"),
                List.of(new Block("", rows)),
                List.of());
    }

    /** What the scores mean. */
    PageTable metrics() {
        List<Row> rows = new ArrayList<>();
        for (MetricColumn metric : scores.results().metrics()) {
            MetricNotes notes = MetricNotes.of(metric);
            rows.add(new Row(
                    ScoreTables.title(metric),
                    "",
                    List.of(Entry.words(notes.meaning()), Entry.words(notes.constant()))));
        }
        return new PageTable(
                "Metrics",
                List.of("Metric", "What it is", "What a constant prediction gets"),
                List.of(new Block("", rows)),
                List.of(
                        "† Can be fooled by a prediction that is the same for every clip. An emotion for which a metric is"
                                + " undefined is left out of its mean."));
    }
}
