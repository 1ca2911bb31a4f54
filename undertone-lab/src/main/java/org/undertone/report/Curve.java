package org.undertone.report;

import java.util.List;
import java.util.OptionalDouble;
import org.undertone.experiment.ExperimentResults.Method;
import org.undertone.experiment.ExperimentResults.MetricColumn;
import org.undertone.experiment.MethodKind;

/**
 * The scores of one method over label budgets.
 *
 * @param method whose
 * @param points in the order of budgets; undefined ones have no mean
 */
record Curve(Method method, List<Point> points) {
    /** The mean over repeats at one budget, and the standard deviation. */
    record Point(int budget, OptionalDouble mean, double deviation) {}

    static Curve of(ScoreLookup scores, Method method, MetricColumn metric, String emotion) {
        return new Curve(
                method,
                scores.results().budgets().stream()
                        .map(budget -> {
                            var cell = scores.cell(method, budget, metric, emotion);
                            return new Point(budget, Numbers.mean(cell), Numbers.deviation(cell));
                        })
                        .toList());
    }

    boolean dummy() {
        return method.kind() == MethodKind.DUMMY;
    }

    boolean defined() {
        return points.stream().anyMatch(point -> point.mean().isPresent());
    }

    /** The value at the largest budget that has one. */
    OptionalDouble last() {
        OptionalDouble last = OptionalDouble.empty();
        for (Point point : points) {
            last = point.mean().isPresent() ? point.mean() : last;
        }
        return last;
    }
}
