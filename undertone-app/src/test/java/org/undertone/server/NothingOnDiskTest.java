package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that is uploaded reaches the disk, not even for a moment. */
class NothingOnDiskTest {
    @TempDir
    private Path directory;

    /** Files of a folder that hold an upload: others may write to the same folder. */
    private static Set<String> uploads(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(NothingOnDiskTest::isUpload).map(Path::toString).collect(Collectors.toSet());
        } catch (IOException e) {
            // It went away while it was listed.
            return Set.of();
        }
    }

    private static boolean isUpload(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String beginning = new String(in.readNBytes(200), StandardCharsets.ISO_8859_1);
            return beginning.contains("WAVEfmt ") || beginning.contains("--xyz");
        } catch (IOException e) {
            return false;
        }
    }

    /** Every file that this process has open for writing, where the system tells (Linux); others list none. */
    private static Set<String> written() {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return Set.of();
        }
        try (Stream<Path> links = Files.list(descriptors)) {
            return links.filter(NothingOnDiskTest::isForWriting)
                    .map(NothingOnDiskTest::target)
                    .filter(NothingOnDiskTest::isOnDisk)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            return Set.of();
        }
    }

    /** By the flags the file was opened with, in octal; the last two bits are 0 for reading alone. */
    private static boolean isForWriting(Path link) {
        Path flags = Path.of("/proc/self/fdinfo", link.getFileName().toString());
        try (Stream<String> lines = Files.lines(flags)) {
            return lines.filter(line -> line.startsWith("flags:"))
                    .anyMatch(line -> (Integer.parseInt(line.substring(6).strip(), 8) & 3) != 0);
        } catch (IOException | UncheckedIOException e) {
            // It was closed meanwhile.
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean isOnDisk(String target) {
        return target.startsWith("/") && Stream.of("/proc/", "/dev/", "/sys/").noneMatch(target::startsWith);
    }

    @Test
    void keepsUploadsInMemory() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        byte[] large = java.util.Arrays.copyOf(Sounds.wav(0.2), 6 << 20);
        byte[] form = EndpointsTest.form("file", "voice.wav", large);
        try (TestServer server = TestServer.start(directory)) {
            // Whatever is loaded at the first request is loaded.
            server.post("/v1/predict", form, "Content-Type", "multipart/form-data; boundary=xyz");
            Set<String> before = written();
            var done = new AtomicBoolean();
            var seen = new java.util.concurrent.ConcurrentSkipListSet<String>();
            var watcher = new Thread(() -> {
                while (!done.get()) {
                    seen.addAll(uploads(temporary));
                    seen.addAll(uploads(directory));
                    written().stream().filter(file -> !before.contains(file)).forEach(seen::add);
                }
            });
            watcher.start();
            try (RawClient client = server.connect()) {
                // Half of it waits on the server for a while.
                client.upload("Content-Type: multipart/form-data; boundary=xyz\r\nContent-Length: " + form.length
                        + "\r\nConnection: close\r\n");
                client.say(java.util.Arrays.copyOf(form, form.length / 2));
                TestServer.await(() -> server.metric("undertone_body_bytes") > 2 << 20);
                client.say(java.util.Arrays.copyOfRange(form, form.length / 2, form.length));
                assertThat(client.hear()).startsWith("HTTP/1.1 200 ");
            }
            TestStream stream = TestStream.open(server, "?rate=" + Sounds.RATE);
            stream.sound(Sounds.pcm(Sounds.samples(1)), 1_000).end();
            assertThat(stream.closeCode()).isEqualTo(1000);
            done.set(true);
            watcher.join();
            assertThat(seen).isEmpty();
        }
    }
}
