package org.undertone.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A WebSocket on which any frame can be said, allowed or not (RFC 6455, section 5.2). */
final class RawStream implements AutoCloseable {
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;
    static final int LAST = 0x80;
    private static final int MASKED = 0x80;
    private static final int HANG_UP_MILLIS = 60_000;

    private final Socket socket = new Socket();
    private final DataInputStream in;

    /** What the server said in one frame; a hang-up without a farewell is a close frame of code 1006. */
    record Frame(int opcode, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        int closeCode() {
            return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
        }
    }

    private RawStream(int port, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(HANG_UP_MILLIS);
        in = new DataInputStream(socket.getInputStream());
    }

    static RawStream open(TestServer server, String query) throws IOException {
        return new RawStream(server.server.port(), 0).shakeHands(query);
    }

    /** One whose machine takes in little at a time. */
    static RawStream withSmallBuffer(TestServer server, String query) throws IOException {
        return new RawStream(server.server.port(), 4096).shakeHands(query);
    }

    static byte[] handshake(String query) {
        return ("GET /v1/stream" + query
                        + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private RawStream shakeHands(String query) throws IOException {
        say(handshake(query));
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101 ")) {
            throw new IOException("no WebSocket but " + head);
        }
        return this;
    }

    RawStream say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    RawStream say(int firstByte, byte[] payload) throws IOException {
        return say(frame(firstByte, payload));
    }

    RawStream sound(byte[] pcm) throws IOException {
        return say(LAST | BINARY, pcm);
    }

    RawStream text(String text) throws IOException {
        return say(LAST | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    RawStream end() throws IOException {
        return text("{\"type\":\"end\"}");
    }

    /** A frame as clients send it, with the mask 0, which leaves the payload as it is. */
    static byte[] frame(int firstByte, byte[] payload) {
        return frame(firstByte, payload.length, payload);
    }

    /** A frame whose header may lie about its length. */
    static byte[] frame(int firstByte, long length, byte[] payload) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(firstByte);
        if (length < 126) {
            bytes.write(MASKED | (int) length);
        } else if (length < 1 << 16) {
            bytes.write(MASKED | 126);
            bytes.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
        } else {
            bytes.write(MASKED | 127);
            bytes.writeBytes(ByteBuffer.allocate(8).putLong(length).array());
        }
        bytes.writeBytes(new byte[4]);
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }

    Frame next() throws IOException {
        int first = in.read();
        if (first < 0) {
            return new Frame(CLOSE, new byte[] {1006 >> 8, (byte) 1006});
        }
        int length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = (int) in.readLong();
        }
        var payload = new byte[length];
        in.readFully(payload);
        return new Frame(first & 0xF, payload);
    }

    /** What is heard until the server hangs up: the code it closes with, and the code of the problem before, if any. */
    Farewell farewell() throws IOException {
        String last = "";
        int pongs = 0;
        try {
            for (Frame frame = next(); ; frame = next()) {
                if (frame.opcode() == TEXT) {
                    last = frame.text();
                } else if (frame.opcode() == PONG) {
                    pongs++;
                } else if (frame.opcode() == CLOSE) {
                    return new Farewell(
                            frame.closeCode(),
                            Contract.JSON.readTree(last).at("/problem/code").asText(),
                            pongs);
                }
            }
        } catch (java.net.SocketException | java.io.EOFException e) {
            return new Farewell(1006, "", pongs);
        }
    }

    /** How the server said good-bye. */
    record Farewell(int closeCode, String problem, int pongs) {}

    /** Goes without a word. */
    void vanish() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    InputStream in() {
        return in;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
