package org.undertone.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.undertone.experiment.ExperimentResults.Method;
import org.undertone.experiment.MethodKind;

/**
 * How a line is told from the others: by colour (the palette of Okabe and Ito 2008, safe for the colour-blind), by dashes
 * and by markers, so that a black and white print can be read too.
 */
record SeriesStyle(Color color, BasicStroke stroke, Marker marker) {
    private static final List<Color> COLORS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x000000));
    private static final List<Marker> MARKERS = List.of(
            SeriesMarkers.CIRCLE,
            SeriesMarkers.SQUARE,
            SeriesMarkers.DIAMOND,
            SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.TRIANGLE_DOWN,
            SeriesMarkers.CROSS,
            SeriesMarkers.PLUS,
            SeriesMarkers.OVAL);
    private static final List<float[]> DASHES = List.of(
            new float[0], new float[] {9, 4}, new float[] {9, 3, 2, 3}, new float[] {4, 3}, new float[] {14, 4});
    private static final List<Color> DUMMY_COLORS =
            List.of(new Color(0x333333), new Color(0x6B6B6B), new Color(0x8A7A5C));
    private static final List<float[]> DUMMY_DASHES =
            List.of(new float[] {7, 5}, new float[] {2, 4}, new float[] {9, 4, 2, 4}, new float[] {15, 6});
    private static final float BOLD = 2.4f;
    private static final float PLAIN = 1.7f;
    private static final float THIN = 1.3f;

    /** One style per method; what is proposed and its baseline are drawn bold, dummies thin and without markers. */
    static Map<String, SeriesStyle> of(List<Method> methods) {
        Map<String, SeriesStyle> styles = new HashMap<>();
        int learners = 0;
        int dummies = 0;
        for (Method method : methods) {
            styles.put(
                    method.id(),
                    method.kind() == MethodKind.DUMMY
                            ? dummy(dummies++)
                            : learner(learners++, method.kind() == MethodKind.CONTROL ? PLAIN : BOLD));
        }
        return styles;
    }

    /** The style of the line number {@code index}. */
    static SeriesStyle learner(int index, float width) {
        return new SeriesStyle(
                COLORS.get(index % COLORS.size()),
                dashed(width, DASHES.get(index % DASHES.size())),
                MARKERS.get(index % MARKERS.size()));
    }

    /** A plain line, or a dashed one, in the colour number {@code index}. */
    static SeriesStyle plain(int index, boolean dashes) {
        return new SeriesStyle(
                COLORS.get(index % COLORS.size()),
                dashed(PLAIN, dashes ? new float[] {6, 4} : new float[0]),
                SeriesMarkers.NONE);
    }

    private static SeriesStyle dummy(int index) {
        return new SeriesStyle(
                DUMMY_COLORS.get(index % DUMMY_COLORS.size()),
                dashed(THIN, DUMMY_DASHES.get(index % DUMMY_DASHES.size())),
                SeriesMarkers.NONE);
    }

    private static BasicStroke dashed(float width, float[] dashes) {
        return dashes.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
    }

    /** Draws a sample of the line, for legends and labels. */
    void sample(Graphics2D g, double x, double y, double length) {
        g.setColor(color);
        g.setStroke(stroke);
        g.draw(new Line2D.Double(x, y, x + length, y));
        marker.paint(g, x + length / 2, y, 8);
    }
}
