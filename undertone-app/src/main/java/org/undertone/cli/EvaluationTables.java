package org.undertone.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.undertone.experiment.Evaluation;
import org.undertone.metrics.IntervalEstimate;
import org.undertone.metrics.Metric;
import org.undertone.metrics.Score;
import org.undertone.metrics.Scores;

/** An evaluation for people: a table per emotion and overall for the main metrics, then the others overall. */
final class EvaluationTables {
    private static final List<Metric> MAIN =
            List.of(Metric.CCC, Metric.UAR, Metric.AUROC, Metric.MAE, Metric.ACCURACY4);
    private static final String OVERALL = "overall";

    private final Evaluation evaluation;

    EvaluationTables(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    void print(PrintStream out) {
        out.println(Figures.count(evaluation.clips()) + " labelled clips of " + Figures.count(evaluation.groups())
                + (evaluation.groups() == 1 ? " group" : " groups"));
        for (Metric metric : MAIN) {
            out.println();
            out.println(metric.title() + ": " + metric.meaning());
            byEmotion(metric).print(out);
            reasons(metric).forEach(out::println);
        }
        out.println();
        out.println("the other metrics, overall");
        others().print(out);
        withoutInterval().forEach(out::println);
    }

    private TextTable byEmotion(Metric metric) {
        boolean interval = hasInterval(metric);
        var table = TextTable.of(headings("emotion", interval));
        for (int emotion = 0; emotion <= evaluation.emotions().size(); emotion++) {
            List<String> row = new ArrayList<>();
            row.add(name(emotion));
            for (Evaluation.Rated system : evaluation.systems()) {
                row.add(text(score(system.scores(), metric, emotion)));
                if (interval && row.size() == 2) {
                    row.add(text(evaluation.intervals().get(metric).get(emotion)));
                }
            }
            table.row(row.toArray(String[]::new));
        }
        return table;
    }

    private TextTable others() {
        var table = TextTable.of(headings("metric", false));
        Arrays.stream(Metric.values()).filter(metric -> !MAIN.contains(metric)).forEach(metric -> {
            List<String> row = new ArrayList<>();
            row.add(metric.title());
            evaluation.systems().forEach(system -> row.add(text(system.scores().overall(metric))));
            table.row(row.toArray(String[]::new));
        });
        return table;
    }

    private String[] headings(String first, boolean interval) {
        List<String> headings = new ArrayList<>();
        headings.add(first);
        for (Evaluation.Rated system : evaluation.systems()) {
            headings.add(system.id());
            if (interval && headings.size() == 2) {
                headings.add("95 % interval");
            }
        }
        return headings.toArray(String[]::new);
    }

    /** Why a score of the model is undefined, a line for each emotion. */
    private List<String> reasons(Metric metric) {
        Scores scores = evaluation.systems().get(0).scores();
        List<String> lines = new ArrayList<>();
        for (int emotion = 0; emotion < scores.emotions(); emotion++) {
            Score score = scores.emotion(metric, emotion);
            if (!score.defined()) {
                lines.add("no value for " + name(emotion) + ": " + score.reason());
            }
        }
        int counted = scores.emotionsCounted(metric);
        if (counted > 0 && counted < scores.emotions()) {
            lines.add("overall is the mean over " + counted + (counted == 1 ? " emotion" : " emotions"));
        }
        return lines;
    }

    /** Why there is no interval where the overall score has a value. */
    private Set<String> withoutInterval() {
        Set<String> lines = new LinkedHashSet<>();
        for (Metric metric : Evaluation.WITH_INTERVALS) {
            for (IntervalEstimate estimate : evaluation.intervals().get(metric)) {
                if (estimate.undefined().contains("groups")) {
                    lines.add("no intervals: " + estimate.undefined());
                }
            }
        }
        return lines;
    }

    private boolean hasInterval(Metric metric) {
        return evaluation.intervals().containsKey(metric)
                && evaluation.intervals().get(metric).stream()
                        .anyMatch(estimate -> estimate.interval().isPresent());
    }

    private String name(int emotion) {
        return emotion == evaluation.emotions().size()
                ? OVERALL
                : evaluation.emotions().get(emotion);
    }

    private static Score score(Scores scores, Metric metric, int emotion) {
        return emotion == scores.emotions() ? scores.overall(metric) : scores.emotion(metric, emotion);
    }

    private static String text(Score score) {
        return score.defined() ? Figures.decimal(score.value()) : "-";
    }

    private static String text(IntervalEstimate estimate) {
        return estimate.interval()
                .map(interval -> Figures.decimal(interval.low()) + " to " + Figures.decimal(interval.high()))
                .orElse("-");
    }
}
