package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undertone.server.TestServer.assertProblem;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request, each with its own status and code. */
class RefusalsTest {
    private static final byte[] WAV = Sounds.wav(0.1);

    @TempDir
    private static Path directory;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(server.events).containsExactly("stopping", "stopped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window=abc",
                "window=0",
                "window=NaN",
                "window=61",
                "hop=1",
                "window=3&hop=0",
                "window=3&hop=0.05",
                "window=60&hop=1",
                "window=1&hop=NaN",
                "window=3&window=3",
                "tracks=yes",
                "windows=3"
            })
    void refusesAWrongParameter(String query) {
        HttpResponse<byte[]> response = server.post("/v1/predict?" + query, WAV);
        assertProblem(response, 400, "bad-parameter");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void refusesAFormWithoutABoundary() {
        assertProblem(server.post("/v1/predict", WAV, "Content-Type", "multipart/form-data"), 400, "bad-multipart");
    }

    @Test
    void refusesAFormOfAnotherKind() {
        byte[] form = EndpointsTest.form("file", "a.wav", WAV);
        String type = "multipart/mixed; boundary=xyz";
        assertProblem(server.post("/v1/predict", form, "Content-Type", type), 400, "bad-multipart");
    }

    @Test
    void refusesAFormWhosePartHasAnotherName() {
        HttpResponse<byte[]> response = sendForm(EndpointsTest.form("audio", "a.wav", WAV));
        assertProblem(response, 400, "bad-multipart");
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("'audio'");
    }

    @Test
    void refusesAFormOfTwoParts() {
        String one = new String(EndpointsTest.form("file", "a.wav", WAV), StandardCharsets.ISO_8859_1);
        byte[] two = (one.replaceFirst("--xyz--\r\n$", "") + one).getBytes(StandardCharsets.ISO_8859_1);
        assertProblem(sendForm(two), 400, "bad-multipart");
    }

    @Test
    void refusesAFormThatEndsEarly() {
        byte[] form = EndpointsTest.form("file", "a.wav", WAV);
        assertProblem(sendForm(Arrays.copyOf(form, form.length - 9)), 400, "bad-multipart");
    }

    @Test
    void refusesAFormThatIsNone() {
        assertProblem(sendForm(WAV), 400, "bad-multipart");
        assertProblem(sendForm("--xyz--\r\n".getBytes(StandardCharsets.US_ASCII)), 400, "bad-multipart");
    }

    private static HttpResponse<byte[]> sendForm(byte[] form) {
        return server.post("/v1/predict", form, "Content-Type", "multipart/form-data; boundary=xyz");
    }

    @Test
    void usesTheNameOfAFileForMessagesAlone() {
        String evil = "../../etc/passwd";
        HttpResponse<byte[]> response = sendForm(EndpointsTest.form("file", evil, WAV));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(TestServer.json(response).path("name").textValue()).isEqualTo(evil);
    }

    @Test
    void findsNothingElsewhere() {
        assertProblem(server.get("/v2/predict"), 404, "not-found");
    }

    @Test
    void namesTheMethodsThatWork() {
        HttpResponse<byte[]> response =
                server.send(server.request("/v1/predict").method("DELETE", BodyPublishers.noBody()));
        assertProblem(response, 405, "method-not-allowed");
        assertThat(response.headers().firstValue("Allow")).contains("POST");
        assertProblem(server.post("/v1/model", WAV), 405, "method-not-allowed");
    }

    @Test
    void refusesWhatIsNoRecording() {
        byte[] text = "The quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.US_ASCII);
        assertProblem(server.post("/v1/predict", text), 415, "unknown-format");
    }

    @Test
    void refusesACompressedBody() {
        assertProblem(server.post("/v1/predict", WAV, "Content-Encoding", "gzip"), 415, "encoded-body");
    }

    @Test
    void refusesAnEmptyBody() {
        assertProblem(server.post("/v1/predict", new byte[0]), 422, "unusable-recording");
    }

    @Test
    void refusesADamagedRecording() {
        assertProblem(server.post("/v1/predict", Arrays.copyOf(WAV, 30)), 422, "unusable-recording");
    }

    @Test
    void refusesARecordingTooShortForFeatures() {
        assertProblem(server.post("/v1/predict", Sounds.wav(0.02)), 422, "unusable-recording");
    }

    @Test
    void refusesAStreamByPlainHttp() {
        assertProblem(server.get("/v1/stream"), 426, "upgrade-required");
    }

    @Test
    void refusesPagesOfOtherHosts() throws IOException {
        try (RawClient client = server.connect()) {
            client.upload("Origin: http://evil.example\r\nContent-Length: 0\r\nConnection: close\r\n");
            assertThat(client.hear()).startsWith("HTTP/1.1 403 ").contains("forbidden-origin");
        }
        try (RawClient client = server.connect()) {
            client.say("GET /v1/stream HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\nUpgrade: websocket"
                    + "\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Sec-WebSocket-Version: 13\r\n\r\n");
            var answer = new byte[12];
            assertThat(client.read(answer)).isPositive();
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 403");
        }
    }

    @Test
    void refusesNamesThatAreNotItsOwn() throws IOException {
        try (RawClient client = server.connect()) {
            client.say("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
            assertThat(client.hear()).startsWith("HTTP/1.1 403 ").contains("forbidden-host");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.2\r\nHost: localhost\r\n\r\n",
                "GET /\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"
            })
    void refusesWhatIsNoHttp(String request) throws IOException {
        try (RawClient client = server.connect()) {
            String answer = client.say(request).hear();
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"bad-request\"");
            assertThat(answer.toLowerCase()).doesNotContain("jetty", "javalin", "<html");
        }
    }

    @Test
    void refusesAHeadThatIsTooLarge() throws IOException {
        try (RawClient client = server.connect()) {
            String answer = client.say("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n")
                    .hear();
            assertThat(answer).startsWith("HTTP/1.1 431 ").contains("headers-too-large");
        }
        try (RawClient client = server.connect()) {
            String answer = client.say("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .hear();
            assertThat(answer).startsWith("HTTP/1.1 414 ").contains("uri-too-long");
        }
    }
}
