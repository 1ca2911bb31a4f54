package org.undertone.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * One of several charts below each other over the same seconds: a heading, the chart, and to its right room for a key.
 *
 * @param title heading
 * @param note after it: how to read the chart
 * @param unit of the vertical axis
 * @param height in pixels, heading included, the time axis below the last one not
 * @param chart made by {@link #chart}
 * @param layers painted onto the plot and to the right of it
 */
record TimeBand(String title, String note, String unit, int height, XYChart chart, List<Layer> layers) {
    /** What is painted by hand. */
    interface Layer {
        void draw(Graphics2D g, Rectangle2D plot);
    }

    /** Room to the right of the plot. */
    static final int KEY = 88;

    /** Ticks at the very ends are left out by the chart, so the ends lie this share further out. */
    private static final double EDGE = 1e-6;

    private static final int SPAN = 100;
    private static final int HEADING = 26;
    private static final int TIME_AXIS = 44;
    private static final int TITLE_GAP = 10;
    private static final int TITLE_ABOVE = 8;
    private static final double UNIT_BASELINE = 16;

    /** A chart over all seconds of a recording; of the vertical axis, what is drawn must lie inside. */
    static XYChart chart(double seconds, double low, double high) {
        XYChart chart = new XYChartBuilder()
                .width(100)
                .height(100)
                .xAxisTitle("Time (s)")
                .build();
        ChartFrame.apply(chart.getStyler());
        chart.getStyler().setPlotGridVerticalLinesVisible(true);
        chart.getStyler().setXAxisMin(-EDGE * seconds).setXAxisMax((1 + EDGE) * seconds);
        chart.getStyler().setXAxisDecimalPattern(decimals(seconds)).setXAxisTickMarkSpacingHint(90);
        double edge = EDGE * (high - low);
        chart.getStyler().setYAxisMin(low - edge).setYAxisMax(high + edge).setYAxisTickMarkSpacingHint(32);
        chart.getStyler().setMarkerSize(4);
        spanned(chart, seconds, low, high);
        return chart;
    }

    /** Of the labels of some ten ticks. */
    private static String decimals(double seconds) {
        if (seconds < 0.05) {
            return seconds < 0.005 ? "0.0000" : "0.000";
        }
        return seconds < 0.9 ? "0.00" : seconds < 9 ? "0.0" : "#,##0";
    }

    /**
     * An unseen line from corner to corner: a chart without one cannot be painted. Its points are many and at uneven
     * distances, because the chart would make ticks of a few, or of evenly spaced ones, instead of round numbers.
     */
    private static void spanned(XYChart chart, double seconds, double low, double high) {
        var x = new double[SPAN];
        var y = new double[SPAN];
        for (int i = 0; i < SPAN; i++) {
            double share = Math.pow(i / (SPAN - 1.0), 2);
            x[i] = share * seconds;
            y[i] = low + share * (high - low);
        }
        add(chart, "span", x, y, new Color(0, true));
    }

    /** Adds a line, interrupted at NaN, without markers. */
    static XYSeries add(XYChart chart, String name, double[] x, double[] y, Color color) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE).setMarkerColor(color);
        series.setLineColor(color);
        return series;
    }

    /** Paints it at a height of the canvas, the time axis below it where it is the last, and returns its plot. */
    Rectangle2D draw(Graphics2D g, int width, int top, boolean last) {
        if (!last) {
            ChartFrame.hideHorizontalAxis(chart.getStyler());
        }
        int chartHeight = height - HEADING + (last ? TIME_AXIS : 0);
        var own = (Graphics2D) g.create();
        own.translate(0, top + HEADING);
        chart.paint(own, width - KEY, chartHeight);
        Rectangle2D plot = plot();
        layers.forEach(layer -> layer.draw(own, plot));
        own.dispose();
        plot.setRect(plot.getX(), plot.getY() + top + HEADING, plot.getWidth(), plot.getHeight());
        write(g, plot);
        return plot;
    }

    private void write(Graphics2D g, Rectangle2D plot) {
        double baseline = plot.getMinY() - TITLE_ABOVE;
        Lettering.write(g, title, Lettering.TITLE, plot.getMinX(), baseline, 0);
        double left = plot.getMinX() + Lettering.width(title, Lettering.TITLE) + TITLE_GAP;
        String fitting = Lettering.fit(note, Lettering.AXIS, plot.getMaxX() - left);
        Lettering.write(g, fitting, Lettering.AXIS, left, baseline, 0);
        // By hand, so that all stand at one distance from the edge, whatever the width of the numbers.
        var upright = (Graphics2D) g.create();
        upright.rotate(-Math.PI / 2);
        Lettering.write(upright, unit, Lettering.AXIS, -plot.getCenterY(), UNIT_BASELINE, 0.5);
        upright.dispose();
    }

    int drawnHeight(boolean last) {
        return height + (last ? TIME_AXIS : 0);
    }

    private Rectangle2D plot() {
        var styler = chart.getStyler();
        double left = chart.getScreenXFromChart(styler.getXAxisMin());
        double right = chart.getScreenXFromChart(styler.getXAxisMax());
        double top = chart.getScreenYFromChart(styler.getYAxisMax());
        double bottom = chart.getScreenYFromChart(styler.getYAxisMin());
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }
}
