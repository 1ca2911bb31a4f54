package org.undertone.report;

import java.util.ArrayList;
import java.util.List;
import org.undertone.report.Curve.Point;

/** The corners of a line of scores on the axes of a chart, with the deviations there; NaN interrupts the line. */
record Polyline(double[] x, double[] y, double[] deviations) {
    private record Corner(double x, double y, double deviation) {}

    /**
     * Interrupted where a score is undefined, and before the one of all labels.
     *
     * @param place sideways among the methods, from -0.5 to 0.5
     */
    static Polyline of(Curve curve, LabelAxis axis, double place) {
        List<Corner> corners = new ArrayList<>();
        for (Point point : curve.points()) {
            if (axis.isAll(point.budget()) && axis.gap().isPresent()) {
                corners.add(new Corner(axis.gap().get(), Double.NaN, 0));
            }
            corners.add(new Corner(
                    axis.position(point.budget()) + place * axis.dodge(point.budget()),
                    point.mean().orElse(Double.NaN),
                    point.deviation()));
        }
        return of(corners);
    }

    /** From edge to edge, with a corner only where the score changes, so that dashes run on. */
    static Polyline flat(Curve curve, LabelAxis axis) {
        List<Point> defined = curve.points().stream()
                .filter(point -> point.mean().isPresent())
                .toList();
        List<Corner> corners = new ArrayList<>();
        corners.add(new Corner(axis.low(), value(defined.get(0)), 0));
        for (int i = 0; i < defined.size(); i++) {
            double here = value(defined.get(i));
            double before = value(defined.get(Math.max(i - 1, 0)));
            double after = value(defined.get(Math.min(i + 1, defined.size() - 1)));
            if (here != before || here != after) {
                corners.add(new Corner(axis.position(defined.get(i).budget()), here, 0));
            }
        }
        corners.add(new Corner(axis.high(), value(defined.get(defined.size() - 1)), 0));
        return of(corners);
    }

    private static double value(Point point) {
        return point.mean().getAsDouble();
    }

    private static Polyline of(List<Corner> corners) {
        return new Polyline(
                corners.stream().mapToDouble(Corner::x).toArray(),
                corners.stream().mapToDouble(Corner::y).toArray(),
                corners.stream().mapToDouble(Corner::deviation).toArray());
    }
}
