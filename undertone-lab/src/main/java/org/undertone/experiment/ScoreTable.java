package org.undertone.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.undertone.corpus.Emotion;
import org.undertone.metrics.Metric;
import org.undertone.metrics.Repeats;
import org.undertone.metrics.Score;
import org.undertone.metrics.Scores;

/** Scores by method, budget and repeat, and what repeats say together. */
final class ScoreTable {

    private record Place(String method, int budget, int repeat) {}

    private final Map<Place, Scores> scores = new HashMap<>();

    void put(String method, int budget, int repeat, Optional<Scores> value) {
        value.ifPresent(s -> scores.put(new Place(method, budget, repeat), s));
    }

    /** The metrics, as a report lists them. */
    static List<ExperimentResults.MetricColumn> metrics() {
        return Arrays.stream(Metric.values())
                .map(metric -> new ExperimentResults.MetricColumn(
                        metric.id(), metric.title(), metric.higherIsBetter(), metric.foolable()))
                .toList();
    }

    /** Overall scores of the repeats; NaN where there is none. */
    double[] overall(String method, int budget, int repeats, Metric metric) {
        double[] values = new double[repeats];
        for (int repeat = 0; repeat < repeats; repeat++) {
            Scores trial = scores.get(new Place(method, budget, repeat));
            values[repeat] = trial == null
                    ? Double.NaN
                    : trial.overall(metric).optional().orElse(Double.NaN);
        }
        return values;
    }

    List<ExperimentResults.Cell> cells(List<ExperimentResults.Method> methods, List<Integer> budgets, int repeats) {
        List<ExperimentResults.Cell> cells = new ArrayList<>();
        for (ExperimentResults.Method method : methods) {
            for (int budget : budgets) {
                List<Optional<Scores>> trials = new ArrayList<>();
                for (int repeat = 0; repeat < repeats; repeat++) {
                    trials.add(Optional.ofNullable(scores.get(new Place(method.id(), budget, repeat))));
                }
                if (trials.stream().anyMatch(Optional::isPresent)) {
                    add(cells, method.id(), budget, trials);
                }
            }
        }
        return cells;
    }

    private static void add(
            List<ExperimentResults.Cell> cells, String method, int budget, List<Optional<Scores>> trials) {
        for (Metric metric : Metric.values()) {
            int counted = trials.stream()
                    .flatMap(Optional::stream)
                    .mapToInt(s -> s.emotionsCounted(metric))
                    .max()
                    .orElse(0);
            cells.add(cell(method, budget, metric, ExperimentResults.OVERALL, counted, map(trials, metric, -1)));
            for (Emotion emotion : Emotion.values()) {
                cells.add(cell(method, budget, metric, emotion.label(), 1, map(trials, metric, emotion.ordinal())));
            }
        }
    }

    private static List<Optional<Score>> map(List<Optional<Scores>> trials, Metric metric, int emotion) {
        return trials.stream()
                .map(trial -> trial.map(s -> emotion < 0 ? s.overall(metric) : s.emotion(metric, emotion)))
                .toList();
    }

    private static ExperimentResults.Cell cell(
            String method, int budget, Metric metric, String emotion, int counted, List<Optional<Score>> scores) {
        List<OptionalDouble> values = scores.stream()
                .map(score -> score.map(Score::optional).orElse(OptionalDouble.empty()))
                .toList();
        Repeats repeats = Repeats.of(values.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray());
        String undefined = repeats.mean().value().isPresent()
                ? ""
                : scores.stream()
                        .flatMap(Optional::stream)
                        .filter(score -> !score.defined())
                        .map(Score::reason)
                        .findFirst()
                        .orElse("no trial succeeded");
        return new ExperimentResults.Cell(
                method,
                budget,
                metric.id(),
                emotion,
                values,
                repeats.mean().value(),
                repeats.standardDeviation().value(),
                repeats.interval().interval().map(i -> new ExperimentResults.Interval(i.low(), i.high())),
                counted,
                undefined);
    }
}
