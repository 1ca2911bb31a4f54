package org.undertone.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.undertone.experiment.Evaluation;
import org.undertone.metrics.IntervalEstimate;
import org.undertone.metrics.Metric;
import org.undertone.metrics.Score;
import org.undertone.metrics.Scores;
import org.undertone.storage.JsonFile;

/**
 * An evaluation as JSON: {@code systems}, each with its {@code scores} by metric and by emotion or {@code overall}. A score
 * is {@code {"value": 0.5}} or {@code {"undefined": "why"}}; likewise the interval of one of the model's.
 */
final class EvaluationJson {
    private static final String OVERALL = "overall";

    private EvaluationJson() {}

    static ObjectNode of(Evaluation evaluation) {
        ObjectNode json = JsonFile.object();
        json.put("clips", evaluation.clips()).put("groups", evaluation.groups());
        json.putObject("intervals")
                .put("level", 0.95)
                .put("over", "groups")
                .put("resamples", Evaluation.RESAMPLES)
                .put("seed", Evaluation.SEED);
        ObjectNode systems = json.putObject("systems");
        for (Evaluation.Rated system : evaluation.systems()) {
            ObjectNode metrics = systems.putObject(system.id());
            for (Metric metric : Metric.values()) {
                metric(evaluation, system.scores(), metric, metrics.putObject(metric.id()));
            }
        }
        ObjectNode model = (ObjectNode) systems.get("model");
        evaluation.intervals().forEach((metric, estimates) -> {
            ObjectNode scores = (ObjectNode) model.get(metric.id());
            for (int i = 0; i < estimates.size(); i++) {
                interval(estimates.get(i), (ObjectNode) scores.get(name(evaluation, i)));
            }
        });
        return json;
    }

    private static void metric(Evaluation evaluation, Scores scores, Metric metric, ObjectNode json) {
        for (int emotion = 0; emotion < scores.emotions(); emotion++) {
            score(scores.emotion(metric, emotion), json.putObject(name(evaluation, emotion)));
        }
        ObjectNode overall = json.putObject(OVERALL);
        score(scores.overall(metric), overall);
        overall.put("emotions", scores.emotionsCounted(metric));
    }

    private static String name(Evaluation evaluation, int emotion) {
        return emotion == evaluation.emotions().size()
                ? OVERALL
                : evaluation.emotions().get(emotion);
    }

    private static void score(Score score, ObjectNode json) {
        if (score.defined()) {
            json.put("value", score.value());
        } else {
            json.put("undefined", score.reason());
        }
    }

    private static void interval(IntervalEstimate estimate, ObjectNode json) {
        ObjectNode node = json.putObject("interval");
        estimate.interval()
                .ifPresentOrElse(
                        interval -> node.put("low", interval.low()).put("high", interval.high()),
                        () -> node.put("undefined", estimate.undefined()));
    }
}
