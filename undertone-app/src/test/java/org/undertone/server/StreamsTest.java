package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.model.EmotionModel;
import org.undertone.model.Prediction;
import org.undertone.model.WindowSettings;

/** Live streams: what they say, and what ends them. */
class StreamsTest {
    private static final String RATE = "?rate=" + Sounds.RATE;
    private static final String OPEN = "undertone_streams_open";

    @TempDir
    private static Path directory;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(
                directory,
                ServerSettings.DEFAULT.withStreams(new StreamLimits(
                        3,
                        Duration.ofSeconds(4),
                        20_000,
                        Duration.ofMillis(500),
                        Duration.ofMillis(600),
                        Duration.ofSeconds(30))));
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(server.events).contains("stopped").noneMatch(event -> event.startsWith("failed"));
    }

    @ParameterizedTest
    @ValueSource(ints = {777, 16_001})
    void saysWhatTheModelSaysOfTheSameSound(int pieceBytes) throws IOException {
        double[] samples = Sounds.samples(2.3);
        List<Prediction> expected = expected(samples);
        TestStream stream = TestStream.open(server, RATE + "&window=1&hop=0.5&tracks=true");
        stream.sound(Sounds.pcm(samples), pieceBytes).end();
        assertThat(stream.closeCode()).isEqualTo(1000);

        assertThat(stream.messages.get(0).path("type").textValue()).isEqualTo("ready");
        assertThat(stream.messages.get(0).path("windowSeconds").doubleValue()).isEqualTo(1);
        List<JsonNode> windows = stream.ofType("window");
        assertThat(windows).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(windows.get(i).path("startSeconds").doubleValue())
                    .isEqualTo(expected.get(i).startSeconds(), within(1e-9));
            assertThat(windows.get(i).at("/emotions/2/intensity").doubleValue())
                    .isEqualTo(expected.get(i).scores().get(2).intensity(), within(1e-12));
        }
        int frames = stream.ofType("tracks").stream()
                .mapToInt(message -> message.at("/tracks/F0").size())
                .sum();
        assertThat(frames).isEqualTo(230);
        assertThat(stream.ofType("end").get(0).path("seconds").doubleValue()).isEqualTo(2.3);
        TestServer.await(() -> server.metric(OPEN) == 0);
    }

    private static List<Prediction> expected(double[] samples) throws IOException {
        var stream = EmotionModel.read(server.model).stream(Sounds.RATE, new WindowSettings(1, 0.5));
        var expected = new ArrayList<>(stream.push(samples, 0, samples.length));
        expected.addAll(stream.finish());
        return expected;
    }

    @Test
    void takesFloatsAsWell() {
        double[] samples = Sounds.samples(1.2);
        TestStream floats = TestStream.open(server, RATE + "&encoding=f32le&window=1");
        floats.sound(Sounds.floats(samples), 4_001).end();
        TestStream integers = TestStream.open(server, RATE + "&window=1");
        integers.sound(Sounds.pcm(samples), 4_001).end();
        assertThat(floats.closeCode()).isEqualTo(1000);
        assertThat(integers.closeCode()).isEqualTo(1000);
        assertThat(floats.ofType("window")).isNotEmpty().isEqualTo(integers.ofType("window"));
    }

    @Test
    void endsWithoutWindowsWhereThereWasNextToNoSound() {
        TestStream stream = TestStream.open(server, RATE);
        stream.sound(new byte[11], 11).end();
        assertThat(stream.closeCode()).isEqualTo(1000);
        assertThat(stream.ofType("window")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?rate=7999",
                "?rate=16000.5",
                "?rate=x",
                "?encoding=s24le",
                "?window=0",
                "?window=61",
                "?hop=2&hop=3",
                "?window=60&hop=0.1",
                "?windows=1",
                "?tracks=1"
            })
    void refusesAWrongParameter(String query) {
        TestStream.open(server, query).assertProblem(1008, "bad-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "{\"type\":\"begin\"}", "[]", "{}", "{\"type\":"})
    void refusesAMessageItDoesNotKnow(String message) {
        TestStream.open(server, RATE).say(message).assertProblem(1008, "bad-message");
        TestServer.await(() -> server.metric(OPEN) == 0);
    }

    @Test
    void refusesAMessageThatIsTooLarge() {
        TestStream stream = TestStream.open(server, RATE);
        stream.sound(new byte[20_001], 20_001).assertProblem(1009, "message-too-large");
        TestStream.open(server, RATE).say("x".repeat(2_000)).assertProblem(1009, "message-too-large");
        // The slot is free at once, not when some time is up.
        TestServer.await(() -> server.metric(OPEN) == 0);
    }

    @Test
    void refusesSoundThatIsNoNumber() {
        double[] samples = Sounds.samples(0.5);
        samples[2_000] = Double.NaN;
        TestStream stream = TestStream.open(server, RATE + "&encoding=f32le");
        stream.sound(Sounds.floats(samples), 5_000).assertProblem(1008, "unusable-recording");
    }

    @Test
    void refusesMoreStreamsThanAllowedAtATime() {
        var open = new ArrayList<TestStream>();
        for (int i = 0; i < 3; i++) {
            open.add(TestStream.open(server, RATE));
        }
        TestServer.await(() -> server.metric(OPEN) == 3);
        TestStream.open(server, RATE).assertProblem(1013, "too-many-streams");
        open.forEach(TestStream::abort);
        TestServer.await(() -> server.metric(OPEN) == 0);
        TestStream next = TestStream.open(server, RATE).end();
        assertThat(next.closeCode()).isEqualTo(1000);
    }

    @Test
    void endsAStreamThatBringsNothing() {
        TestStream.open(server, RATE).assertProblem(1008, "idle");
    }

    @Test
    void endsAStreamThatIsTooLongAfterItsLastWindow() {
        TestStream stream = TestStream.open(server, RATE + "&window=1&hop=1");
        try {
            stream.sound(Sounds.pcm(Sounds.samples(5)), 8_000);
        } catch (java.util.concurrent.CompletionException e) {
            // The server hung up while the rest was on its way.
            assertThat(e).hasRootCauseInstanceOf(IOException.class);
        }
        stream.assertProblem(1008, "stream-too-long");
        List<JsonNode> windows = stream.ofType("window");
        assertThat(windows).hasSize(4);
        assertThat(windows.get(3).path("endSeconds").doubleValue()).isEqualTo(4, within(0.02));
    }

    @Test
    void freesAStreamWhoseClientIsGone() {
        TestStream stream = TestStream.open(server, RATE);
        stream.sound(Arrays.copyOf(Sounds.pcm(Sounds.samples(1)), 10_001), 1_000);
        TestServer.await(() -> server.metric(OPEN) == 1);
        stream.abort();
        TestServer.await(() -> server.metric(OPEN) == 0);
    }
}
