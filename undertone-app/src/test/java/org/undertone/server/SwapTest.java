package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.recogniser.RandomModel;

/** Another model in the place of the one that is served. */
class SwapTest {
    @TempDir
    private Path directory;

    private static String id(TestServer server) {
        return TestServer.json(server.get("/v1/model")).path("id").textValue();
    }

    @Test
    void takesAnotherModelOverWithoutLosingARequest() throws Exception {
        try (TestServer server = TestServer.start(directory)) {
            String before = id(server);
            TestStream stream = TestStream.open(server, "?rate=" + Sounds.RATE + "&window=0.5&hop=0.5");
            var done = new AtomicBoolean();
            Set<String> seen = ConcurrentHashMap.newKeySet();
            ExecutorService clients = Executors.newSingleThreadExecutor();
            Future<Integer> requests = clients.submit(() -> {
                int count = 0;
                while (!done.get()) {
                    HttpResponse<byte[]> response = server.post("/v1/predict", Sounds.wav(0.1));
                    assertThat(response.statusCode()).isEqualTo(200);
                    seen.add(TestServer.json(response).path("modelId").textValue());
                    count++;
                }
                return count;
            });
            replace(server.model, RandomModel.of(2)::write);
            TestServer.await(() -> !id(server).equals(before) && seen.size() == 2);
            done.set(true);
            assertThat(requests.get()).isPositive();
            clients.shutdown();

            assertThat(server.events).containsExactly("swapped " + id(server));
            assertThat(server.metric("undertone_model_swaps_total")).isEqualTo(1);
            assertThat(server.metric("undertone_model_info{model_id=\"" + id(server) + "\"}"))
                    .isEqualTo(1);
            assertThat(server.metric("undertone_model_info{model_id=\"" + before + "\"}"))
                    .isZero();
            // The stream that was open keeps the model it began with.
            stream.sound(Sounds.pcm(Sounds.samples(0.6)), 1_000).end();
            assertThat(stream.closeCode()).isEqualTo(1000);
            assertThat(stream.messages.get(0).path("modelId").textValue()).isEqualTo(before);
            JsonNode window = stream.ofType("window").get(0);
            var same = RandomModel.of(1).stream(Sounds.RATE, new org.undertone.model.WindowSettings(0.5, 0.5));
            var expected = new java.util.ArrayList<>(same.push(Sounds.samples(0.6), 0, 4_800));
            expected.addAll(same.finish());
            assertThat(window.at("/emotions/0/intensity").doubleValue())
                    .isEqualTo(expected.get(0).scores().get(0).intensity());
        }
    }

    private interface Maker {
        void write(Path directory) throws IOException;
    }

    /** As an operator does: makes it elsewhere, then renames. */
    private void replace(Path model, Maker maker) throws IOException {
        Path fresh = directory.resolve("fresh");
        maker.write(fresh);
        Files.move(model, directory.resolve("old-" + System.nanoTime()), StandardCopyOption.ATOMIC_MOVE);
        Files.move(fresh, model, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void goesOnWithTheModelBeforeWhereTheNewOneIsDamaged() throws Exception {
        try (TestServer server = TestServer.start(directory)) {
            String before = id(server);
            replace(server.model, fresh -> {
                RandomModel.of(2).write(fresh);
                byte[] weights = Files.readAllBytes(fresh.resolve("model.safetensors"));
                Files.write(fresh.resolve("model.safetensors"), java.util.Arrays.copyOf(weights, weights.length / 2));
            });
            TestServer.await(() -> server.events.contains("swap failed"));
            assertThat(id(server)).isEqualTo(before);
            assertThat(server.post("/v1/predict", Sounds.wav(0.1)).statusCode()).isEqualTo(200);
            HttpResponse<byte[]> ready = server.get("/readyz");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(TestServer.json(ready).path("warning").textValue()).contains("the model before goes on");
            assertThat(server.metric("undertone_model_swap_failures_total")).isEqualTo(1);

            // Mended, it is taken over, and the warning is gone.
            replace(server.model, RandomModel.of(3)::write);
            TestServer.await(() -> !id(server).equals(before));
            assertThat(TestServer.json(server.get("/readyz")).has("warning")).isFalse();
        }
    }

    @Test
    void goesOnWhereTheDirectoryIsGone() throws Exception {
        try (TestServer server = TestServer.start(directory)) {
            Files.move(server.model, directory.resolve("elsewhere"));
            TestServer.await(() -> server.events.contains("swap failed"));
            assertThat(server.post("/v1/predict", Sounds.wav(0.1)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void followsALinkThatIsTurnedToAnotherDirectory() throws Exception {
        Path first = directory.resolve("first");
        Path second = directory.resolve("second");
        RandomModel.of(5).write(first);
        RandomModel.of(6).write(second);
        Path link = directory.resolve("current");
        Files.createSymbolicLink(link, first);
        var events = new java.util.concurrent.CopyOnWriteArrayList<String>();
        ServerListener listener = new ServerListener() {
            @Override
            public void modelSwapped(String modelId) {
                events.add(modelId);
            }
        };
        try (EmotionServer server = EmotionServer.start(link, ServerSettings.DEFAULT.withPort(0), listener)) {
            Path turned = directory.resolve("turned");
            Files.createSymbolicLink(turned, second);
            Files.move(turned, link, StandardCopyOption.ATOMIC_MOVE);
            TestServer.await(() -> !events.isEmpty());
            assertThat(server.port()).isPositive();
        }
    }
}
