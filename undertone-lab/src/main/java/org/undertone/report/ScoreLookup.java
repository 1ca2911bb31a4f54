package org.undertone.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.undertone.experiment.ExperimentResults;
import org.undertone.experiment.ExperimentResults.Cell;
import org.undertone.experiment.ExperimentResults.Comparison;
import org.undertone.experiment.ExperimentResults.Method;
import org.undertone.experiment.ExperimentResults.MetricColumn;
import org.undertone.experiment.MethodKind;

/** Finds scores, methods and metrics in results by name. */
final class ScoreLookup {
    private record Place(String method, int budget, String metric, String emotion) {}

    private final ExperimentResults results;
    private final Map<Place, Cell> cells = new HashMap<>();

    ScoreLookup(ExperimentResults results) {
        this.results = results;
        for (Cell cell : results.cells()) {
            cells.put(new Place(cell.method(), cell.budget(), cell.metric(), cell.emotion()), cell);
        }
    }

    ExperimentResults results() {
        return results;
    }

    Optional<Cell> cell(Method method, int budget, MetricColumn metric, String emotion) {
        return Optional.ofNullable(cells.get(new Place(method.id(), budget, metric.id(), emotion)));
    }

    Optional<Cell> overall(Method method, int budget, MetricColumn metric) {
        return cell(method, budget, metric, ExperimentResults.OVERALL);
    }

    OptionalDouble mean(Method method, int budget, MetricColumn metric) {
        return Numbers.mean(overall(method, budget, metric));
    }

    Optional<MetricColumn> metric(String id) {
        return results.metrics().stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst();
    }

    /** Those of these metrics that were computed, in this order. */
    List<MetricColumn> metrics(List<String> ids) {
        return ids.stream().flatMap(id -> metric(id).stream()).toList();
    }

    Optional<Method> method(String id) {
        return results.methods().stream()
                .filter(method -> method.id().equals(id))
                .findFirst();
    }

    /** The title of a method, or its id where it is not listed. */
    String title(String id) {
        return method(id).map(Method::title).orElse(id);
    }

    List<Method> methods(MethodKind kind) {
        return results.methods().stream()
                .filter(method -> method.kind() == kind)
                .toList();
    }

    List<Method> learners() {
        return results.methods().stream()
                .filter(method -> method.kind() != MethodKind.DUMMY)
                .toList();
    }

    /** The method with the best mean, if any has one. */
    Optional<Method> best(List<Method> methods, int budget, MetricColumn metric) {
        Optional<Method> best = Optional.empty();
        for (Method method : methods) {
            OptionalDouble mean = mean(method, budget, metric);
            if (mean.isPresent()
                    && (best.isEmpty()
                            || better(
                                    metric,
                                    mean.getAsDouble(),
                                    mean(best.get(), budget, metric).getAsDouble()))) {
                best = Optional.of(method);
            }
        }
        return best;
    }

    /** Whether the first is better than the second by this metric. */
    static boolean better(MetricColumn metric, double first, double second) {
        return metric.higherIsBetter() ? first > second : first < second;
    }

    Optional<Comparison> comparison(Method method, Method reference, int budget, MetricColumn metric) {
        return results.comparisons().stream()
                .filter(test -> test.method().equals(method.id())
                        && test.reference().equals(reference.id())
                        && test.budget() == budget
                        && test.metric().equals(metric.id()))
                .findFirst();
    }
}
