package org.undertone.bench.serve;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Live streams in real time: how many a server keeps up with, what one costs, and how late its windows come. Arguments:
 * seconds of each step, and numbers of streams; without these it looks for the largest.
 */
final class ServeStreams {
    private static final int PIECE_MILLIS = 100;
    private static final int PIECE_BYTES = Speech.RATE * Speech.SAMPLE_BYTES * PIECE_MILLIS / 1000;
    /** From here on a stream is behind. */
    private static final double MOST_ADDED_SECONDS = 1;

    private static final int MOST_STREAMS = 512;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final double seconds;
    private final byte[] pcm;

    private ServeStreams(double seconds, byte[] pcm) {
        this.seconds = seconds;
        this.pcm = pcm;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> wav = Arrays.stream(arguments)
                .filter(argument -> argument.endsWith(".wav"))
                .toList();
        List<String> numbers = Arrays.stream(arguments)
                .filter(argument -> !argument.endsWith(".wav"))
                .toList();
        double seconds = numbers.isEmpty() ? 30 : Double.parseDouble(numbers.get(0));
        Speech speech = Speech.of(wav);
        var bench = new ServeStreams(seconds, speech.pcm(30));
        System.out.printf(
                "%d processors, heap of the server %s, %.0f s a step, messages of %d ms%n",
                Runtime.getRuntime().availableProcessors(), heap(), seconds, PIECE_MILLIS);
        FeatureCost cost = FeatureCost.measure(speech.samples(30));
        System.out.printf(
                Locale.ROOT,
                "features alone: %.4f CPU s a second live, 1.5 over it is %.1f; %.4f in a file, %.1f%n",
                cost.live(),
                1.5 / cost.live(),
                cost.file(),
                1.5 / cost.file());
        System.out.println(
                "| streams | CPU s a second of stream | client's | added delay p50 | p99 | max | windows | client late"
                        + " | RSS MB | live heap MB | |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        try (ServedProcess server =
                ServedProcess.start(heap(), List.of("--max-streams", Integer.toString(MOST_STREAMS)))) {
            // Compiled before it is measured.
            bench.step(server, 4, Math.min(20, seconds));
            if (numbers.size() > 1) {
                for (String streams : numbers.subList(1, numbers.size())) {
                    bench.row(server, Integer.parseInt(streams));
                }
            } else {
                System.out.println("largest number that keeps up: " + bench.largest(server));
            }
        }
    }

    private static String heap() {
        return System.getProperty("server.heap", "512m");
    }

    private int largest(ServedProcess server) throws Exception {
        int kept = 0;
        int tried = 8;
        while (tried <= MOST_STREAMS && row(server, tried)) {
            kept = tried;
            tried *= 2;
        }
        int lost = Math.min(tried, MOST_STREAMS + 1);
        while (lost - kept > Math.max(1, kept / 10)) {
            int middle = (kept + lost) / 2;
            if (row(server, middle)) {
                kept = middle;
            } else {
                lost = middle;
            }
        }
        return kept;
    }

    /** What became of a number of streams. */
    private record Step(List<Double> added, List<String> failures, double lateSeconds, double streamSeconds) {}

    private boolean row(ServedProcess server, int streams) throws Exception {
        double server0 = server.cpuSeconds();
        double client0 = SYSTEM.getProcessCpuTime() / 1e9;
        Step step = step(server, streams, seconds);
        double serverCpu = server.cpuSeconds() - server0;
        double clientCpu = SYSTEM.getProcessCpuTime() / 1e9 - client0;
        var added = new Quantiles(step.added());
        if (added.count() == 0) {
            throw new IllegalArgumentException("a step of " + seconds + " s is too short for a window; make it longer");
        }
        boolean keptUp = step.failures().isEmpty() && added.at(1) < MOST_ADDED_SECONDS;
        System.out.printf(
                Locale.ROOT,
                "| %d | %.4f | %.4f | %.0f ms | %.0f ms | %.0f ms | %d | %.0f ms | %.0f | %.0f | %s |%n",
                streams,
                serverCpu / step.streamSeconds(),
                clientCpu / step.streamSeconds(),
                1000 * added.at(0.5),
                1000 * added.at(0.99),
                1000 * added.at(1),
                added.count(),
                1000 * step.lateSeconds(),
                server.statusMegabytes("VmRSS"),
                server.liveMegabytes(),
                keptUp ? "keeps up" : step.failures().isEmpty() ? "late" : "failed: " + step.failures());
        return keptUp;
    }

    private Step step(ServedProcess server, int streams, double seconds) throws IOException, InterruptedException {
        var clients = new ArrayList<LiveClient>();
        try {
            for (int i = 0; i < streams; i++) {
                clients.add(new LiveClient(server.port(), PIECE_BYTES));
            }
            double late = send(clients, (int) (seconds * 1000 / PIECE_MILLIS));
            for (LiveClient client : clients) {
                if (client.failure().isEmpty()) {
                    client.end();
                }
            }
            List<Double> added = new ArrayList<>();
            clients.forEach(client -> added.addAll(client.addedSeconds()));
            List<String> failures = clients.stream()
                    .map(LiveClient::failure)
                    .filter(failure -> !failure.isEmpty())
                    .distinct()
                    .toList();
            return new Step(added, failures, late, streams * seconds);
        } finally {
            for (LiveClient client : clients) {
                client.close();
            }
        }
    }

    /** Sends pieces when they are spoken, clients evenly spread over the hop of a window; how late it was at most. */
    private double send(List<LiveClient> clients, int pieces) {
        long begin = System.nanoTime();
        double late = 0;
        int perSecond = 1000 / PIECE_MILLIS;
        for (int tick = 0; tick < (pieces + perSecond) * clients.size(); tick++) {
            long due = begin + (long) tick * PIECE_MILLIS * 1_000_000L / clients.size();
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            late = Math.max(late, (System.nanoTime() - due) / 1e9);
            int client = tick % clients.size();
            int piece = tick / clients.size() - client * perSecond / clients.size();
            if (piece < 0 || piece >= pieces || !clients.get(client).failure().isEmpty()) {
                continue;
            }
            try {
                clients.get(client).send(pcm);
            } catch (IOException e) {
                // Its reader knows why.
                Thread.onSpinWait();
            }
        }
        return late;
    }
}
