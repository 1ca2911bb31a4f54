package org.undertone.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The bands of the voice: fundamental frequency with voicing, Rd with its confidence, creak. */
final class VoiceBands {
    private static final Color VOICED = new Color(0x0072B2);
    private static final Color UNVOICED = new Color(0xBDBDBD);
    private static final Color QUARTILES = new Color(0xBFD8E8);
    private static final Color CREAK = new Color(0xD55E00);
    private static final Color CREAK_AREA = new Color(0xF3CDB0);
    private static final String NOTHING = "no frame is voiced";
    private static final BasicStroke LINE = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final int CONFIDENCES = 5;

    private final SpeechTracks tracks;
    private final FrameGroups groups;
    private final IntPredicate voiced;

    VoiceBands(SpeechTracks tracks) {
        this.tracks = tracks;
        this.groups = FrameGroups.of(tracks.frames());
        double[] voicing = tracks.frames().column("VUV");
        this.voiced = frame -> voicing[frame] > 0.5;
    }

    TimeBand pitch() {
        double[] f0 = tracks.frames().column("F0");
        IntPredicate voice = frame -> voiced.test(frame) && f0[frame] > 0;
        IntPredicate other = frame -> !voiced.test(frame) && f0[frame] > 0;
        double[] middle = groups.quantiles("F0", voice, 0.5);
        double low = 0.85 * Arrays.stream(middle).filter(Double::isFinite).min().orElse(80);
        double high = 1.1 * Arrays.stream(middle).filter(Double::isFinite).max().orElse(400);
        XYChart chart = TimeBand.chart(tracks.seconds(), low, high);
        chart.getStyler().setYAxisDecimalPattern("0");
        if (groups.single()) {
            scatter(chart, "unvoiced", within(groups.quantiles("F0", other, 0.5), low, high), UNVOICED);
            line(chart, "voiced", groups.seconds(), middle, VOICED);
            // A single voiced frame makes no line.
            scatter(chart, "frames", middle, VOICED);
        } else {
            quartiles(chart, "F0", voice, low, high);
            scatter(chart, "voiced", middle, VOICED);
        }
        String note = Arrays.stream(middle).allMatch(Double::isNaN)
                ? NOTHING
                : groups.single() ? "blue: voiced; grey: estimates without voice" : "voiced frames; " + grouped();
        return new TimeBand("Fundamental frequency", note, "F0 (Hz)", 215, chart, List.of());
    }

    TimeBand shape() {
        double[] rd = tracks.frames().column("Rd");
        IntPredicate shown = frame -> voiced.test(frame) && rd[frame] > 0;
        double[] middle = groups.quantiles("Rd", shown, 0.5);
        double high = Math.max(
                2.6, 1.05 * Arrays.stream(middle).filter(Double::isFinite).max().orElse(0));
        XYChart chart = TimeBand.chart(tracks.seconds(), 0, high);
        chart.getStyler().setYAxisDecimalPattern("0.0");
        if (!groups.single()) {
            quartiles(chart, "Rd", shown, 0, high);
        }
        double[] confidence = groups.means("Rd_conf", shown);
        for (int step = 0; step < CONFIDENCES; step++) {
            var points = middle.clone();
            for (int group = 0; group < points.length; group++) {
                if (step != Math.min(CONFIDENCES - 1, (int) (CONFIDENCES * Math.max(0, confidence[group])))) {
                    points[group] = Double.NaN;
                }
            }
            scatter(chart, "Rd " + step, points, ColorScale.STRENGTH.at(step / (CONFIDENCES - 1.0)));
        }
        var bar = new ColorBar(ColorScale.STRENGTH, CONFIDENCES, List.of("0", "0.2", "0.4", "0.6", "0.8", "1"));
        String note = Arrays.stream(middle).allMatch(Double::isNaN)
                ? NOTHING
                : "voiced frames; the darker, the higher the confidence" + (groups.single() ? "" : "; " + grouped());
        return new TimeBand("Glottal pulse shape Rd", note, "Rd (no unit)", 190, chart, List.of(bar::draw));
    }

    TimeBand creak() {
        XYChart chart = TimeBand.chart(tracks.seconds(), -0.03, 1.05);
        chart.getStyler().setYAxisDecimalPattern("0.0").setYAxisTickMarkSpacingHint(28);
        double[] means = groups.means("creak", frame -> true);
        if (Arrays.stream(means).anyMatch(Double::isFinite)) {
            TimeBand.add(chart, "creak", groups.seconds(), within(means, 0, 1.05), CREAK)
                    .setXYSeriesRenderStyle(XYSeriesRenderStyle.Area)
                    .setFillColor(CREAK_AREA);
        }
        return new TimeBand(
                "Creak",
                groups.single() ? "" : "means of " + groups.size() + " frames",
                "Probability",
                135,
                chart,
                List.of());
    }

    private String grouped() {
        return "medians and quartiles of " + groups.size() + " frames";
    }

    /** An upright line from the lower to the upper quartile of each group. */
    private void quartiles(XYChart chart, String column, IntPredicate shown, double low, double high) {
        double[] lower = groups.quantiles(column, shown, 0.25);
        double[] upper = groups.quantiles(column, shown, 0.75);
        var x = new double[3 * lower.length];
        var y = new double[3 * lower.length];
        for (int group = 0; group < lower.length; group++) {
            Arrays.fill(x, 3 * group, 3 * group + 3, groups.seconds(group));
            y[3 * group] = Math.max(low, lower[group]);
            y[3 * group + 1] = Math.min(high, upper[group]);
            y[3 * group + 2] = Double.NaN;
        }
        line(chart, "quartiles", x, y, QUARTILES);
    }

    private void scatter(XYChart chart, String name, double[] values, Color color) {
        if (Arrays.stream(values).anyMatch(Double::isFinite)) {
            TimeBand.add(chart, name, groups.seconds(), values, color)
                    .setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
                    .setMarker(SeriesMarkers.CIRCLE);
        }
    }

    private static void line(XYChart chart, String name, double[] x, double[] values, Color color) {
        if (Arrays.stream(values).anyMatch(Double::isFinite)) {
            TimeBand.add(chart, name, x, values, color).setLineStyle(LINE);
        }
    }

    private static double[] within(double[] values, double low, double high) {
        return Arrays.stream(values)
                .map(value -> value < low || value > high ? Double.NaN : value)
                .toArray();
    }
}
