package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.recogniser.RandomModel;

class ServeCommandTest {
    private static final Pattern ADDRESS = Pattern.compile("serving at (http://\\S+/)");

    @TempDir
    private Path directory;

    private final TestConsole test = new TestConsole();

    private Path model() throws IOException {
        Path model = directory.resolve("model");
        RandomModel.of(1).write(model);
        return model;
    }

    private String address(CompletableFuture<Integer> command) throws Exception {
        Matcher matcher = ADDRESS.matcher(test.complained());
        while (!matcher.find()) {
            assertThat(command).as(test.complained()).isNotDone();
            TimeUnit.MILLISECONDS.sleep(10);
            matcher = ADDRESS.matcher(test.complained());
        }
        return matcher.group(1);
    }

    @Test
    void servesUntilCtrlC() throws Exception {
        Path token = directory.resolve("token.txt");
        Files.writeString(token, "a-token-of-some-length\n");
        String[] arguments = {
            "serve",
            model().toString(),
            "--port",
            "0",
            "--token-file",
            token.toString(),
            "--max-body",
            "1",
            "--max-seconds",
            "5",
            "--max-requests",
            "2",
            "--max-streams",
            "1",
            "--idle-time",
            "3"
        };
        CompletableFuture<Integer> command = CompletableFuture.supplyAsync(() -> test.runAny(arguments));
        URI address = URI.create(address(command));
        var request = HttpRequest.newBuilder(address.resolve("/v1/model"));
        HttpClient client = HttpClient.newHttpClient();
        assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        var allowed = request.header("Authorization", "Bearer a-token-of-some-length");
        String answer = client.send(allowed.build(), BodyHandlers.ofString()).body();
        assertThat(answer)
                .contains("\"bodyBytes\":1048576,\"audioSeconds\":5,\"requests\":2,\"streams\":1")
                .contains("\"idleSeconds\":3");

        Thread waiting = test.pressCtrlC();
        assertThat(command.get(20, TimeUnit.SECONDS)).isZero();
        test.interruption.workEnded();
        waiting.join();
        assertThat(test.printed()).isEmpty();
        assertThat(test.complained()).endsWith("undertone: shut down\n").contains("to whom shows the token");
    }

    @Test
    void saysInOneLineThatThePortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(test.runAny("serve", model().toString(), "--port", port)).isEqualTo(1);
            assertThat(test.complained())
                    .startsWith("undertone: cannot listen on 127.0.0.1 port " + port)
                    .hasLineCount(1);
        }
    }

    @Test
    void refusesLimitsOutOfRange() throws IOException {
        assertThat(test.runAny("serve", model().toString(), "--max-requests", "0"))
                .isEqualTo(2);
        assertThat(test.complained()).contains("requests at a time must lie in 1 to 10000 but is 0");
    }

    @Test
    void refusesAShortToken() throws IOException {
        Path token = directory.resolve("token.txt");
        Files.writeString(token, "secret");
        assertThat(test.runAny("serve", model().toString(), "--token-file", token.toString()))
                .isEqualTo(2);
        assertThat(test.complained())
                .contains("a token must have 16 to 1024 characters but has 6")
                .doesNotContain("secret");
    }

    @Test
    void saysWhereThereIsNoModel() {
        assertThat(test.runAny("serve", directory.resolve("nothing").toString()))
                .isEqualTo(1);
        assertThat(test.complained()).contains("nothing");
    }

    @Test
    void saysWhereThereIsNoTokenFile() throws IOException {
        assertThat(test.runAny(
                        "serve",
                        model().toString(),
                        "--token-file",
                        directory.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(test.complained()).contains("none: no such file or directory");
    }
}
