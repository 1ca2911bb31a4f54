package org.undertone.bench.serve;

import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As many live voices as a server keeps up with: {@code StreamLoad MODEL [SECONDS] [STREAMS]...}. For each number of streams,
 * CPU time of server and client, the delay beyond the stated one, and whether anybody was given up.
 */
public final class StreamLoad {
    private StreamLoad() {}

    /** Runs; see the class. */
    public static void main(String[] arguments) throws Exception {
        Path model = Path.of(arguments[0]);
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        int[] counts = arguments.length > 2
                ? Arrays.stream(arguments).skip(2).mapToInt(Integer::parseInt).toArray()
                : new int[] {8, 16, 24, 32, 48, 64};
        byte[] voice = pcm(Voices.speech());
        System.out.printf("%d s of speech in each stream, windows of 3 s every second%n", seconds);
        System.out.println(
                "streams  server CPU s / stream s  cores  client cores  windows  added p50  p99  largest  given up");
        for (int count : counts) {
            try (ServedProcess server =
                    ServedProcess.start(model, "512m", List.of("--max-streams", Integer.toString(count + 1)))) {
                warmUp(server, voice);
                run(server, voice, count, seconds);
            }
        }
    }

    private static void warmUp(ServedProcess server, byte[] voice) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        var one = new LiveClient(voice, 600);
        one.connect(client, server.uri("ws", LiveClient.QUERY));
        for (int piece = 0; piece < 400; piece++) {
            one.sendPiece();
        }
        one.end();
        one.closed().get(120, TimeUnit.SECONDS);
    }

    private static void run(ServedProcess server, byte[] voice, int count, int seconds) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        var voices = new ArrayList<LiveClient>();
        for (int number = 0; number < count; number++) {
            var one = new LiveClient(voice, 10 * seconds + 1);
            one.connect(client, server.uri("ws", LiveClient.QUERY));
            voices.add(one);
        }
        double cpu = server.cpuSeconds();
        double own = ownCpuSeconds();
        long start = System.nanoTime();
        // People do not begin together: each voice has its own tenth of a tenth of a second, and its own second.
        int slots = 10 * seconds + 10;
        for (int tick = 0; tick < slots * count; tick++) {
            long due = start + (long) (tick * 1e8 / count);
            long wait = due - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            int number = tick % count;
            int piece = tick / count - (number * 10 / count);
            if (piece >= 0 && piece < 10 * seconds) {
                voices.get(number).sendPiece();
            }
        }
        double wall = (System.nanoTime() - start) / 1e9;
        double served = server.cpuSeconds() - cpu;
        double spent = ownCpuSeconds() - own;
        voices.forEach(LiveClient::end);
        List<Double> delays = new ArrayList<>();
        int given = 0;
        for (LiveClient one : voices) {
            int code = one.closed().completeOnTimeout(-2, 60, TimeUnit.SECONDS).get();
            delays.addAll(one.delays());
            if (code != 1000) {
                given++;
                System.out.println("given up (" + code + "): " + one.problem());
            }
        }
        var added = new Percentiles(delays);
        System.out.printf(
                "%7d  %23.4f  %5.2f  %12.2f  %7d  %7.3f s  %.3f s  %.3f s  %d%n",
                count,
                served / (count * seconds),
                served / wall,
                spent / wall,
                added.count(),
                added.at(50),
                added.at(99),
                added.at(100),
                given);
    }

    private static double ownCpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private static byte[] pcm(double[] samples) {
        var bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double sample : samples) {
            bytes.putShort((short) Math.rint(sample * 32767));
        }
        return bytes.array();
    }
}
