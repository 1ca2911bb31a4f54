package org.undertone.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Requests with damage in their heads, forms, chunks, frames and recordings; number and seed decide each. */
final class FuzzedRequests {
    private static final String MEDIA = "/org/undertone/media/";
    private static final String[] RECORDINGS = {
        "long.flac",
        "deep.flac",
        "stereo.flac",
        "flac.ogg",
        "fast.ogg",
        "alac.m4a",
        "tone.mp3",
        "tagged.mp3",
        "tone.ogg",
        "tone.opus",
        "tone.webm",
        "vorbis.webm",
        "tone.m4a",
        "tone.mp4",
        "ac3.mp4",
        "silent.mp4"
    };
    private static final String[] TOKENS = {
        "\r\n",
        "\n",
        "\r",
        "\0",
        ":",
        " ",
        "\t",
        "%00",
        "%2e%2e/",
        "../",
        "?",
        "&",
        "=",
        ";",
        ",",
        "\"",
        "--xyz",
        "--xyz--",
        "Content-Length: 0\r\n",
        "Content-Length: 18446744073709551616\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Content-Encoding: gzip\r\n",
        "Expect: 100-continue\r\n",
        "Upgrade: websocket\r\n",
        "Upgrade: h2c\r\n",
        "Connection: close\r\n",
        "Host: evil.example\r\n",
        "Origin: null\r\n",
        "Range: bytes=0-\r\n",
        "HTTP/1.0",
        "HTTP/2.0",
        "window=1e308",
        "hop=1e-308",
        "window=NaN",
        "tracks=true",
        "rate=2147483648",
        "\u00ff\u00fe",
        "7fffffff\r\n",
        "0\r\n\r\n"
    };
    private static final String[] PATHS = {
        "/",
        "/docs",
        "/openapi.json",
        "/healthz",
        "/readyz",
        "/metrics",
        "/v1/model",
        "/v1/predict",
        "/v1/stream",
        "/index.html",
        "/assets/swagger-ui/swagger-ui.css",
        "/assets/uplot/uPlot.min.css",
        "/nothing"
    };
    private static final String[] QUERIES = {
        "", "?window=0.2&hop=0.1", "?tracks=true", "?window=0.1&hop=0.05&tracks=true", "?window=3", "?hop=1"
    };

    private final long seed;
    private final List<byte[]> recordings = new ArrayList<>();
    private final byte[] pcm = Sounds.pcm(Sounds.samples(0.3));

    FuzzedRequests(long seed) throws IOException {
        this.seed = seed;
        for (String name : RECORDINGS) {
            try (var in = FuzzedRequests.class.getResourceAsStream(MEDIA + name)) {
                recordings.add(in.readAllBytes());
            }
        }
        recordings.add(Sounds.wav(0.3));
    }

    /** All bytes that one connection brings. */
    byte[] request(int number) {
        var random = new SplittableRandom(seed * 1_000_003 + number);
        return switch (random.nextInt(6)) {
            case 0 -> damaged(plain(random), random, true);
            case 1 -> upload(random, damaged(recording(random), random, false));
            case 2 -> damaged(form(random), random, true);
            case 3 -> damaged(chunked(random), random, true);
            case 4 -> stream(random);
            default -> damaged(upload(random, recording(random)), random, true);
        };
    }

    private byte[] recording(SplittableRandom random) {
        return recordings.get(random.nextInt(recordings.size()));
    }

    private static <T> T one(T[] of, SplittableRandom random) {
        return of[random.nextInt(of.length)];
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static byte[] plain(SplittableRandom random) {
        String method = one(new String[] {"GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE"}, random);
        return bytes(method + " " + one(PATHS, random) + one(QUERIES, random)
                + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nConnection: close\r\n\r\n");
    }

    private static byte[] upload(SplittableRandom random, byte[] body) {
        return upload(random, "Content-Type: audio/wav\r\nContent-Length: " + body.length + "\r\n", body);
    }

    private static byte[] upload(SplittableRandom random, String headers, byte[] body) {
        return joined(
                bytes("POST /v1/predict" + one(QUERIES, random)
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n"),
                body);
    }

    private byte[] form(SplittableRandom random) {
        byte[] body = EndpointsTest.form("file", "voice", damaged(recording(random), random, false));
        byte[] form = random.nextBoolean() ? body : damaged(body, random, true);
        return upload(
                random,
                "Content-Type: multipart/form-data; boundary=xyz\r\nContent-Length: " + form.length + "\r\n",
                form);
    }

    private byte[] chunked(SplittableRandom random) {
        byte[] body = recording(random);
        var chunks = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; ) {
            int length = Math.min(body.length - at, 1 + random.nextInt(1500));
            chunks.writeBytes(bytes(Integer.toHexString(length) + "\r\n"));
            chunks.write(body, at, length);
            chunks.writeBytes(bytes("\r\n"));
            at += length;
        }
        chunks.writeBytes(bytes("0\r\n\r\n"));
        return upload(random, "Transfer-Encoding: chunked\r\n", chunks.toByteArray());
    }

    private byte[] stream(SplittableRandom random) {
        String query = one(
                new String[] {
                    "?rate=8000&window=0.2&hop=0.1",
                    "?rate=8000&encoding=f32le&window=0.1&hop=0.1",
                    "?tracks=true&window=0.2",
                    "?rate=192000",
                    ""
                },
                random);
        byte[] handshake = RawStream.handshake(query);
        var frames = new ByteArrayOutputStream();
        for (int i = random.nextInt(8); i > 0; i--) {
            int first = random.nextInt(4) == 0 ? random.nextInt(256) : RawStream.LAST | RawStream.BINARY;
            byte[] payload = Arrays.copyOf(pcm, random.nextInt(pcm.length));
            frames.writeBytes(RawStream.frame(first, payload));
        }
        frames.writeBytes(RawStream.frame(RawStream.LAST | RawStream.TEXT, bytes("{\"type\":\"end\"}")));
        byte[] all = frames.toByteArray();
        return joined(
                random.nextInt(4) == 0 ? damaged(handshake, random, true) : handshake,
                random.nextBoolean() ? all : damaged(all, random, false));
    }

    /** A copy with one to four defects; where it is text, half of them are words that matter to HTTP. */
    private static byte[] damaged(byte[] original, SplittableRandom random, boolean text) {
        byte[] mutant = original.clone();
        for (int defects = 1 + random.nextInt(4); defects > 0 && mutant.length > 1; defects--) {
            int at = random.nextInt(random.nextBoolean() ? mutant.length : Math.min(mutant.length, 200));
            int to = Math.min(mutant.length, at + 1 + random.nextInt(16));
            byte[] before = Arrays.copyOf(mutant, at);
            switch (random.nextInt(text ? 9 : 5)) {
                case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutant[at] = (byte) random.nextInt(256);
                case 2 -> mutant = joined(before, Arrays.copyOfRange(mutant, to, mutant.length));
                case 3 ->
                    mutant = joined(
                            before, Arrays.copyOfRange(mutant, at, to), Arrays.copyOfRange(mutant, at, mutant.length));
                case 4 -> Arrays.fill(mutant, at, to, (byte) (random.nextBoolean() ? 0xFF : 0));
                default ->
                    mutant = joined(before, bytes(one(TOKENS, random)), Arrays.copyOfRange(mutant, at, mutant.length));
            }
        }
        return mutant;
    }
}
