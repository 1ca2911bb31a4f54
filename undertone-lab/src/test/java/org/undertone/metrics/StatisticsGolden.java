package org.undertone.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;

/** What statistics.py wrote. */
final class StatisticsGolden {
    private StatisticsGolden() {}

    /** The cases of a part; at least one. */
    static List<JsonNode> cases(String part) {
        try (var file = StatisticsGolden.class.getResourceAsStream("statistics.json")) {
            JsonNode cases = new ObjectMapper().readTree(file).required(part);
            if (cases.isEmpty()) {
                throw new IllegalStateException("no case of " + part);
            }
            return StreamSupport.stream(cases.spliterator(), false).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double number(JsonNode node, String name) {
        return node.required(name).asDouble();
    }

    static double[] numbers(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).asDouble())
                .toArray();
    }

    static int[] integers(JsonNode array) {
        return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
    }

    static double[][] rows(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToObj(i -> numbers(array.get(i)))
                .toArray(double[][]::new);
    }

    /** 1e-12 of the expected value. */
    static Offset<Double> near(double expected) {
        return Offset.offset(1e-12 * Math.abs(expected) + Double.MIN_VALUE);
    }
}
