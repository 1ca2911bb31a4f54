package org.undertone.bench.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.undertone.features.StretchSettings;

/**
 * One voice that speaks in real time, a tenth of a second a message, and notes how much later than it could be each window's
 * message comes: after the last sample that the window's last stretch needs was sent.
 */
final class LiveClient implements WebSocket.Listener {
    static final int RATE = 16_000;
    static final int PIECE = RATE / 10;
    static final String QUERY = "/v1/stream?rate=" + RATE + "&encoding=s16le&window=3&hop=1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] voice;
    private final List<Double> delays = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final long[] sentAt;
    private WebSocket socket;
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
    private int pieces;
    private volatile String problem = "";

    LiveClient(byte[] voice, int mostPieces) {
        this.voice = voice;
        this.sentAt = new long[mostPieces];
    }

    void connect(HttpClient client, URI uri) {
        socket = client.newWebSocketBuilder().buildAsync(uri, this).join();
    }

    /** Sends the next tenth of a second, when its time has come. */
    void sendPiece() {
        int at = (pieces * 2 * PIECE) % (voice.length - 2 * PIECE) & ~1;
        ByteBuffer piece = ByteBuffer.wrap(voice, at, 2 * PIECE);
        sentAt[pieces++] = System.nanoTime();
        sending = sending.thenCompose(before -> socket.sendBinary(piece, true));
    }

    void end() {
        sending = sending.thenCompose(before -> socket.sendText("{\"type\":\"end\"}", true));
    }

    /** The close code. */
    CompletableFuture<Integer> closed() {
        return closed;
    }

    /** Seconds of each window's message. */
    List<Double> delays() {
        return delays;
    }

    /** What the server complained of; empty where it did not. */
    String problem() {
        return problem;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            try {
                hear(JSON.readTree(text.toString()));
            } catch (java.io.IOException e) {
                problem = e.getMessage();
            }
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void hear(JsonNode message) {
        if (message.get("type").asText().equals("error")) {
            problem = message.at("/problem/detail").asText();
        }
        if (message.get("type").asText().equals("window")) {
            StretchSettings live = StretchSettings.LIVE;
            double end = message.get("endSeconds").asDouble();
            double needed = Math.ceil(end / live.coreSeconds() - 1e-6) * live.coreSeconds() + live.marginSeconds();
            int piece = (int) Math.ceil(needed * RATE / PIECE - 1e-6) - 1;
            // The windows after the end of a recording wait for no more sound.
            if (piece < pieces) {
                delays.add((System.nanoTime() - sentAt[piece]) / 1e9);
            }
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        problem = String.valueOf(error);
        closed.complete(-1);
    }
}
