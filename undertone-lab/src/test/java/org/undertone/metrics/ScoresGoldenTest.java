package org.undertone.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against numpy, scipy and scikit-learn: scores.json, written by scores.py. */
class ScoresGoldenTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-12);

    static List<JsonNode> cases() throws IOException {
        return StreamSupport.stream(golden("cases").spliterator(), false).toList();
    }

    private static JsonNode golden(String part) throws IOException {
        try (var file = ScoresGoldenTest.class.getResourceAsStream("scores.json")) {
            return new ObjectMapper().readTree(file).required(part);
        }
    }

    private static Scores scores(JsonNode golden) {
        return Scores.of(
                StatisticsGolden.rows(golden.required("predictions")),
                StatisticsGolden.rows(golden.required("labels")),
                StatisticsGolden.numbers(golden.required("thresholds")),
                StatisticsGolden.numbers(golden.required("trainingMedians")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesForEveryEmotion(JsonNode golden) {
        Scores scores = scores(golden);
        for (Metric metric : Metric.values()) {
            JsonNode expected = golden.required("scores").required(metric.id());
            assertThat(scores.emotions()).isEqualTo(expected.size());
            for (int emotion = 0; emotion < expected.size(); emotion++) {
                String where = golden.required("name").asText() + ", " + metric.id() + " of emotion " + emotion;
                agrees(where, scores.emotion(metric, emotion), expected.get(emotion));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesOverTheEmotionsThatCount(JsonNode golden) {
        Scores scores = scores(golden);
        for (Metric metric : Metric.values()) {
            String where = golden.required("name").asText() + ", " + metric.id();
            agrees(where, scores.overall(metric), golden.required("overall").required(metric.id()));
            int defined = 0;
            for (JsonNode score : golden.required("scores").required(metric.id())) {
                defined += score.isNull() ? 0 : 1;
            }
            assertThat(scores.emotionsCounted(metric)).as(where).isEqualTo(defined);
        }
    }

    private static void agrees(String where, Score score, JsonNode expected) {
        assertThat(score.defined()).as(where).isEqualTo(!expected.isNull());
        if (score.defined()) {
            assertThat(score.value()).as(where).isCloseTo(expected.asDouble(), relative(expected.asDouble()));
        } else {
            assertThat(score.reason()).as(where).isNotBlank();
        }
    }

    /** 1e-12, of the expected value where that is above 1. */
    private static Offset<Double> relative(double expected) {
        return Math.abs(expected) <= 1 ? CLOSE : Offset.offset(1e-12 * Math.abs(expected));
    }

    @Test
    void roundsAsExactDecimalsDo() throws IOException {
        JsonNode classes = golden("classes");
        assertThat(classes).isNotEmpty();
        for (JsonNode pair : classes) {
            double value = pair.get(0).asDouble();
            assertThat(Rounding.toClass(value))
                    .as("class of %s", value)
                    .isEqualTo(pair.get(1).asInt());
        }
    }
}
