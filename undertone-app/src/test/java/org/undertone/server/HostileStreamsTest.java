package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WebSockets of somebody who means ill: each is closed, and its place free again. */
class HostileStreamsTest {
    private static final int MESSAGE_BYTES = 32 << 10;
    private static final byte[] SOUND = Sounds.pcm(Sounds.samples(0.4));
    private static final String QUERY = "?rate=" + Sounds.RATE + "&window=0.2&hop=0.1";

    private static final String MUCH_TO_READ = "?rate=" + Sounds.RATE + "&window=0.1&hop=0.1&tracks=true";

    @TempDir
    private static Path directory;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(
                directory,
                ServerSettings.DEFAULT.withStreams(StreamLimits.DEFAULT
                        .withStreams(4)
                        .withMessageBytes(MESSAGE_BYTES)
                        .withIdle(Duration.ofMillis(1200))));
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        TestServer.await(() -> server.metric("undertone_streams_open") == 0);
        try (RawStream stream = RawStream.open(server, QUERY)) {
            assertThat(stream.sound(SOUND).end().farewell().closeCode()).isEqualTo(1000);
        }
        TestServer.await(() -> server.metric("undertone_streams_open") == 0);
        assertThat(server.events).noneMatch(event -> event.startsWith("failed"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?rate=0",
                "?rate=-1",
                "?rate=1e300",
                "?rate=NaN",
                "?rate=8000.5",
                "?rate=8000&rate=16000",
                "?encoding=mp3",
                "?window=0",
                "?window=1e9",
                "?hop=0",
                "?window=3&hop=-1",
                "?window=Infinity",
                "?tracks=maybe",
                "?unknown=1",
                "?rate=%00"
            })
    void refusesWrongParameters(String query) throws IOException {
        try (RawStream stream = RawStream.open(server, query)) {
            var farewell = stream.farewell();
            assertThat(farewell.closeCode()).isEqualTo(1008);
            assertThat(farewell.problem()).isEqualTo("bad-parameter");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hello", "", "{}", "[", "{\"type\":1}", "{\"type\":\"end\"", "null", "{\"type\":\"start\"}"})
    void refusesTextThatSaysNothing(String text) throws IOException {
        try (RawStream stream = RawStream.open(server, QUERY)) {
            var farewell = stream.sound(SOUND).text(text).farewell();
            assertThat(farewell.closeCode()).isEqualTo(1008);
            assertThat(farewell.problem()).isEqualTo("bad-message");
        }
    }

    @Test
    void refusesTextThatNestsWithoutEnd() throws IOException {
        try (RawStream stream = RawStream.open(server, QUERY)) {
            assertThat(stream.text("[".repeat(1000)).farewell().problem()).isEqualTo("bad-message");
        }
    }

    @Test
    void closesOnFramesThatAreNone() throws IOException {
        byte[] unmasked = {(byte) 0x82, 2, 0, 0};
        for (byte[] frame : new byte[][] {
            unmasked,
            RawStream.frame(RawStream.LAST | 0x3, SOUND),
            RawStream.frame(RawStream.LAST | 0x40 | RawStream.BINARY, SOUND),
            RawStream.frame(RawStream.PING, new byte[2]),
            RawStream.frame(RawStream.LAST | RawStream.PING, new byte[126]),
            RawStream.frame(RawStream.LAST | RawStream.CONTINUATION, SOUND),
            RawStream.frame(RawStream.LAST | RawStream.CLOSE, new byte[1]),
            RawStream.frame(RawStream.LAST | RawStream.CLOSE, new byte[] {3, (byte) 0xED}),
            RawStream.frame(RawStream.LAST | RawStream.TEXT, new byte[] {(byte) 0xC3, 0x28})
        }) {
            try (RawStream stream = RawStream.open(server, QUERY)) {
                assertThat(stream.sound(SOUND).say(frame).farewell().closeCode())
                        .isIn(1002, 1006, 1007);
            }
        }
    }

    @Test
    void setsNothingAsideForAMessageThatSaysItIsHuge() throws IOException {
        for (long length : new long[] {MESSAGE_BYTES + 1, Integer.MAX_VALUE, Long.MAX_VALUE, -1}) {
            try (RawStream stream = RawStream.open(server, QUERY)) {
                stream.say(RawStream.frame(RawStream.LAST | RawStream.BINARY, length, new byte[MESSAGE_BYTES + 1]));
                assertThat(stream.farewell().closeCode()).isIn(1009, 1002, 1006);
            }
        }
    }

    @Test
    void cutsAMessageWithoutEnd() throws IOException {
        try (RawStream stream = RawStream.open(server, QUERY)) {
            stream.say(RawStream.BINARY, SOUND);
            for (int bytes = SOUND.length; bytes <= MESSAGE_BYTES; bytes += SOUND.length) {
                stream.say(RawStream.CONTINUATION, SOUND);
            }
            assertThat(stream.farewell().closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void cutsATextWithoutEnd() throws IOException {
        try (RawStream stream = RawStream.open(server, QUERY)) {
            stream.say(RawStream.TEXT, new byte[] {'{'});
            for (int i = 0; i < 1100; i++) {
                stream.say(RawStream.CONTINUATION, new byte[] {'{'});
            }
            assertThat(stream.farewell().closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void takesSoundInFragmentsOfAByte() throws IOException {
        try (RawStream stream = RawStream.open(server, QUERY)) {
            stream.say(RawStream.BINARY, Arrays.copyOf(SOUND, 1));
            for (int i = 1; i < SOUND.length; i++) {
                stream.say(RawStream.CONTINUATION, new byte[] {SOUND[i]});
            }
            stream.say(RawStream.LAST | RawStream.CONTINUATION, new byte[0]);
            assertThat(stream.end().farewell().closeCode()).isEqualTo(1000);
        }
    }

    @Test
    void livesThroughAFloodOfPings() throws IOException {
        try (RawStream stream = RawStream.open(server, QUERY)) {
            byte[] payload = "ping".getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 2000; i++) {
                stream.say(RawStream.LAST | RawStream.PING, payload);
            }
            var farewell = stream.sound(SOUND).end().farewell();
            assertThat(farewell.closeCode()).isEqualTo(1000);
            assertThat(farewell.pongs()).isEqualTo(2000);
        }
    }

    @Test
    void takesPingsForNoSound() throws IOException {
        try (RawStream stream = RawStream.open(server, QUERY)) {
            TestServer.await(() -> {
                try {
                    stream.say(RawStream.LAST | RawStream.PING, new byte[0]);
                    Thread.sleep(100);
                    return server.metric("undertone_streams_open") == 0;
                } catch (IOException e) {
                    return true;
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    @Test
    void freesThePlacesOfClientsThatVanishInTheMiddle() throws IOException {
        for (int i = 0; i < 8; i++) {
            RawStream stream = RawStream.open(server, QUERY);
            stream.sound(SOUND).say(Arrays.copyOf(RawStream.frame(RawStream.LAST | RawStream.BINARY, SOUND), 100 * i));
            stream.vanish();
            TestServer.await(() -> server.metric("undertone_streams_open") == 0);
        }
    }

    @Test
    void hangsUpOnWhoNeverReads() throws Exception {
        // Sound is sent until nobody takes it any more.
        double before = server.metric("undertone_received_bytes_total");
        try (RawStream stream = RawStream.withSmallBuffer(server, MUCH_TO_READ)) {
            byte[] second = Sounds.pcm(Sounds.samples(1));
            var talker = new Thread(() -> {
                try {
                    for (int i = 0; i < 20_000; i++) {
                        stream.sound(second);
                    }
                } catch (IOException e) {
                    assertThat(e).isNotNull();
                }
            });
            talker.start();
            TestServer.await(() -> server.metric("undertone_received_bytes_total") > before);
            TestServer.await(() -> server.metric("undertone_streams_open") == 0);
            assertThat(server.metric("undertone_received_bytes_total") - before).isLessThan(64 << 20);
            talker.join();
        }
    }

    @Test
    void refusesMoreStreamsThanAllowedWithoutLosingThose() throws IOException {
        var streams = new RawStream[4];
        try {
            for (int i = 0; i < 4; i++) {
                streams[i] = RawStream.open(server, QUERY).sound(SOUND);
            }
            for (int i = 0; i < 10; i++) {
                try (RawStream further = RawStream.open(server, QUERY)) {
                    assertThat(further.farewell().closeCode()).isEqualTo(1013);
                }
            }
            for (RawStream stream : streams) {
                assertThat(stream.end().farewell().closeCode()).isEqualTo(1000);
            }
        } finally {
            for (RawStream stream : streams) {
                if (stream != null) {
                    stream.close();
                }
            }
        }
    }
}
