package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.undertone.recogniser.RandomModel;

/** A server of a random model, and a client that holds every response against the OpenAPI document. */
final class TestServer implements AutoCloseable {
    /** The largest body that {@link #strict} takes. */
    static final int STRICT_BODY_BYTES = 64 << 10;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final EmotionServer server;
    final Path model;
    final List<String> events = new CopyOnWriteArrayList<>();

    private TestServer(Path model, ServerSettings settings) throws IOException {
        this.model = model;
        server = EmotionServer.start(model, settings, new Events());
    }

    /** A server at any port whose model is made in a directory. */
    static TestServer start(Path directory, ServerSettings settings) throws IOException {
        Path model = directory.resolve("model");
        RandomModel.of(1).write(model);
        return new TestServer(model, settings.withPort(0));
    }

    static TestServer start(Path directory) throws IOException {
        return start(directory, ServerSettings.DEFAULT);
    }

    /** One with little room and little patience, for clients that mean harm. */
    static TestServer strict(Path directory) throws IOException {
        return start(
                directory,
                ServerSettings.DEFAULT.withRequests(RequestLimits.DEFAULT
                        .withBodyBytes(STRICT_BODY_BYTES)
                        .withTotalBytes(4 * STRICT_BODY_BYTES)
                        .withRequests(4)
                        .withTimes(Duration.ofMillis(600), Duration.ofMillis(1500), Duration.ofSeconds(5))));
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    HttpResponse<byte[]> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<byte[]> post(String path, byte[] body, String... headers) {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            Contract.check(
                    request.uri().getPath(),
                    request.method(),
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
            return response;
        } catch (IOException e) {
            throw new AssertionError("no response to " + request, e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return Contract.JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError("not JSON", e);
        }
    }

    /** Status and code of a problem. */
    static void assertProblem(HttpResponse<byte[]> response, int status, String code) {
        JsonNode problem = json(response);
        assertThat(problem.path("code").textValue()).as(problem.toString()).isEqualTo(code);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(problem.path("status").intValue()).isEqualTo(status);
    }

    /** The value of a metric by name and labels. */
    double metric(String name) {
        String text = new String(get("/metrics").body(), StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    /** No request is open, no memory taken, nothing failed, and a recording is answered as ever. */
    void assertNothingIsLeft(byte[] recording) {
        await(() -> metric("undertone_requests_open") == 0
                && metric("undertone_body_bytes") == 0
                && metric("undertone_queue_depth") == 0);
        assertThat(post("/v1/predict", recording).statusCode()).isEqualTo(200);
        assertThat(events).noneMatch(event -> event.startsWith("failed"));
    }

    /** Waits for what happens soon, on a busy machine too. */
    static void await(BooleanSupplier happened) {
        long end = System.nanoTime() + 120_000_000_000L;
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime() - end)
                    .as("it did not happen within 2 minutes")
                    .isNegative();
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** A connection on which anything can be said. */
    RawClient connect() throws IOException {
        return new RawClient(new Socket("127.0.0.1", server.port()));
    }

    @Override
    public void close() {
        server.close();
    }

    private final class Events implements ServerListener {
        @Override
        public void modelSwapped(String modelId) {
            events.add("swapped " + modelId);
        }

        @Override
        public void swapFailed(String reason) {
            events.add("swap failed");
        }

        @Override
        public void overloaded(String what) {
            events.add("overloaded");
        }

        @Override
        public void failed(String errorId, Throwable cause) {
            cause.printStackTrace(System.err);
            events.add("failed " + cause);
        }

        @Override
        public void stopping() {
            events.add("stopping");
        }

        @Override
        public void stopped() {
            events.add("stopped");
        }
    }
}
