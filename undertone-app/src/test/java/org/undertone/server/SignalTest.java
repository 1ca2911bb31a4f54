package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.recogniser.RandomModel;

/** A server process under load that is told to end by SIGTERM. */
@Timeout(120)
class SignalTest {
    private static final byte[] WAV = Sounds.wav(0.2);
    private static final byte[] LONG_WAV = Sounds.wav(4);
    private static final int CLIENTS = 3;
    private static final int HALF_SENT = 3;
    private static final int IN_WORK = 4;

    @TempDir
    private Path directory;

    /** One request on a connection of its own: what became of it. */
    private static String outcome(int port) {
        try (RawClient client = new RawClient(new Socket("127.0.0.1", port))) {
            client.upload("Connection: close\r\nContent-Length: " + WAV.length + "\r\n");
            return outcome(client.sayWhatIsTaken(WAV).hear());
        } catch (IOException e) {
            return "refused";
        }
    }

    private static String outcome(String heard) {
        if (heard.isEmpty() || heard.equals("(reset)")) {
            return "refused";
        }
        String head = heard.substring(0, Math.max(0, heard.indexOf("\r\n\r\n")));
        String body = heard.substring(heard.indexOf("\r\n\r\n") + 4);
        boolean whole = body.endsWith("}") && !heard.contains("(reset)");
        if (whole && head.startsWith("HTTP/1.1 200 ") && body.contains("\"clip\"")) {
            return "done";
        }
        return whole && head.startsWith("HTTP/1.1 503 ") ? "refused" : "broken: " + heard;
    }

    /** The next head that is heard. */
    private static String next(RawClient client) throws IOException {
        var heard = new StringBuilder();
        var one = new byte[1];
        while (heard.indexOf("\r\n\r\n") < 0 && client.read(one) > 0) {
            heard.append((char) one[0]);
        }
        return heard.toString();
    }

    @Test
    void losesNoRequestThatWasTakenIn() throws Exception {
        Path model = directory.resolve("model");
        RandomModel.of(1).write(model);
        Path work = Files.createDirectory(directory.resolve("work"));
        try (ServerProcess server = ServerProcess.start(model, work, List.of())) {
            int port = server.port();
            var told = new AtomicBoolean();
            var outcomes = new ConcurrentLinkedQueue<String>();
            var done = new AtomicInteger();
            var load = new ArrayList<Thread>();
            for (int i = 0; i < CLIENTS; i++) {
                load.add(new Thread(() -> {
                    // A few more after the end: those are refused.
                    for (int after = 0; after < 5; after += told.get() ? 1 : 0) {
                        outcomes.add(outcome(port));
                        done.incrementAndGet();
                    }
                }));
            }
            load.forEach(Thread::start);
            TestServer.await(() -> done.get() >= 8);

            var taken = new ArrayList<RawClient>();
            for (int i = 0; i < HALF_SENT + IN_WORK; i++) {
                var client = new RawClient(new Socket("127.0.0.1", port));
                byte[] body = i < HALF_SENT ? WAV : LONG_WAV;
                // The server says that it goes on once the request was taken in.
                client.upload("Connection: close\r\nExpect: 100-continue\r\nContent-Length: " + body.length + "\r\n");
                assertThat(next(client)).startsWith("HTTP/1.1 100 ");
                client.say(i < HALF_SENT ? Arrays.copyOf(body, 1000) : body);
                taken.add(client);
            }
            server.terminate();
            TestServer.await(() -> server.lines.stream().anyMatch(line -> line.contains("shutting down")));
            told.set(true);
            for (RawClient client : taken.subList(0, HALF_SENT)) {
                client.say(Arrays.copyOfRange(WAV, 1000, WAV.length));
            }
            for (RawClient client : taken) {
                assertThat(outcome(client.hear())).isEqualTo("done");
                client.close();
            }
            for (Thread thread : load) {
                thread.join();
            }
            assertThat(server.exitCode()).isEqualTo(128 + 15);
            assertThat(outcomes).contains("done", "refused").allMatch(end -> !end.startsWith("broken"));
            assertThat(server.lines).noneMatch(line -> line.contains("error "));
        }
        assertThat(left(work)).isEmpty();
    }

    /** What a run has left in its directory, home and temporary directory. */
    private static List<String> left(Path work) throws IOException {
        try (var files = Files.walk(work)) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    @Test
    void writesNoFileButTheLibrariesItBrings() throws Exception {
        Path model = directory.resolve("model");
        RandomModel.of(1).write(model);
        List<String> before = left(model);
        Path work = Files.createDirectory(directory.resolve("work"));
        byte[] opus;
        try (var in = SignalTest.class.getResourceAsStream("/org/undertone/media/tone.opus")) {
            opus = in.readAllBytes();
        }
        byte[] form = EndpointsTest.form("file", "../../evil.opus", opus);
        try (ServerProcess server = ServerProcess.start(model, work, List.of())) {
            try (RawClient client = new RawClient(new Socket("127.0.0.1", server.port()))) {
                client.upload("Connection: close\r\nContent-Type: multipart/form-data; boundary=xyz\r\nContent-Length: "
                        + form.length + "\r\n");
                assertThat(client.say(form).hear()).startsWith("HTTP/1.1 200 ");
            }
            server.terminate();
            assertThat(server.exitCode()).isEqualTo(128 + 15);
        }
        assertThat(left(model)).isEqualTo(before);
        // FFmpeg is a library of the system's, which it loads from a file.
        assertThat(left(work)).allMatch(file -> file.contains("/.javacpp/cache/"));
        assertThat(new String(opus, StandardCharsets.ISO_8859_1)).startsWith("OggS");
    }
}
