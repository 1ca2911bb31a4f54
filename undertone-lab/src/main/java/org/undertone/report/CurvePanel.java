package org.undertone.report;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;

/**
 * A score over label budgets, one line per method: mean with the standard deviation as error bars, dummies as flat dashed
 * lines with their value at the right.
 *
 * @param title above the panel; empty for none
 * @param unit title of the vertical axis
 * @param undefined what to say where no curve has a value
 */
record CurvePanel(
        String title,
        String unit,
        LabelAxis axis,
        List<Curve> curves,
        Map<String, SeriesStyle> styles,
        String undefined) {
    private static final int BELOW = 46;
    private static final int HEADING = 24;
    private static final int PLOT_EDGE = 6;
    private static final double TICK_ROOM = 34;
    private static final String AXIS_TITLE = "Labelled clips (logarithmic)";
    private static final BasicStroke THIN = new BasicStroke(1);

    /** Draws it into a part of the canvas. */
    void draw(Graphics2D g, Rectangle area) {
        var translated = (Graphics2D) g.create();
        translated.translate(area.x, area.y);
        if (curves.stream().anyMatch(Curve::defined)) {
            drawCurves(translated, area.width, area.height);
        } else {
            drawEmpty(translated, area.width, area.height);
        }
        translated.dispose();
    }

    private void drawCurves(Graphics2D g, int width, int height) {
        int top = heading(g, width);
        g.translate(0, top);
        int below = height - top - BELOW;
        DummyLabels labels = DummyLabels.of(curves, styles, width);
        XYChart chart = chart(width - labels.width(), below);
        int number = 0;
        long learners = curves.stream().filter(curve -> !curve.dummy()).count();
        for (Curve curve : curves) {
            double place = curve.dummy() || learners < 2 ? 0 : number++ / (learners - 1.0) - 0.5;
            addSeries(chart, curve, place);
        }
        chart.paint(g, width - labels.width(), below);
        drawAxis(g, chart, below - PLOT_EDGE);
        labels.draw(g, width - labels.width(), chart::getScreenYFromChart, new double[] {
            chart.getScreenYFromChart(chart.getStyler().getYAxisMax()),
            chart.getScreenYFromChart(chart.getStyler().getYAxisMin())
        });
    }

    /** Writes the title and says how many pixels it takes. */
    private int heading(Graphics2D g, int width) {
        if (!title.isEmpty()) {
            Lettering.write(g, title, Lettering.TITLE, width / 2.0, HEADING - 8, 0.5);
        }
        return title.isEmpty() ? 0 : HEADING;
    }

    private XYChart chart(int width, int height) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .yAxisTitle(unit)
                .build();
        ChartFrame.apply(chart.getStyler());
        ChartFrame.hideHorizontalAxis(chart.getStyler());
        chart.getStyler().setErrorBarsColorSeriesColor(true);
        chart.getStyler().setMarkerSize(title.isEmpty() ? 8 : 6);
        chart.getStyler().setXAxisMin(axis.low()).setXAxisMax(axis.high());
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) {
            for (Curve.Point point : curve.points()) {
                if (point.mean().isPresent()) {
                    low = Math.min(low, point.mean().getAsDouble() - point.deviation());
                    high = Math.max(high, point.mean().getAsDouble() + point.deviation());
                }
            }
        }
        ChartFrame.range(chart.getStyler(), low, high);
        return chart;
    }

    private void addSeries(XYChart chart, Curve curve, double place) {
        if (!curve.defined()) {
            return;
        }
        Polyline line = curve.dummy() ? Polyline.flat(curve, axis) : Polyline.of(curve, axis, place);
        SeriesStyle style = styles.get(curve.method().id());
        XYSeries series =
                chart.addSeries(curve.method().id(), line.x(), line.y(), curve.dummy() ? null : line.deviations());
        series.setLineColor(style.color());
        series.setLineStyle(style.stroke());
        series.setMarker(style.marker());
        series.setMarkerColor(style.color());
    }

    private void drawAxis(Graphics2D g, XYChart chart, double bottom) {
        double left = chart.getScreenXFromChart(axis.low());
        double right = chart.getScreenXFromChart(axis.high());
        double pixels = (right - left) / (axis.high() - axis.low());
        g.setStroke(THIN);
        for (LabelAxis.Tick tick : axis.ticks(pixels, TICK_ROOM)) {
            double x = left + (tick.position() - axis.low()) * pixels;
            g.setColor(Lettering.LINE);
            g.draw(new Line2D.Double(x, bottom, x, bottom + (tick.label().isEmpty() ? 3 : 6)));
            if (!tick.label().isEmpty()) {
                double half = Lettering.width(tick.label(), Lettering.TICK) / 2;
                Lettering.write(g, tick.label(), Lettering.TICK, Math.min(x, right + 8 - half), bottom + 19, 0.5);
            }
        }
        axis.gap().ifPresent(gap -> {
            double x = left + (gap - axis.low()) * pixels;
            g.setColor(Lettering.LINE);
            g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {1, 3}, 0));
            double top = chart.getScreenYFromChart(chart.getStyler().getYAxisMax());
            g.draw(new Line2D.Double(x, top, x, bottom));
        });
        Lettering.write(g, AXIS_TITLE, Lettering.AXIS, (left + right) / 2, bottom + 39, 0.5);
    }

    private void drawEmpty(Graphics2D g, int width, int height) {
        heading(g, width);
        g.setColor(Lettering.GRID);
        g.setStroke(THIN);
        g.draw(new Rectangle2D.Double(40, 36, width - 60, height - 36 - BELOW));
        String reason = Lettering.fit(undefined, Lettering.AXIS, width - 80);
        Lettering.write(g, "Undefined", Lettering.TITLE, width / 2.0 + 10, height / 2.0 - 12, 0.5);
        Lettering.write(g, reason, Lettering.AXIS, width / 2.0 + 10, height / 2.0 + 8, 0.5);
    }
}
