package org.undertone.bench.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code undertone serve} with a model of the paper's size, and what it takes of the machine. */
final class ServedProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("serving at http://127\\.0\\.0\\.1:(\\d+)/");
    private static final double KILOBYTES_PER_MEGABYTE = 1024;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path directory;
    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private ServedProcess(Path directory, List<String> command) throws IOException {
        this.directory = directory;
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts it.
     *
     * @param heap of it, such as {@code 512m}
     */
    static ServedProcess start(String heap, List<String> options) throws IOException {
        Path directory = Files.createTempDirectory("serve");
        Path model = directory.resolve("model");
        PaperModel.of(1).write(model);
        var command = new ArrayList<String>(List.of(
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
        var server = new ServedProcess(directory, command);
        server.port.orTimeout(60, TimeUnit.SECONDS).join();
        return server;
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.err.println("  server: " + line);
                Matcher matcher = ADDRESS.matcher(line);
                if (matcher.find()) {
                    port.complete(Integer.parseInt(matcher.group(1)));
                }
            }
        } catch (IOException e) {
            System.err.println("  server: nothing more can be read, " + e.getMessage());
        }
        port.completeExceptionally(new IOException("the server did not start"));
    }

    int port() {
        return port.join();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Processor time of all its threads since it began. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** A line of what Linux says of a process, in MB; 0 where the system is another. */
    double statusMegabytes(String name) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KILOBYTES_PER_MEGABYTE)
                .findFirst()
                .orElse(0);
    }

    /** Files and sockets it has open; 0 where the system does not tell. */
    long descriptors() throws IOException {
        Path open = Path.of("/proc", Long.toString(process.pid()), "fd");
        if (!Files.isReadable(open)) {
            return 0;
        }
        try (var files = Files.list(open)) {
            return files.count();
        }
    }

    /** The sum of a metric over all labels that contain a text. */
    double metric(String name, String label) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/metrics"))
                .timeout(Duration.ofSeconds(30))
                .build();
        return client.send(request, BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    double heapMegabytes() throws IOException, InterruptedException {
        return metric("jvm_memory_used_bytes", "area=\"heap\"") / (1 << 20);
    }

    /** What is alive on its heap: used memory after a full collection. */
    double liveMegabytes() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process collect = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (collect.waitFor() != 0) {
            throw new IOException(jcmd + " could not make the server collect its garbage");
        }
        return heapMegabytes();
    }

    @Override
    public void close() throws IOException {
        // By the handle: the other way closes the streams, and what is said last would be lost.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(45, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
