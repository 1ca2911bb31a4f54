package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings that lie about their length, or become huge: cut where the limit is, with what that takes and no more. */
@Timeout(60)
class HostileRecordingsTest {
    private static final int MOST_SECONDS = 3;
    /** What the work on a recording of the greatest length may allocate in all, garbage included. */
    private static final long MOST_ALLOCATED = 400L << 20;

    @TempDir
    private static Path directory;

    private static TestServer server;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(
                directory, ServerSettings.DEFAULT.withRequests(RequestLimits.DEFAULT.withAudioSeconds(MOST_SECONDS)));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        TestServer.await(
                () -> server.metric("undertone_requests_open") == 0 && server.metric("undertone_body_bytes") == 0);
        assertThat(server.post("/v1/predict", Sounds.wav(0.1)).statusCode()).isEqualTo(200);
        assertThat(server.events).noneMatch(event -> event.startsWith("failed"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private long allocated() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("undertone"))
                .mapToLong(thread -> Math.max(0, threads.getThreadAllocatedBytes(thread.getId())))
                .sum();
    }

    private HttpResponse<byte[]> send(byte[] recording) {
        long before = allocated();
        HttpResponse<byte[]> response = server.post("/v1/predict?window=1&hop=0.5&tracks=true", recording);
        assertThat(allocated() - before).isLessThan(MOST_ALLOCATED);
        return response;
    }

    private static byte[] recording(String name) throws IOException {
        try (var in = HostileRecordingsTest.class.getResourceAsStream("/org/undertone/media/" + name)) {
            return in.readAllBytes();
        }
    }

    @Test
    void cutsHoursOfSilenceInASmallFlac() {
        byte[] bomb = Bombs.flac(4_000);
        assertThat(bomb.length).isLessThan(80_000);
        TestServer.assertProblem(send(bomb), 413, "recording-too-long");
    }

    @Test
    void cutsAnHourOfSilenceInASmallOpus() throws IOException {
        byte[] bomb = Bombs.opus(recording("tone.opus"), 120);
        assertThat(bomb.length).isLessThan(80_000);
        TestServer.assertProblem(send(bomb), 413, "recording-too-long");
    }

    @Test
    void believesNoFlacThatClaimsHours() throws IOException {
        byte[] flac = recording("long.flac");
        // The number of samples: the low 4 bits of byte 21 and four bytes.
        java.util.Arrays.fill(flac, 22, 26, (byte) 0xFF);
        flac[21] |= 0x0F;
        assertThat(send(flac).statusCode()).isIn(200, 413, 422);
    }

    @ParameterizedTest
    @CsvSource({
        "tone.m4a, mvhd, 20",
        "tone.m4a, tkhd, 24",
        "tone.m4a, mdhd, 20",
        "tone.m4a, stts, 12",
        "tone.m4a, stts, 16",
        "tone.m4a, stsz, 8",
        "tone.m4a, stsz, 12",
        "tone.m4a, stsc, 8",
        "tone.m4a, stco, 8",
        "tone.m4a, elst, 12",
        "tone.mp4, mdhd, 20",
        "tone.mp4, stts, 16",
        "alac.m4a, stts, 16",
        "alac.m4a, stsz, 12",
        "alac.m4a, alac, 36"
    })
    void believesNoBoxThatClaimsHours(String name, String box, int offset) throws IOException {
        assertThat(send(Bombs.boxes(recording(name), box, offset)).statusCode()).isIn(200, 413, 415, 422);
    }

    /** Offsets in the header of a WAV file: 4 RIFF length, 22 channels, 24 rate, 32 block, 34 bits, 40 data length. */
    @ParameterizedTest
    @CsvSource({
        "40, 4, -1, 200",
        "40, 4, 2147483647, 200",
        "40, 4, 0, 200",
        "4, 4, 0, 200",
        "4, 4, -1, 200",
        "24, 4, 0, 422",
        "24, 4, 1, 422",
        "24, 4, -1, 422",
        "22, 2, 0, 422",
        "22, 2, -1, 422",
        "32, 2, 0, 422",
        "34, 2, 0, 422",
        "34, 2, 65, 422",
        "16, 4, -1, 422",
        "20, 2, 85, 422"
    })
    void believesNoHeaderOfAWavFile(int offset, int size, int value, int status) {
        byte[] wav = Sounds.wav(0.5);
        var buffer = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        if (size == 2) {
            buffer.putShort(offset, (short) value);
        } else {
            buffer.putInt(offset, value);
        }
        assertThat(send(wav).statusCode()).isIn(status, status == 200 ? 422 : 415);
    }

    @Test
    void believesNoTagThatClaimsToBeHuge() throws IOException {
        byte[] mp3 = recording("tagged.mp3");
        java.util.Arrays.fill(mp3, 6, 10, (byte) 0x7F);
        assertThat(send(mp3).statusCode()).isIn(200, 415, 422);
    }
}
