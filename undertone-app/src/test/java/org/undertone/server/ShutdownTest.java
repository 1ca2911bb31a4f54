package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a server: what was taken in is finished. */
class ShutdownTest {
    @TempDir
    private Path directory;

    @Test
    void finishesWhatItHasTakenInAndTakesNothingNew() throws Exception {
        TestServer server = TestServer.start(directory);
        byte[] wav = Sounds.wav(0.3);
        TestStream stream = TestStream.open(server, "?rate=" + Sounds.RATE + "&window=0.5&hop=0.5");
        stream.sound(Sounds.pcm(Sounds.samples(1.3)), 1_000);
        // Sound that is on its way is no sound that was received.
        TestServer.await(() -> server.metric("undertone_received_bytes_total") == 2 * 1.3 * Sounds.RATE);
        try (RawClient upload = server.connect()) {
            upload.upload("Content-Length: " + wav.length + "\r\n").say(java.util.Arrays.copyOf(wav, 1_000));
            TestServer.await(() -> server.metric("undertone_requests_open") == 1);
            var closing = new Thread(server::close);
            closing.start();
            TestServer.await(() -> server.get("/readyz").statusCode() == 503);

            var late = server.post("/v1/predict", wav);
            TestServer.assertProblem(late, 503, "shutting-down");
            assertThat(late.headers().firstValue("Retry-After")).isPresent();
            TestStream.open(server, "").assertProblem(1012, "shutting-down");

            stream.assertProblem(1012, "shutting-down");
            assertThat(stream.ofType("window")).hasSize(3);

            upload.say(java.util.Arrays.copyOfRange(wav, 1_000, wav.length));
            assertThat(upload.hear())
                    .startsWith("HTTP/1.1 200 ")
                    .containsIgnoringCase("Connection: close")
                    .contains("\"clip\"");
            closing.join();
        }
        assertThat(server.events).containsExactly("stopping", "stopped");
        assertThatThrownBy(() -> new Socket("127.0.0.1", server.server.port()).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        TestServer server = TestServer.start(directory);
        server.post("/v1/predict", Sounds.wav(0.1));
        server.close();
        server.close();
        TestServer.await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("undertone")));
        assertThat(server.events).containsExactly("stopping", "stopped");
    }

    @Test
    void saysWhereItCannotListen() throws Exception {
        try (TestServer first = TestServer.start(directory)) {
            ServerSettings same = ServerSettings.DEFAULT.withPort(first.server.port());
            assertThatThrownBy(() -> EmotionServer.start(first.model, same, ServerListener.SILENT))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot listen on 127.0.0.1 port " + first.server.port())
                    .hasMessageContaining("--port");
        }
    }
}
