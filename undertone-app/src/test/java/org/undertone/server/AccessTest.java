package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.undertone.server.TestServer.assertProblem;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token and the pages of other hosts. */
class AccessTest {
    private static final String TOKEN = "a-token_of+some/length=";

    @TempDir
    private static Path directory;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(
                directory,
                ServerSettings.DEFAULT
                        .withToken(TOKEN)
                        .withAllowedOrigins(List.of(URI.create("https://voice.example"))));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/model", "/metrics", "/v1/stream", "/nothing"})
    void wantsTheToken(String path) {
        HttpResponse<byte[]> response = server.get(path);
        assertProblem(response, 401, "unauthorized");
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void wantsTheTokenBeforeItReadsAnUpload() {
        assertProblem(server.post("/v1/predict", Sounds.wav(0.1)), 401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/openapi.json", "/healthz", "/readyz"})
    void wantsNoTokenForThePageAndForHealth(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void takesTheToken() {
        assertThat(server.send(server.request("/v1/model").header("Authorization", "Bearer " + TOKEN))
                        .statusCode())
                .isEqualTo(200);
        for (String wrong : List.of("Bearer " + TOKEN + "x", "Bearer a", "Bearer", "Basic " + TOKEN, TOKEN)) {
            assertThat(server.send(server.request("/v1/model").header("Authorization", wrong))
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(401);
        }
    }

    @Test
    void takesTheTokenOfAStreamAsASubprotocol() {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8));
        TestStream stream = TestStream.open(server, "", "undertone.v1", "bearer." + encoded);
        assertThat(stream.protocol()).isEqualTo("undertone.v1");
        stream.end();
        assertThat(stream.closeCode()).isEqualTo(1000);
        TestStream.open(server, "", "undertone.v1", "bearer.AAAA").assertProblem(1008, "unauthorized");
        TestStream.open(server, "").assertProblem(1008, "unauthorized");
    }

    @Test
    void letsPagesOfAnAllowedOriginUseIt() {
        HttpResponse<byte[]> response = server.send(server.request("/v1/model")
                .header("Origin", "https://voice.example")
                .header("Authorization", "Bearer " + TOKEN));
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("https://voice.example");
        HttpResponse<byte[]> asked = server.send(server.request("/v1/predict")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://voice.example")
                .header("Access-Control-Request-Method", "POST"));
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("Authorization");
        assertThat(server.send(server.request("/v1/model")
                                .header("Origin", "https://evil.example")
                                .header("Authorization", "Bearer " + TOKEN))
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void knowsItsOwnOriginByHostAndPort() throws ProblemException {
        var rules = new AccessRules(ServerSettings.DEFAULT);
        rules.requireOrigin("http://localhost:8080", "localhost:8080");
        rules.requireOrigin("https://voice.example", "voice.example");
        rules.requireOrigin("https://voice.example", "voice.example:443");
        rules.requireOrigin(null, "localhost");
        for (String other : List.of("http://localhost:81", "null", "http://localhost.evil.example", "nonsense", "")) {
            assertThatThrownBy(() -> rules.requireOrigin(other, "localhost:8080"))
                    .as(other)
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void isCalledByTheNamesOfTheLoopbackAddress() throws ProblemException {
        var rules = new AccessRules(
                ServerSettings.DEFAULT.withAllowedOrigins(List.of(URI.create("https://voice.example"))));
        for (String own : List.of("localhost", "LocalHost:80", "127.0.0.1:8080", "[::1]:8080", "voice.example")) {
            rules.requireHost(own);
        }
        for (String other :
                List.of("evil.example", "localhost.evil.example", "", "[::2]", "127.0.0.1.evil.example:80")) {
            assertThatThrownBy(() -> rules.requireHost(other)).as(other).isInstanceOf(ProblemException.class);
        }
        var open = new AccessRules(new ServerSettings(
                "0.0.0.0", 80, java.util.Optional.empty(), List.of(), RequestLimits.DEFAULT, StreamLimits.DEFAULT));
        open.requireHost("any.example");
    }
}
