package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;
import org.undertone.model.EmotionModel;
import org.undertone.model.Prediction;
import org.undertone.model.WindowSettings;

class EndpointsTest {
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

    private static void assertStretch(JsonNode json, Prediction expected) {
        assertThat(json.path("startSeconds").doubleValue()).isEqualTo(expected.startSeconds(), within(1e-9));
        assertThat(json.path("endSeconds").doubleValue()).isEqualTo(expected.endSeconds(), within(1e-9));
        for (int i = 0; i < expected.scores().size(); i++) {
            JsonNode score = json.path("emotions").path(i);
            var of = expected.scores().get(i);
            assertThat(score.path("emotion").textValue()).isEqualTo(of.emotion());
            assertThat(score.path("intensity").doubleValue()).isEqualTo(of.intensity(), within(1e-9));
            assertThat(score.path("present").booleanValue()).isEqualTo(of.present());
        }
    }

    @Test
    void predictsWhatTheModelPredicts() throws IOException {
        EmotionModel model = EmotionModel.read(server.model);
        Frames frames = model.extractor().extract(Sounds.samples(1.2), Sounds.RATE);
        var windows = model.windows(new WindowSettings(0.5, 0.25));
        List<Prediction> expected = new java.util.ArrayList<>(windows.push(frames));
        expected.addAll(windows.finish());

        JsonNode json = TestServer.json(server.post("/v1/predict?window=0.5&hop=0.25&tracks=true", Sounds.wav(1.2)));

        assertStretch(json.path("clip"), model.predict(Sounds.samples(1.2), Sounds.RATE));
        assertThat(json.path("windows")).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertStretch(json.path("windows").path(i), expected.get(i));
        }
        assertThat(json.path("seconds").doubleValue()).isEqualTo(1.2);
        assertThat(json.path("rate").intValue()).isEqualTo(Sounds.RATE);
        assertThat(json.path("name").isNull()).isTrue();
        for (String name : List.of("F0", "NAQ", "peakSlope", "creak")) {
            JsonNode track = json.path("tracks").path(name);
            assertThat(track).hasSize(frames.count());
            for (int frame = 0; frame < frames.count(); frame++) {
                double value = frames.value(frame, FrameColumns.COVAREP.index(name));
                assertThat(track.path(frame).doubleValue()).isEqualTo(value, within(1e-3 * Math.abs(value)));
            }
        }
    }

    @Test
    void sendsNeitherTimelineNorTracksUnlessAsked() {
        JsonNode json = TestServer.json(server.post("/v1/predict", Sounds.wav(0.5)));
        assertThat(json.has("windows")).isFalse();
        assertThat(json.has("tracks")).isFalse();
    }

    @Test
    void takesTheFileOfAForm() {
        byte[] form = form("file", "my voice.wav", Sounds.wav(0.5));
        HttpResponse<byte[]> response =
                server.post("/v1/predict", form, "Content-Type", "multipart/form-data; boundary=xyz");
        JsonNode json = TestServer.json(response);
        assertThat(response.statusCode()).as(json.toString()).isEqualTo(200);
        assertThat(json.path("name").textValue()).isEqualTo("my voice.wav");
        JsonNode raw = TestServer.json(server.post("/v1/predict", Sounds.wav(0.5)));
        assertThat(json.path("clip")).isEqualTo(raw.path("clip"));
    }

    static byte[] form(String part, String file, byte[] content) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(("--xyz\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + file
                        + "\"\r\nContent-Type: audio/wav\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n--xyz--\r\n".getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    @Test
    void describesTheModel() throws Exception {
        JsonNode json = TestServer.json(server.get("/v1/model"));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Files.readAllBytes(server.model.resolve("model.safetensors")));
        digest.update(Files.readAllBytes(server.model.resolve("model.json")));
        assertThat(json.path("id").textValue()).isEqualTo(HexFormat.of().formatHex(digest.digest()));
        assertThat(json.path("longestClipSeconds").doubleValue()).isEqualTo(60);
        assertThat(json.path("card").textValue()).startsWith("# ");
        assertThat(json.at("/limits/bodyBytes").intValue()).isEqualTo(RequestLimits.DEFAULT.bodyBytes());
    }

    @Test
    void isHealthyAndReady() {
        assertThat(TestServer.json(server.get("/healthz")).path("status").textValue())
                .isEqualTo("up");
        assertThat(TestServer.json(server.get("/readyz")).path("status").textValue())
                .isEqualTo("ready");
    }

    @Test
    void countsWhatItDoes() {
        double before = server.metric("undertone_predictions_total{kind=\"clip\"}");
        double bytes = server.metric("undertone_received_bytes_total");
        byte[] wav = Sounds.wav(0.5);
        server.post("/v1/predict", wav);
        TestServer.await(() -> server.metric("undertone_predictions_total{kind=\"clip\"}") == before + 1);
        assertThat(server.metric("undertone_received_bytes_total")).isEqualTo(bytes + wav.length);
        assertThat(server.metric(
                        "undertone_http_requests_seconds_count{method=\"POST\",route=\"/v1/predict\",status=\"200\"}"))
                .isPositive();
        String id = TestServer.json(server.get("/v1/model")).path("id").textValue();
        assertThat(server.metric("undertone_model_info{model_id=\"" + id + "\"}"))
                .isEqualTo(1);
    }

    @Test
    void sendsThePageItsLibrariesAndTheDocument() {
        assertThat(server.get("/").headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(server.get("/docs").body()).isNotEmpty();
        assertThat(TestServer.json(server.get("/openapi.json"))).isEqualTo(Contract.DOCUMENT);
        for (String path : List.of(
                "/assets/uplot/uPlot.esm.js",
                "/assets/uplot/uPlot.min.css",
                "/assets/swagger-ui/swagger-ui-bundle.js",
                "/assets/swagger-ui/swagger-ui.css",
                "/docs/show.js")) {
            assertThat(rawStatus(path)).as(path).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void sendsNothingElseFromTheClassPath() {
        for (String path : List.of(
                "/EmotionServer.class",
                "/page",
                "/assets/uplot/../../../../maven/org.webjars.npm/uplot/pom.xml",
                "/assets/uplot/%2e%2e/package.json",
                "/docs/..",
                "/assets/uplot/",
                "//index.html",
                "/index.html%00.js")) {
            assertThat(rawStatus(path)).as(path).containsAnyOf(" 400 ", " 404 ");
        }
    }

    private static String rawStatus(String path) {
        try (RawClient client = server.connect()) {
            client.say("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            return client.hear().lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void tellsBrowsersWhatThePageMayDo() {
        var headers = server.get("/").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'self';")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("microphone=(self)");
        assertThat(headers.firstValue("Server")).isEmpty();
    }
}
