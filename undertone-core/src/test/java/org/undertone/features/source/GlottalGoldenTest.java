package org.undertone.features.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against numpy and scipy, the plain way: glottal.json, written by glottal.py. */
class GlottalGoldenTest {
    private static final JsonNode GOLDEN = read();
    private static final int RATE = GOLDEN.get("rate").asInt();
    private static final int[] INSTANTS = StreamSupport.stream(
                    GOLDEN.get("instants").spliterator(), false)
            .mapToInt(JsonNode::asInt)
            .toArray();

    @ParameterizedTest
    @EnumSource
    void flowAndItsDerivativeAgree(Quirks quirks) {
        GlottalFlow flow = flow(quirks);
        assertStrided(flow.flow(), expected(quirks, "flow"));
        assertStrided(flow.derivative(), expected(quirks, "derivative"));
    }

    @ParameterizedTest
    @EnumSource
    void measuresOfTheFlowAgree(Quirks quirks) {
        GlottalFlow flow = flow(quirks);
        VoiceQuality quality = VoiceQuality.create(RATE, settings(quirks));
        assertTrack(quality.naq(flow, INSTANTS), expected(quirks, "naq"), 1e-10);
        assertTrack(quality.qoq(flow, INSTANTS), expected(quirks, "qoq"), 1e-12);
        assertTrack(quality.h1h2(flow, INSTANTS), expected(quirks, "h1h2"), 1e-8);
        assertTrack(quality.psp(flow, INSTANTS), expected(quirks, "psp"), 1e-8);
    }

    @ParameterizedTest
    @EnumSource
    void maximaDispersionAgrees(Quirks quirks) {
        double[] speech = speech();
        var residual = new double[speech.length];
        for (int n = 0; n < speech.length; n++) {
            residual[n] = speech[n] - (n > 0 ? speech[n - 1] : 0);
        }
        Arrays.fill(residual, 1000, 1020, quirks == Quirks.KEPT ? Double.NaN : 0);
        Track track = MaximaDispersion.create(RATE, settings(quirks)).of(residual, INSTANTS);
        assertTrack(track, expected(quirks, "mdq"), 1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void peakSlopeBesideDigitalSilenceAgrees(Quirks quirks) {
        double[] speech = speech();
        Arrays.fill(speech, 0, 1500, 0);
        Track track = PeakSlope.create(RATE, settings(quirks)).of(speech);
        assertTrack(track, expected(quirks, "peakSlope"), 1e-7);
        assertThat(Arrays.stream(track.values()).anyMatch(Double::isInfinite)).isEqualTo(quirks == Quirks.KEPT);
    }

    private static GlottalFlow flow(Quirks quirks) {
        return Iaif.create(RATE, settings(quirks)).flow(speech(), INSTANTS);
    }

    private static GlottalSettings settings(Quirks quirks) {
        return quirks == Quirks.KEPT ? GlottalSettings.COVAREP_1_4_2 : GlottalSettings.DEFAULT;
    }

    private static double[] speech() {
        return Arrays.stream(numbers(GOLDEN.get("speech")))
                .map(value -> value / 32768)
                .toArray();
    }

    private static JsonNode expected(Quirks quirks, String name) {
        return GOLDEN.get(quirks == Quirks.KEPT ? "quirks" : "mended").get(name);
    }

    private static void assertStrided(double[] actual, JsonNode expected) {
        int stride = GOLDEN.get("stride").asInt();
        double largest = Arrays.stream(actual).map(Math::abs).max().orElseThrow();
        assertThat(expected).hasSize((actual.length + stride - 1) / stride);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual[i * stride])
                    .as("sample %d", i * stride)
                    .isCloseTo(expected.get(i).asDouble(), within(1e-9 * largest));
        }
    }

    private static void assertTrack(Track actual, JsonNode expected, double tolerance) {
        assertThat(actual.numbers()).isEqualTo(numbers(expected.get("positions")));
        double[] values = numbers(expected.get("values"));
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                assertThat(actual.values()[i]).as("value %d", i).isEqualTo(values[i]);
            } else {
                assertThat(actual.values()[i]).as("value %d", i).isCloseTo(values[i], within(tolerance));
            }
        }
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static JsonNode read() {
        var mapper = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        try (var file = GlottalGoldenTest.class.getResourceAsStream("glottal.json")) {
            return mapper.readTree(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
