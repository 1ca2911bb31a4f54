package org.undertone.bench.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code undertone serve} in a process of its own, whose time and memory are counted apart from the client's. */
final class ServedProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern HEAP = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\".*} (\\S+)$");

    private final Process process;
    private final int port;

    private ServedProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ServedProcess start(Path model, String heap, List<String> options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.undertone.cli.Undertone",
                "serve",
                model.toString(),
                "--port",
                "0"));
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader log = process.inputReader();
        var said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                drain(log);
                return new ServedProcess(process, Integer.parseInt(address.group(1)));
            }
            said.append(line).append('\n');
        }
        throw new IOException("the server did not start: " + said);
    }

    /** What it says later is shown: nothing is expected. */
    private static void drain(BufferedReader log) {
        var thread = new Thread(() -> {
            try {
                for (String line = log.readLine(); line != null; line = log.readLine()) {
                    System.out.println("server: " + line);
                }
            } catch (IOException ended) {
                // The process is gone, and with it what it had to say.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    URI uri(String scheme, String path) {
        return URI.create(scheme + "://127.0.0.1:" + port + path);
    }

    /** CPU time of the whole process so far, in seconds. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** Heap in use after a full collection, in MB. */
    double liveHeapMegabytes(HttpClient client) throws IOException, InterruptedException {
        new ProcessBuilder("jcmd", Long.toString(process.pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        HttpRequest request = HttpRequest.newBuilder(uri("http", "/metrics")).build();
        Matcher heap = HEAP.matcher(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        double bytes = 0;
        while (heap.find()) {
            bytes += Double.parseDouble(heap.group(1));
        }
        return bytes / 1e6;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
