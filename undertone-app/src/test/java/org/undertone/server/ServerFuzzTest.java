package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is sent: a response that is no 500, or a hang-up. {@code bench/fuzz-server} is the long form. */
@Timeout(3600)
class ServerFuzzTest {
    private static final int REQUESTS = Integer.getInteger("undertone.fuzz.requests", 300);
    private static final long SEED = Long.getLong("undertone.fuzz.seed", 4);
    private static final int CLIENTS = 24;
    private static final int BATCH = 96;
    private static final int SHOWN_BYTES = 600;

    @TempDir
    private Path directory;

    private static final Duration HEAD_TIME = Duration.ofMillis(500);

    private static ServerSettings settings() {
        return ServerSettings.DEFAULT
                .withRequests(RequestLimits.DEFAULT
                        .withBodyBytes(1 << 20)
                        .withTotalBytes(4 << 20)
                        .withAudioSeconds(5)
                        .withTimes(HEAD_TIME, Duration.ofSeconds(1), Duration.ofSeconds(10)))
                .withStreams(StreamLimits.DEFAULT.withIdle(Duration.ofSeconds(1)));
    }

    private static String shown(int number, byte[] request) {
        String text =
                new String(Arrays.copyOf(request, Math.min(request.length, SHOWN_BYTES)), StandardCharsets.ISO_8859_1);
        return "request " + number + " of seed " + SEED + ", " + request.length + " bytes: "
                + text.replace("\r", "\\r").replace("\n", "\\n").replaceAll("[^ -~]", ".");
    }

    /** The status that comes first, "closed" where there is none. */
    private static String first(String heard) {
        if (heard.isEmpty() || heard.startsWith("(reset)")) {
            return "closed";
        }
        assertThat(heard).matches("(?s)HTTP/1\\.1 [1-5]\\d\\d[ \r].*");
        return heard.substring(9, 12);
    }

    private static long undertoneThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("undertone"))
                .count();
    }

    /** What comes of one request; every fourth client says at once that it will say no more. */
    private static String status(TestServer server, int number, byte[] request) {
        try (RawClient client = server.connect()) {
            client.sayWhatIsTaken(request);
            if (number % 4 == 0) {
                client.sayNoMoreIfItListens();
            }
            String status = first(client.hear());
            assertThat(status).as(shown(number, request)).isNotEqualTo("500");
            return status;
        } catch (IOException e) {
            throw new AssertionError("no end: " + shown(number, request), e);
        }
    }

    @Test
    void fuzzedRequestsAreAnsweredOrClosed() throws Exception {
        var fuzzed = new FuzzedRequests(SEED);
        Map<String, Integer> statuses = new TreeMap<>();
        var clients = Executors.newFixedThreadPool(CLIENTS);
        try (TestServer server = TestServer.start(directory, settings())) {
            for (int first = 0; first < REQUESTS; first += BATCH) {
                var batch = new ArrayList<Callable<String>>();
                for (int number = first; number < Math.min(REQUESTS, first + BATCH); number++) {
                    int one = number;
                    batch.add(() -> status(server, one, fuzzed.request(one)));
                }
                for (Future<String> status : clients.invokeAll(batch)) {
                    statuses.merge(status.get(), 1, Integer::sum);
                }
                assertThat(server.events)
                        .as("seed %d, requests from %d on", SEED, first)
                        .noneMatch(event -> event.startsWith("failed"));
            }
            TestServer.await(() -> server.metric("undertone_requests_open") == 0
                    && server.metric("undertone_body_bytes") == 0
                    && server.metric("undertone_streams_open") == 0
                    && server.metric("undertone_queue_depth") == 0);
            assertThat(server.post("/v1/predict", Sounds.wav(0.2)).statusCode()).isEqualTo(200);
            // The fuzz has come beyond the door.
            assertThat(statuses).containsKeys("200", "400", "422");
            // The pool of connections, the workers, the clock and the watcher of the model.
            assertThat(undertoneThreads()).isLessThan(80);
        } finally {
            clients.shutdown();
        }
        System.err.println("fuzz-server: " + REQUESTS + " requests, seed " + SEED + ": " + statuses);
    }
}
