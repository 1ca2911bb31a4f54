package org.undertone.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.undertone.experiment.ExperimentResults;
import org.undertone.experiment.ExperimentResults.LabelStatistics;

/** How often each emotion is felt, and how strongly (the paper's figure 1). */
final class DistributionFigure {
    private static final int WIDTH = 900;
    private static final int CHART_HEIGHT = 310;
    private static final int LEGEND_HEIGHT = 32;
    private static final int HEADING = 26;
    private static final int BOX = 14;
    private static final Color PRESENT = new Color(0x0072B2);
    private static final List<Color> CLASSES =
            List.of(new Color(0xD9D9D9), new Color(0x9CC6E4), new Color(0x2F86C4), new Color(0x08315A));

    private DistributionFigure() {}

    static Figure of(ExperimentResults results, String number, String file) {
        List<String> emotions =
                results.emotions().stream().map(CurveFigures::capital).toList();
        LabelStatistics labels = results.labels();
        return new Figure(
                number,
                file,
                "Distribution of emotions",
                "Of " + Numbers.count(labels.clips()) + " labelled clips: above, those with an intensity above 0;"
                        + " below, all of them by rounded intensity.",
                description(emotions, labels),
                WIDTH,
                2 * CHART_HEIGHT + LEGEND_HEIGHT,
                g -> draw(g, emotions, labels));
    }

    private static void draw(Graphics2D g, List<String> emotions, LabelStatistics labels) {
        CategoryChart present = chart(labels.present());
        present.addSeries("present", emotions, labels.present()).setFillColor(PRESENT);
        present.getStyler().setAvailableSpaceFill(0.5);
        paint(g, present, "Clips with an intensity above 0", 0);

        List<Integer> all = labels.rounded().stream().flatMap(List::stream).toList();
        CategoryChart rounded = chart(all);
        for (int c = 0; c < CLASSES.size(); c++) {
            int level = c;
            List<Integer> counts =
                    labels.rounded().stream().map(row -> row.get(level)).toList();
            rounded.addSeries("class " + c, emotions, counts).setFillColor(CLASSES.get(c));
        }
        rounded.getStyler().setAvailableSpaceFill(0.9);
        paint(g, rounded, "Clips by rounded intensity", CHART_HEIGHT);
        legend(g);
    }

    private static void paint(Graphics2D g, CategoryChart chart, String title, int top) {
        Lettering.write(g, title, Lettering.TITLE, WIDTH / 2.0, top + HEADING - 8, 0.5);
        var below = (Graphics2D) g.create();
        below.translate(0, top + HEADING);
        chart.paint(below, WIDTH, CHART_HEIGHT - HEADING);
        below.dispose();
    }

    private static CategoryChart chart(List<Integer> counts) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(CHART_HEIGHT)
                .yAxisTitle("Clips")
                .build();
        ChartFrame.apply(chart.getStyler());
        int highest = counts.stream().mapToInt(Integer::intValue).max().orElse(1);
        chart.getStyler().setYAxisMin(-0.004 * Math.max(1, highest)).setYAxisMax(Math.max(1, highest) * 1.13);
        chart.getStyler().setYAxisDecimalPattern("0");
        chart.getStyler().setYAxisTickLabelsFormattingFunction(value -> Numbers.count((int) Math.round(value)));
        chart.getStyler().setYAxisTickMarkSpacingHint(45);
        chart.getStyler().setLabelsVisible(true);
        chart.getStyler()
                .setLabelsPosition(1.06)
                .setLabelsFont(Lettering.TICK)
                .setLabelsFontColorAutomaticEnabled(false)
                .setLabelsFontColor(Lettering.INK);
        return chart;
    }

    private static void legend(Graphics2D g) {
        double x = WIDTH / 2.0 - 230;
        double y = 2 * CHART_HEIGHT + 8;
        Lettering.write(g, "Rounded intensity:", Lettering.AXIS, x, y + BOX - 2, 0);
        x += Lettering.width("Rounded intensity:", Lettering.AXIS) + 16;
        List<String> names = List.of("0 (absent)", "1", "2", "3 (strongest)");
        for (int c = 0; c < names.size(); c++) {
            var box = new Rectangle2D.Double(x, y, BOX, BOX);
            g.setColor(CLASSES.get(c));
            g.fill(box);
            Lettering.write(g, names.get(c), Lettering.AXIS, x + BOX + 6, y + BOX - 2, 0);
            x += BOX + 6 + Lettering.width(names.get(c), Lettering.AXIS) + 22;
        }
    }

    private static String description(List<String> emotions, LabelStatistics labels) {
        List<String> parts = new ArrayList<>();
        for (int e = 0; e < emotions.size(); e++) {
            List<Integer> rounded = labels.rounded().get(e);
            parts.add(emotions.get(e) + ": present in " + labels.present().get(e) + "; rounded to 0, 1, 2, 3: "
                    + rounded.get(0) + ", " + rounded.get(1) + ", " + rounded.get(2) + ", " + rounded.get(3));
        }
        return String.join(". ", parts) + ".";
    }
}
