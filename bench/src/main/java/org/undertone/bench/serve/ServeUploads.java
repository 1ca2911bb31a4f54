package org.undertone.bench.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.undertone.model.EmotionModel;

/**
 * Uploads of three seconds of speech from as many clients as there are processors, beside direct calls of the model for the
 * same sound; then, for minutes, uploads, refusals, clients that vanish and a stream, with the live heap over time.
 * Arguments: uploads of each client, and minutes of the long run (0 for none).
 */
final class ServeUploads {
    private static final double CLIP_SECONDS = 3;
    private static final int ROUNDS = 3;
    private static final int MEASUREMENTS = 20;
    private static final int WARM_UP = 20;

    private final int workers = Runtime.getRuntime().availableProcessors();
    private final Speech speech = Speech.synthetic();
    private final byte[] wav = speech.wav(CLIP_SECONDS);

    private ServeUploads() {}

    public static void main(String[] arguments) throws Exception {
        int uploads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        double minutes = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 0;
        String heap = System.getProperty("server.heap", "512m");
        var bench = new ServeUploads();
        try (ServedProcess server = ServedProcess.start(heap, List.of())) {
            System.out.printf(
                    "%d clients, clips of %.0f s, heap of the server %s%n", bench.workers, CLIP_SECONDS, heap);
            if (uploads > 0) {
                bench.compare(server, uploads);
            }
            if (minutes > 0) {
                bench.soak(server, minutes);
            }
        }
    }

    private interface Task {
        void run() throws Exception;
    }

    private interface Tasks {
        /** The work of one worker. */
        Task of(int worker);
    }

    /** Runs work of all workers at once, and says how long each piece of it took. */
    private List<Double> all(int times, Tasks tasks) throws Exception {
        var pool = Executors.newFixedThreadPool(workers);
        try {
            List<Callable<List<Double>>> jobs = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                Task task = tasks.of(worker);
                jobs.add(() -> {
                    List<Double> seconds = new ArrayList<>();
                    for (int i = 0; i < times; i++) {
                        long began = System.nanoTime();
                        task.run();
                        seconds.add((System.nanoTime() - began) / 1e9);
                    }
                    return seconds;
                });
            }
            List<Double> seconds = new ArrayList<>();
            for (Future<List<Double>> job : pool.invokeAll(jobs)) {
                seconds.addAll(job.get());
            }
            return seconds;
        } finally {
            pool.shutdown();
        }
    }

    private Task upload(ServedProcess server) {
        var client = new UploadClient(server.port());
        return () -> {
            int status = client.send(wav);
            if (status != 200) {
                throw new IllegalStateException("an upload was answered by " + status);
            }
        };
    }

    private void compare(ServedProcess server, int uploads) throws Exception {
        EmotionModel model = PaperModel.of(1);
        double[] samples = speech.samples(CLIP_SECONDS);
        Tasks direct = worker -> () -> model.predict(samples, Speech.RATE);
        all(WARM_UP, direct);
        all(WARM_UP, worker -> upload(server));
        System.out.println("| round | | clips/s | p50 ms | p99 ms | max ms |");
        System.out.println("|---|---|---|---|---|---|");
        for (int round = 1; round <= ROUNDS; round++) {
            int times = Math.max(1, uploads / ROUNDS + (round <= uploads % ROUNDS ? 1 : 0));
            row(round, "server", times, worker -> upload(server));
            row(round, "direct", times, direct);
        }
        System.out.printf(
                Locale.ROOT,
                "server after it: RSS %.0f MB, peak %.0f MB, live heap %.0f MB%n",
                server.statusMegabytes("VmRSS"),
                server.statusMegabytes("VmHWM"),
                server.liveMegabytes());
    }

    private void row(int round, String name, int times, Tasks tasks) throws Exception {
        long began = System.nanoTime();
        List<Double> seconds = all(times, tasks);
        double wall = (System.nanoTime() - began) / 1e9;
        var quantiles = new Quantiles(seconds);
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %.2f | %.0f | %.0f | %.0f |%n",
                round,
                name,
                seconds.size() / wall,
                1000 * quantiles.at(0.5),
                1000 * quantiles.at(0.99),
                1000 * quantiles.at(1));
    }

    /** Minutes of uploads of all kinds; after each twentieth of it, what is alive. */
    private void soak(ServedProcess server, double minutes) throws Exception {
        System.out.println(
                "| minutes | uploads | live heap MB | RSS MB | threads | descriptors | requests open | body bytes |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        long begin = System.nanoTime();
        long period = (long) (minutes * 60e9 / MEASUREMENTS);
        List<Double> live = new ArrayList<>();
        long uploads = 0;
        for (int part = 1; part <= MEASUREMENTS; part++) {
            uploads = mix(server, System.nanoTime() + period);
            TimeUnit.MILLISECONDS.sleep(500);
            live.add(server.liveMegabytes());
            System.out.printf(
                    Locale.ROOT,
                    "| %.1f | %d | %.1f | %.0f | %.0f | %d | %.0f | %.0f |%n",
                    (System.nanoTime() - begin) / 60e9,
                    uploads,
                    live.get(live.size() - 1),
                    server.statusMegabytes("VmRSS"),
                    server.metric("jvm_threads_live_threads", ""),
                    server.descriptors(),
                    server.metric("undertone_requests_open", ""),
                    server.metric("undertone_body_bytes", ""));
        }
        double first = new Quantiles(live.subList(live.size() / 4, live.size() / 2)).at(0.5);
        double last = new Quantiles(live.subList(3 * live.size() / 4, live.size())).at(0.5);
        System.out.printf(
                Locale.ROOT,
                "live heap, middle of the second quarter %.1f MB, of the last %.1f MB; p99 and errors are in /metrics:"
                        + " answers 500: %.0f%n",
                first,
                last,
                server.metric("undertone_http_requests_seconds_count", "status=\"500\""));
    }

    /** Until a time: good uploads, refused ones, clients that vanish, a stream that ends and one that does not. */
    private long mix(ServedProcess server, long end) throws Exception {
        byte[] noise = speech.pcm(1);
        byte[] pcm = speech.pcm(1);
        List<Double> done = all(1, worker -> () -> {
            var client = new UploadClient(server.port());
            for (int turn = 0; System.nanoTime() < end; turn++) {
                client.send(wav);
                if (turn % 4 == 1) {
                    client.send(noise);
                } else if (turn % 4 == 2) {
                    client.vanish(wav);
                } else if (turn % 8 == 3) {
                    try (var stream = new LiveClient(server.port(), 3200)) {
                        for (int piece = 0; piece < 40; piece++) {
                            stream.send(pcm);
                        }
                        if (turn % 16 == 3) {
                            stream.end();
                        }
                    }
                }
            }
        });
        return done.isEmpty() ? 0 : (long) server.metric("undertone_predictions_total", "kind=\"clip\"");
    }
}
