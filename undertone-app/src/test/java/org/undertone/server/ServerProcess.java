package org.undertone.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code undertone serve} in a Java machine of its own. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("serving at http://127\\.0\\.0\\.1:(\\d+)/");

    private final Process process;
    private final Thread reader;
    final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile int port;

    private ServerProcess(Process process) {
        this.process = process;
        reader = new Thread(this::read);
        reader.start();
    }

    /**
     * Starts it and waits until it serves.
     *
     * @param work the directory it runs in, its home and its temporary directory
     */
    static ServerProcess start(Path model, Path work, List<String> options) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:-UsePerfData",
                                "-XX:TieredStopAtLevel=1",
                                "-Djava.io.tmpdir=" + work,
                                "-Duser.home=" + work,
                                "-cp",
                                absolute(System.getProperty("java.class.path")),
                                "org.undertone.cli.Undertone",
                                "serve",
                                model.toAbsolutePath().toString(),
                                "--port",
                                "0"),
                        options.stream())
                .toList();
        var server = new ServerProcess(new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .start());
        TestServer.await(() -> server.port > 0 || !server.process.isAlive());
        if (server.port == 0) {
            throw new IOException("the server did not start: " + server.lines);
        }
        return server;
    }

    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                Matcher matcher = ADDRESS.matcher(line);
                if (matcher.find()) {
                    port = Integer.parseInt(matcher.group(1));
                }
            }
        } catch (IOException e) {
            lines.add("(no more can be read: " + e.getMessage() + ")");
        }
    }

    int port() {
        return port;
    }

    /** SIGTERM. */
    void terminate() {
        // By the handle: the other way closes the streams, and what is said last would be lost.
        process.toHandle().destroy();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(45, TimeUnit.SECONDS)) {
            throw new AssertionError("the server did not end: " + lines);
        }
        reader.join();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
