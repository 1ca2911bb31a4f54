package org.undertone.report;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** The values of dummies at the right of a plot, moved apart where their lines lie close together. */
final class DummyLabels {
    private record Label(String text, double value, SeriesStyle style) {}

    private static final double LINE = 14;
    private static final int SAMPLE = 26;
    private static final int GAP = 4;
    private static final int NARROW = 600;
    private static final int NAME = 110;

    private final List<Label> labels;
    private final int width;

    private DummyLabels(List<Label> labels) {
        this.labels = labels;
        double widest = 0;
        for (Label label : labels) {
            widest = Math.max(widest, Lettering.width(label.text(), Lettering.TICK));
        }
        this.width = labels.isEmpty() ? 0 : (int) Math.ceil(widest) + SAMPLE + 3 * GAP;
    }

    /** With their names where the panel is wide. */
    static DummyLabels of(List<Curve> curves, Map<String, SeriesStyle> styles, int panelWidth) {
        List<Label> labels = new ArrayList<>();
        for (Curve curve : curves) {
            if (curve.dummy() && curve.last().isPresent()) {
                double value = curve.last().getAsDouble();
                String name =
                        panelWidth < NARROW ? "" : Lettering.fit(curve.method().title(), Lettering.TICK, NAME) + " ";
                labels.add(new Label(
                        name + Numbers.score(value),
                        value,
                        styles.get(curve.method().id())));
            }
        }
        return new DummyLabels(labels);
    }

    /** Pixels that it needs at the right. */
    int width() {
        return width;
    }

    /**
     * Draws them.
     *
     * @param left where the plot ends
     * @param y from a value to its height on the canvas
     * @param range top and bottom of the plot
     */
    void draw(Graphics2D g, double left, DoubleUnaryOperator y, double[] range) {
        List<Label> sorted = labels.stream()
                .sorted(Comparator.comparingDouble((Label label) -> y.applyAsDouble(label.value())))
                .toList();
        double[] heights = new double[sorted.size()];
        double next = range[0] + LINE / 2;
        for (int i = 0; i < heights.length; i++) {
            heights[i] = Math.max(next, y.applyAsDouble(sorted.get(i).value()));
            next = heights[i] + LINE;
        }
        double lowest = range[1];
        for (int i = heights.length - 1; i >= 0; i--) {
            heights[i] = Math.min(heights[i], lowest);
            lowest = heights[i] - LINE;
        }
        for (int i = 0; i < heights.length; i++) {
            Label label = sorted.get(i);
            g.setColor(label.style().color());
            g.setStroke(new BasicStroke(1));
            double exact = y.applyAsDouble(label.value());
            g.draw(new Line2D.Double(left - GAP, exact, left + GAP, heights[i]));
            label.style().sample(g, left + GAP, heights[i], SAMPLE);
            Lettering.write(g, label.text(), Lettering.TICK, left + 2 * GAP + SAMPLE, heights[i] + 4, 0);
        }
    }
}
