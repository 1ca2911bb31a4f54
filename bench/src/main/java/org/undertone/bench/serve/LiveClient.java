package org.undertone.bench.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One live stream, as cheap as a client can be: one thread reads, another sends; the mask of frames is 0, so that sound
 * goes out as it is (RFC 6455, section 5.3).
 */
final class LiveClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int LAST = 0x80;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final int pieceBytes;
    /** When each piece of sound was sent. */
    private final List<Long> sentAt = new ArrayList<>();

    private final List<Double> addedSeconds = new ArrayList<>();
    private final Thread reader = new Thread(this::read);
    private volatile double delaySeconds;
    private volatile String failure = "";
    private volatile boolean ending;
    private volatile boolean ended;

    /**
     * Connects.
     *
     * @param pieceBytes of a message
     */
    LiveClient(int port, int pieceBytes) throws IOException {
        this.pieceBytes = pieceBytes;
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        out.writeBytes("GET /v1/stream?rate=" + Speech.RATE + "&encoding=s16le&window=3&hop=1 HTTP/1.1\r\n"
                + "Host: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        out.flush();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101 ")) {
            throw new IOException("no stream but " + head);
        }
        reader.setDaemon(true);
        reader.start();
    }

    /** Sends the next piece of a sound that is repeated without end. */
    void send(byte[] pcm) throws IOException {
        int piece;
        synchronized (sentAt) {
            piece = sentAt.size();
            sentAt.add(System.nanoTime());
        }
        int at = (int) ((long) piece * pieceBytes % (pcm.length / pieceBytes * pieceBytes));
        frame(BINARY, pcm, at, pieceBytes);
    }

    private synchronized void frame(int opcode, byte[] payload, int from, int length) throws IOException {
        out.writeByte(LAST | opcode);
        if (length < 126) {
            out.writeByte(0x80 | length);
        } else {
            out.writeByte(0x80 | 126);
            out.writeShort(length);
        }
        out.writeInt(0);
        out.write(payload, from, length);
        out.flush();
    }

    /** Says that the sound is at its end, and waits for the last message. */
    void end() throws IOException, InterruptedException {
        ending = true;
        byte[] text = "{\"type\":\"end\"}".getBytes(StandardCharsets.US_ASCII);
        frame(TEXT, text, 0, text.length);
        reader.join(30_000);
        if (!ended && failure.isEmpty()) {
            failure = "no end";
        }
    }

    private void read() {
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & 0xF;
                int length = in.readUnsignedByte();
                length = length == 126 ? in.readUnsignedShort() : length;
                byte[] payload = in.readNBytes(length);
                if (opcode == TEXT) {
                    heard(JSON.readTree(payload), System.nanoTime());
                } else if (opcode == PING) {
                    frame(PONG, payload, 0, length);
                } else if (opcode == CLOSE) {
                    return;
                }
            }
        } catch (IOException e) {
            if (!ended && failure.isEmpty()) {
                failure = String.valueOf(e.getMessage());
            }
        }
    }

    private void heard(JsonNode message, long now) {
        switch (message.path("type").asText()) {
            case "ready" -> delaySeconds = message.path("delaySeconds").asDouble();
            case "window" -> window(message.path("endSeconds").asDouble(), now);
            case "end" -> ended = true;
            default -> failure = message.at("/problem/code").asText();
        }
    }

    /** How much later a window came than the sound that it needed: its own, and that of the stated delay. */
    private void window(double endSeconds, long now) {
        long bytes = Math.round((endSeconds + delaySeconds) * Speech.RATE) * Speech.SAMPLE_BYTES;
        int piece = (int) ((bytes - 1) / pieceBytes);
        synchronized (sentAt) {
            if (piece < sentAt.size()) {
                addedSeconds.add((now - sentAt.get(piece)) / 1e9);
            } else if (!ending) {
                // Earlier than stated. Windows of the end, which come with less sound behind them, do not count.
                double early = (piece + 1 - sentAt.size()) * (double) pieceBytes / (Speech.RATE * Speech.SAMPLE_BYTES);
                addedSeconds.add(-early);
            }
        }
    }

    String failure() {
        return failure;
    }

    List<Double> addedSeconds() {
        synchronized (sentAt) {
            return List.copyOf(addedSeconds);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
