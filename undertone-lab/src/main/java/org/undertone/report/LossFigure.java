package org.undertone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.undertone.experiment.ExperimentResults.LossCurve;

/** The loss of pre-training over epochs, on the clips that are trained on and on those held out. */
final class LossFigure {
    private record Line(String name, double[] losses, SeriesStyle style) {}

    private static final int WIDTH = 900;
    private static final int HEIGHT = 400;
    private static final int MARGIN = 14;
    private static final int LEGEND_COLUMNS = 2;

    private final List<Line> lines = new ArrayList<>();
    private final List<LossCurve> curves;

    private LossFigure(List<LossCurve> curves) {
        this.curves = curves;
        for (int i = 0; i < curves.size(); i++) {
            LossCurve curve = curves.get(i);
            String prefix = curves.size() == 1 ? "" : curve.encoder() + ": ";
            add(prefix + "training clips", finite(curve.training()), SeriesStyle.plain(i, false));
            add(
                    prefix + "held-out groups",
                    curve.heldOut().stream()
                            .mapToDouble(loss -> Numbers.finite(loss).orElse(Double.NaN))
                            .toArray(),
                    SeriesStyle.plain(i, true));
        }
    }

    private static double[] finite(List<Double> losses) {
        return losses.stream()
                .mapToDouble(loss -> Double.isFinite(loss) ? loss : Double.NaN)
                .toArray();
    }

    private void add(String name, double[] losses, SeriesStyle style) {
        if (IntStream.range(0, losses.length).anyMatch(i -> !Double.isNaN(losses[i]))) {
            SeriesStyle seen =
                    losses.length > 1 ? style : new SeriesStyle(style.color(), style.stroke(), SeriesMarkers.CIRCLE);
            lines.add(new Line(name, losses, seen));
        }
    }

    /** Nothing where no loss is known. */
    static List<Figure> of(List<LossCurve> curves, String number, String file) {
        var figure = new LossFigure(curves);
        return figure.lines.isEmpty() ? List.of() : List.of(figure.figure(number, file));
    }

    private Figure figure(String number, String file) {
        var legend = new Legend(
                lines.stream()
                        .map(line -> new Legend.Entry(line.name(), line.style()))
                        .toList(),
                WIDTH - 2 * MARGIN,
                LEGEND_COLUMNS);
        return new Figure(
                number,
                file,
                "Loss of pre-training",
                "Mean squared error of restoring hidden spans, in squared standard deviations of a column, per epoch."
                        + " Solid: clips that are trained on; dashed: groups held out to watch it.",
                description(),
                WIDTH,
                HEIGHT + legend.height(),
                g -> {
                    XYChart chart = chart();
                    chart.paint(g, WIDTH, HEIGHT);
                    legend.draw(g, MARGIN, HEIGHT);
                });
    }

    private XYChart chart() {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle("Epoch")
                .yAxisTitle("Loss (squared standard deviations)")
                .build();
        ChartFrame.apply(chart.getStyler());
        chart.getStyler().setXAxisDecimalPattern("0").setXAxisTickMarkSpacingHint(60);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int epochs = 1;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double[] x = IntStream.rangeClosed(1, line.losses().length)
                    .asDoubleStream()
                    .toArray();
            XYSeries series = chart.addSeries("line " + i, x, line.losses());
            series.setLineColor(line.style().color());
            series.setLineStyle(line.style().stroke());
            series.setMarker(line.style().marker());
            series.setMarkerColor(line.style().color());
            epochs = Math.max(epochs, line.losses().length);
            for (double loss : line.losses()) {
                low = Double.isNaN(loss) ? low : Math.min(low, loss);
                high = Double.isNaN(loss) ? high : Math.max(high, loss);
            }
        }
        ChartFrame.range(chart.getStyler(), low, high);
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(epochs + 0.5);
        return chart;
    }

    private String description() {
        List<String> parts = new ArrayList<>();
        for (LossCurve curve : curves) {
            int epochs = curve.training().size();
            if (epochs > 0) {
                OptionalDouble heldOut =
                        curve.heldOut().size() == epochs ? curve.heldOut().get(epochs - 1) : OptionalDouble.empty();
                parts.add(curve.encoder() + ": training loss "
                        + Numbers.score(curve.training().get(0)) + " after the first epoch, "
                        + Numbers.score(curve.training().get(epochs - 1)) + " after epoch " + epochs
                        + (Numbers.finite(heldOut).isPresent() ? ", " + Numbers.score(heldOut) + " held out" : ""));
            }
        }
        return String.join("; ", parts) + ".";
    }
}
