package org.undertone.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection on which anything can be said. */
final class RawClient implements AutoCloseable {
    private final Socket socket;
    private boolean gone;

    RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(60_000);
        socket.setTcpNoDelay(true);
    }

    /** One whose machine takes in little at a time. */
    static RawClient withSmallBuffer(int port) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        return new RawClient(socket);
    }

    RawClient say(String text) throws IOException {
        return say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** The head of an upload; its body is the caller's. */
    RawClient upload(String headers) throws IOException {
        return say("POST /v1/predict HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    }

    /** Says nothing more, but listens on. */
    RawClient sayNoMore() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Says nothing more, whether or not the server has hung up already. */
    RawClient sayNoMoreIfItListens() {
        try {
            sayNoMore();
        } catch (IOException e) {
            gone = true;
        }
        return this;
    }

    /** Goes at once, with a reset in place of a farewell. */
    void vanish() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Says as much as the server takes: it may hang up in the middle. */
    RawClient sayWhatIsTaken(byte[] bytes) {
        try {
            say(bytes);
        } catch (IOException e) {
            gone = true;
        }
        return this;
    }

    /** Whether the server had hung up before all was said. */
    boolean isGone() {
        return gone;
    }

    /** All that comes until the server hangs up, or resets the connection. */
    String hear() throws IOException {
        var heard = new ByteArrayOutputStream();
        var buffer = new byte[1 << 14];
        try {
            for (int read = read(buffer); read >= 0; read = read(buffer)) {
                heard.write(buffer, 0, read);
            }
        } catch (java.net.SocketException e) {
            heard.writeBytes("(reset)".getBytes(StandardCharsets.ISO_8859_1));
        }
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    /** What comes within so many milliseconds, and then until the server hangs up; nothing where nothing comes. */
    String hearFor(int milliseconds) throws IOException {
        socket.setSoTimeout(milliseconds);
        var first = new byte[1];
        try {
            if (read(first) < 0) {
                return "(closed)";
            }
        } catch (SocketTimeoutException e) {
            return "";
        } finally {
            socket.setSoTimeout(60_000);
        }
        return (char) first[0] + hear();
    }

    /** What comes next. */
    int read(byte[] buffer) throws IOException {
        return socket.getInputStream().read(buffer);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
