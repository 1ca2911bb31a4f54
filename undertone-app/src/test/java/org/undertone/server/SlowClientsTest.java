package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many clients that are slow, or gone: others are served meanwhile, and nothing is left behind. */
class SlowClientsTest {
    private static final byte[] WAV = Sounds.wav(0.1);

    @TempDir
    private static Path directory;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.strict(directory);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        server.assertNothingIsLeft(WAV);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersOthersWhileManyHeadsDrip() throws IOException {
        var slow = new ArrayList<RawClient>();
        try {
            for (int i = 0; i < 60; i++) {
                slow.add(server.connect().say("POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nX-" + i));
            }
            assertThat(server.post("/v1/predict", WAV).statusCode()).isEqualTo(200);
            for (RawClient client : slow) {
                // Those that say nothing at all any more are hung up on without a word.
                assertThat(client.hear()).matches("(?s)|HTTP/1\\.1 408 .*");
            }
        } finally {
            for (RawClient client : slow) {
                client.close();
            }
        }
    }

    @Test
    void freesThePlacesOfManyBodiesThatDrip() throws IOException {
        var slow = new ArrayList<RawClient>();
        try {
            for (int i = 0; i < 4; i++) {
                slow.add(server.connect().upload("Content-Length: 50000\r\n").say("RIFF"));
            }
            TestServer.await(() -> server.metric("undertone_requests_open") == 4);
            assertThat(server.post("/v1/predict", WAV).statusCode()).isEqualTo(429);
            for (RawClient client : slow) {
                assertThat(client.hear()).startsWith("HTTP/1.1 408 ");
            }
        } finally {
            for (RawClient client : slow) {
                client.close();
            }
        }
    }

    @Test
    void freesThePlacesOfClientsThatVanish() throws IOException {
        byte[] head = ("POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + WAV.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] full = Arrays.copyOf(head, head.length + WAV.length);
        System.arraycopy(WAV, 0, full, head.length, WAV.length);
        byte[] tracks =
                ("POST /v1/predict?tracks=true&window=0.1&hop=0.01 HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                                + TestServer.STRICT_BODY_BYTES + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 20; i++) {
            // In the middle of the upload, before the response, and in the middle of it.
            server.connect()
                    .sayWhatIsTaken(Arrays.copyOf(full, full.length - 1 - i))
                    .vanish();
            server.connect().sayWhatIsTaken(full).vanish();
            RawClient reader = RawClient.withSmallBuffer(server.server.port());
            reader.sayWhatIsTaken(tracks).sayWhatIsTaken(Arrays.copyOf(Sounds.wav(1), TestServer.STRICT_BODY_BYTES));
            reader.read(new byte[100]);
            reader.vanish();
        }
    }
}
