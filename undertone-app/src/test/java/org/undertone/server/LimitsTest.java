package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undertone.server.TestServer.assertProblem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every limit of requests, with the status that tells it. */
class LimitsTest {
    private static final int BODY_BYTES = 40_000;
    private static final int TOTAL_BYTES = 80_000;
    private static final String OPEN = "undertone_requests_open";
    private static final String MEMORY = "undertone_body_bytes";

    @TempDir
    private static Path directory;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(
                directory,
                ServerSettings.DEFAULT.withRequests(RequestLimits.DEFAULT
                        .withBodyBytes(BODY_BYTES)
                        .withTotalBytes(TOTAL_BYTES)
                        .withAudioSeconds(1)
                        .withRequests(2)
                        .withConnections(16)
                        .withTimes(Duration.ofMillis(400), Duration.ofMillis(900), Duration.ofMillis(400))));
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(server.events).contains("overloaded").noneMatch(event -> event.startsWith("failed"));
    }

    private static void awaitNobody() {
        TestServer.await(() -> server.metric(OPEN) == 0 && server.metric(MEMORY) == 0);
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() {
        assertProblem(server.post("/v1/predict", new byte[BODY_BYTES + 1]), 413, "body-too-large");
        awaitNobody();
    }

    @Test
    void refusesABodyThatTurnsOutToBeTooLarge() {
        // A stream has no length that could be announced, so that it is sent in chunks.
        HttpResponse<byte[]> response = server.send(server.request("/v1/predict")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[BODY_BYTES + 1]))));
        assertProblem(response, 413, "body-too-large");
        awaitNobody();
    }

    @Test
    void refusesAFileInAFormThatIsTooLarge() {
        byte[] form = EndpointsTest.form("file", "a.wav", new byte[BODY_BYTES + 1]);
        HttpResponse<byte[]> response =
                server.post("/v1/predict", form, "Content-Type", "multipart/form-data; boundary=xyz");
        assertProblem(response, 413, "body-too-large");
    }

    @Test
    void cutsABodyWithoutEnd() throws IOException {
        try (RawClient client = server.connect()) {
            client.upload("Transfer-Encoding: chunked\r\n");
            String chunk = "1000\r\n" + "a".repeat(0x1000) + "\r\n";
            for (int i = 0; i < 12; i++) {
                client.say(chunk);
            }
            assertThat(client.hear()).startsWith("HTTP/1.1 413 ").contains("body-too-large");
        }
    }

    @Test
    void takesABodyOfJustTheSizeAllowed() {
        byte[] wav = java.util.Arrays.copyOf(Sounds.wav(0.5), BODY_BYTES);
        assertThat(server.post("/v1/predict", wav).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesARecordingThatIsTooLong() {
        HttpResponse<byte[]> response = server.post("/v1/predict", Sounds.wav(1.1));
        assertProblem(response, 413, "recording-too-long");
        assertThat(TestServer.json(response).path("detail").textValue()).contains("1 s allowed");
        awaitNobody();
    }

    @Test
    void refusesMorePredictionsThanAllowedAtATime() throws IOException {
        try (RawClient one = server.connect();
                RawClient two = server.connect()) {
            one.upload("Content-Length: 100\r\n").say("RIFF");
            two.upload("Content-Length: 100\r\n").say("RIFF");
            TestServer.await(() -> server.metric(OPEN) == 2);
            HttpResponse<byte[]> response = server.post("/v1/predict", Sounds.wav(0.1));
            assertProblem(response, 429, "too-many-requests");
            assertThat(response.headers().firstValue("Retry-After")).contains("1");
            HttpResponse<byte[]> ready = server.get("/readyz");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(TestServer.json(ready).path("reason").textValue()).isEqualTo("full");
        }
        // Both are gone in the middle of their uploads.
        awaitNobody();
        assertThat(server.post("/v1/predict", Sounds.wav(0.1)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesBodiesThatTogetherAreTooLarge() throws IOException {
        try (RawClient one = server.connect()) {
            one.upload("Content-Length: 39000\r\n").say(new byte[38_000]);
            TestServer.await(() -> server.metric(MEMORY) >= 38_000);
            HttpResponse<byte[]> response = server.post("/v1/predict", new byte[39_000]);
            assertProblem(response, 503, "out-of-memory-budget");
            assertThat(response.headers().firstValue("Retry-After")).contains("1");
        }
        awaitNobody();
    }

    @Test
    void givesUpABodyOfWhichNothingMoreComes() throws IOException {
        try (RawClient client = server.connect()) {
            String answer = client.upload("Content-Length: 100\r\n").say("RIFF").hear();
            assertThat(answer).startsWith("HTTP/1.1 408 ").contains("too-slow");
        }
        awaitNobody();
    }

    @Test
    void givesUpABodyThatDrips() throws IOException {
        try (RawClient client = server.connect()) {
            client.upload("Content-Length: 10000\r\n");
            assertThat(drip(client)).startsWith("HTTP/1.1 408 ").contains("too-slow");
        }
        awaitNobody();
    }

    @Test
    void givesUpAHeadThatDrips() throws IOException {
        try (RawClient client = server.connect()) {
            client.say("GET / HTTP/1.1\r\nHost: localhost\r\nX-");
            assertThat(drip(client)).startsWith("HTTP/1.1 408 ").contains("too-slow");
        }
    }

    /** Says a byte now and then until the server has had enough. */
    private static String drip(RawClient client) {
        var heard = new java.util.concurrent.atomic.AtomicReference<String>();
        TestServer.await(() -> {
            try {
                client.say("a");
                heard.set(client.hearFor(60));
            } catch (IOException e) {
                return true;
            }
            return !heard.get().isEmpty();
        });
        return heard.get();
    }

    @Test
    void hangsUpOnWhoDoesNotReadTheResponse() throws IOException {
        try (RawClient client = RawClient.withSmallBuffer(server.server.port())) {
            client.say("GET /assets/swagger-ui/swagger-ui-bundle.js HTTP/1.1\r\nHost: localhost\r\n\r\n");
            double whole = 1_000_000;
            var read = new java.util.concurrent.atomic.AtomicInteger();
            // A byte now and then: never idle, never done.
            TestServer.await(() -> {
                try {
                    int count = client.read(new byte[1]);
                    read.addAndGet(Math.max(0, count));
                    return count < 0 || read.get() > 200;
                } catch (IOException e) {
                    return true;
                }
            });
            assertThat(client.hear().length() + read.get()).isLessThan((int) whole);
        }
    }

    @Test
    void doesNotGiveUpWorkThatTakesLongerThanAClientMayBeIdle() {
        // The work waits behind nothing and takes a while; the connection is idle meanwhile.
        assertThat(server.post("/v1/predict?tracks=true", Sounds.wav(1)).statusCode())
                .isEqualTo(200);
    }
}
