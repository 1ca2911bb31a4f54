package org.undertone.report;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.undertone.experiment.ExperimentResults;
import org.undertone.experiment.ExperimentResults.Cell;
import org.undertone.experiment.ExperimentResults.Method;
import org.undertone.experiment.ExperimentResults.MetricColumn;

/** Scores over label budgets: one panel over all emotions, or one per emotion. */
final class CurveFigures {
    private static final int WIDTH = 900;
    private static final int SINGLE_HEIGHT = 430;
    private static final int PANEL_HEIGHT = 290;
    private static final int COLUMNS = 2;
    private static final int MARGIN = 14;
    private static final int LEGEND_COLUMNS = 4;

    private final ScoreLookup scores;
    private final Map<String, SeriesStyle> styles;
    private final LabelAxis axis;

    CurveFigures(ScoreLookup scores) {
        ExperimentResults results = scores.results();
        this.scores = scores;
        this.styles = SeriesStyle.of(results.methods());
        this.axis = new LabelAxis(results.budgets(), results.allLabels());
    }

    /** The mean over emotions. */
    Figure overall(String number, String file, MetricColumn metric) {
        CurvePanel panel = panel("", metric, ExperimentResults.OVERALL);
        Legend legend = legend();
        return new Figure(
                number,
                file,
                metric.title() + " over all emotions, against the number of labels",
                howToRead(metric) + allLabels(),
                description(metric, ExperimentResults.OVERALL),
                WIDTH,
                SINGLE_HEIGHT + legend.height(),
                g -> {
                    panel.draw(g, new Rectangle(0, 0, WIDTH, SINGLE_HEIGHT));
                    legend.draw(g, MARGIN, SINGLE_HEIGHT);
                });
    }

    /** One panel per emotion. */
    Figure byEmotion(String number, String file, MetricColumn metric) {
        List<CurvePanel> panels = scores.results().emotions().stream()
                .map(emotion -> panel(capital(emotion), metric, emotion))
                .toList();
        Legend legend = legend();
        int rows = (panels.size() + COLUMNS - 1) / COLUMNS;
        List<String> descriptions = new ArrayList<>();
        for (String emotion : scores.results().emotions()) {
            descriptions.add(capital(emotion) + ": " + description(metric, emotion));
        }
        return new Figure(
                number,
                file,
                metric.title() + " of each emotion, against the number of labels",
                howToRead(metric) + allLabels() + " Each panel has its own vertical scale.",
                String.join(" ", descriptions),
                WIDTH,
                rows * PANEL_HEIGHT + legend.height(),
                g -> {
                    for (int i = 0; i < panels.size(); i++) {
                        panels.get(i)
                                .draw(
                                        g,
                                        new Rectangle(
                                                i % COLUMNS * WIDTH / COLUMNS,
                                                i / COLUMNS * PANEL_HEIGHT,
                                                WIDTH / COLUMNS,
                                                PANEL_HEIGHT));
                    }
                    legend.draw(g, MARGIN, rows * PANEL_HEIGHT);
                });
    }

    private Legend legend() {
        return new Legend(
                scores.results().methods().stream()
                        .map(method -> new Legend.Entry(method.title(), styles.get(method.id())))
                        .toList(),
                WIDTH - 2 * MARGIN,
                LEGEND_COLUMNS);
    }

    private CurvePanel panel(String title, MetricColumn metric, String emotion) {
        List<Curve> curves = scores.results().methods().stream()
                .map(method -> Curve.of(scores, method, metric, emotion))
                .toList();
        return new CurvePanel(title, unit(metric), axis, curves, styles, reason(metric, emotion));
    }

    private String reason(MetricColumn metric, String emotion) {
        return scores.results().cells().stream()
                .filter(cell -> cell.metric().equals(metric.id())
                        && cell.emotion().equals(emotion)
                        && !cell.undefined().isEmpty())
                .map(Cell::undefined)
                .findFirst()
                .orElse("no trial gave a value");
    }

    private static String unit(MetricColumn metric) {
        return MetricNotes.of(metric).axis();
    }

    private String howToRead(MetricColumn metric) {
        String bars = scores.results().repeats() > 1
                ? "Mean and standard deviation over " + scores.results().repeats() + " repeats"
                : "One repeat, so there is no standard deviation";
        return bars + "; " + (metric.higherIsBetter() ? "higher" : "lower")
                + " is better. Thin dashed lines are predictions that ignore the clip, with their value at the largest"
                + " budget. Lines are moved sideways a little so that their error bars can be told apart.";
    }

    private String allLabels() {
        return axis.gap().isPresent()
                ? " Right of the dotted line: all training labels, for the methods that were given them."
                : "";
    }

    private String description(MetricColumn metric, String emotion) {
        List<String> parts = new ArrayList<>();
        List<Integer> budgets = scores.results().budgets().stream()
                .filter(budget -> !axis.isAll(budget))
                .toList();
        List<Integer> ends = budgets.isEmpty() ? scores.results().budgets() : budgets;
        for (Method method : scores.results().methods()) {
            if (!ends.isEmpty()) {
                int first = ends.get(0);
                int last = ends.get(ends.size() - 1);
                Optional<Cell> from = scores.cell(method, first, metric, emotion);
                Optional<Cell> to = scores.cell(method, last, metric, emotion);
                parts.add(method.title() + " " + Numbers.score(Numbers.mean(from)) + " at " + first
                        + (first == last ? "" : " and " + Numbers.score(Numbers.mean(to)) + " at " + last) + " labels");
            }
        }
        return metric.title() + ": " + String.join("; ", parts) + ".";
    }

    static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
