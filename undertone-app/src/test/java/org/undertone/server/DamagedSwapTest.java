package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.recogniser.RandomModel;

/** Files of the served model that are damaged in their place, one after another, while requests run. */
class DamagedSwapTest {
    private static final String FAILURES = "undertone_model_swap_failures_total";

    @TempDir
    private Path directory;

    @Test
    void goesOnWithTheModelBeforeThroughDamageOfEveryKind() throws Exception {
        try (TestServer server = TestServer.start(directory)) {
            var done = new AtomicBoolean();
            Set<String> answers = ConcurrentHashMap.newKeySet();
            var load = new ArrayList<Thread>();
            for (int i = 0; i < 2; i++) {
                load.add(new Thread(() -> {
                    while (!done.get()) {
                        var response = server.post("/v1/predict", Sounds.wav(0.1));
                        answers.add(response.statusCode() + " "
                                + TestServer.json(response).path("modelId").textValue());
                    }
                }));
            }
            load.forEach(Thread::start);
            Path weights = server.model.resolve("model.safetensors");
            Path description = server.model.resolve("model.json");
            byte[] good = Files.readAllBytes(weights);
            damage(server, weights, new byte[0]);
            damage(server, weights, "not weights".getBytes(StandardCharsets.US_ASCII));
            byte[] noise = good.clone();
            var random = new SplittableRandom(1);
            for (int at = 0; at < 200; at++) {
                noise[at] = (byte) random.nextInt(256);
            }
            damage(server, weights, noise);
            Files.write(weights, good);
            damage(server, description, "{".getBytes(StandardCharsets.US_ASCII));
            Files.delete(description);
            RandomModel.of(2).write(directory.resolve("fresh"));
            Files.copy(directory.resolve("fresh/model.json"), description);
            Files.copy(directory.resolve("fresh/model.safetensors"), weights, StandardCopyOption.REPLACE_EXISTING);
            TestServer.await(() -> server.metric("undertone_model_swaps_total") == 1 && answers.size() == 2);
            done.set(true);
            for (Thread thread : load) {
                thread.join();
            }
            // All were answered, by the first model or by the last.
            assertThat(answers).hasSize(2).allMatch(answer -> answer.matches("200 [0-9a-f]{64}"));
        }
    }

    private static void damage(TestServer server, Path file, byte[] content) throws IOException {
        double before = server.metric(FAILURES);
        Files.write(file, content);
        TestServer.await(() -> server.metric(FAILURES) > before);
        assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
    }
}
