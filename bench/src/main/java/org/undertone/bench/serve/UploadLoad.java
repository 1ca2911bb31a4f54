package org.undertone.bench.serve;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.undertone.audio.WavFile;
import org.undertone.model.EmotionModel;

/**
 * Uploads of a three-second recording, one after the other by each of so many workers, to a server with a heap of 512 MB:
 * {@code UploadLoad MODEL [WORKERS] [UPLOADS EACH] [MINUTES]}. Goes on until both the uploads and the minutes are over; the
 * heap in use after a full collection is noted every minute. Its peer is the same work by calls, in this process.
 */
public final class UploadLoad {
    private static final int RATE = 16_000;

    private UploadLoad() {}

    /** Runs; see the class. */
    public static void main(String[] arguments) throws Exception {
        Path model = Path.of(arguments[0]);
        int workers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        int uploads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 500;
        double minutes = arguments.length > 3 ? Double.parseDouble(arguments[3]) : 0;
        double[] samples = Arrays.copyOfRange(Voices.speech(), RATE, 4 * RATE);
        Path file = Files.createTempFile("undertone-bench-", ".wav");
        try (ServedProcess server = ServedProcess.start(model, "512m", List.of())) {
            WavFile.write(file, samples, RATE);
            run(server, Files.readAllBytes(file), workers, uploads, minutes);
        } finally {
            Files.delete(file);
        }
        peer(EmotionModel.read(model), samples);
    }

    private static void run(ServedProcess server, byte[] body, int workers, int uploads, double minutes)
            throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(server.uri("http", "/v1/predict"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        for (int warm = 0; warm < 20; warm++) {
            upload(client, request);
        }
        var latencies = new CopyOnWriteArrayList<Double>();
        var refused = new AtomicInteger();
        double cpu = server.cpuSeconds();
        long start = System.nanoTime();
        System.out.printf("start: %.1f MB of heap in use after a full collection%n", server.liveHeapMegabytes(client));
        var pool = Executors.newFixedThreadPool(workers);
        for (int worker = 0; worker < workers; worker++) {
            pool.submit(() -> {
                var own = new ArrayList<Double>();
                for (int done = 0; done < uploads || seconds(start) < 60 * minutes; done++) {
                    long began = System.nanoTime();
                    if (upload(client, request) != 200) {
                        refused.incrementAndGet();
                    }
                    own.add(seconds(began));
                }
                return latencies.addAll(own);
            });
        }
        pool.shutdown();
        for (int minute = 1; !pool.awaitTermination(60, java.util.concurrent.TimeUnit.SECONDS); minute++) {
            System.out.printf("minute %d: %.1f MB%n", minute, server.liveHeapMegabytes(client));
        }
        double wall = seconds(start);
        double served = server.cpuSeconds() - cpu;
        System.out.printf("end: %.1f MB%n", server.liveHeapMegabytes(client));
        var times = new Percentiles(latencies);
        System.out.printf(
                "%d workers, %d uploads of 3 s in %.1f s: %.1f a second, CPU of the server %.4f s each; p50 %.3f s, p99 %.3f s,"
                        + " largest %.3f s; not answered by 200: %d%n",
                workers,
                times.count(),
                wall,
                times.count() / wall,
                served / times.count(),
                times.at(50),
                times.at(99),
                times.at(100),
                refused.get());
    }

    private static int upload(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
    }

    /** The same predictions without a server, on one thread. */
    private static void peer(EmotionModel model, double[] samples) throws IOException {
        for (int warm = 0; warm < 20; warm++) {
            model.predict(samples, RATE);
        }
        long began = System.nanoTime();
        for (int call = 0; call < 50; call++) {
            model.predict(samples, RATE);
        }
        System.out.printf("by calls, on one thread: %.4f s each%n", seconds(began) / 50);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
