package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The client of a live stream; every message has to be what the OpenAPI document says. */
final class TestStream implements WebSocket.Listener {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    private TestStream() {}

    static TestStream open(TestServer server, String query, String... protocols) {
        var stream = new TestStream();
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
        if (protocols.length > 0) {
            builder.subprotocols(protocols[0], java.util.Arrays.copyOfRange(protocols, 1, protocols.length));
        }
        URI uri = URI.create("ws://127.0.0.1:" + server.server.port() + "/v1/stream" + query);
        stream.socket = builder.buildAsync(uri, stream).join();
        return stream;
    }

    String protocol() {
        return socket.getSubprotocol();
    }

    TestStream sound(byte[] pcm, int pieceBytes) {
        for (int at = 0; at < pcm.length; at += pieceBytes) {
            int length = Math.min(pieceBytes, pcm.length - at);
            socket.sendBinary(ByteBuffer.wrap(pcm, at, length), true).join();
        }
        return this;
    }

    TestStream say(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    TestStream end() {
        return say("{\"type\":\"end\"}");
    }

    /** Goes without a word. */
    void abort() {
        socket.abort();
    }

    /** The code the server closes with. */
    int closeCode() {
        return closed.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** The last message must be a problem, and the socket closed. */
    void assertProblem(int closeCode, String code) {
        assertThat(closeCode()).isEqualTo(closeCode);
        JsonNode last = messages.get(messages.size() - 1);
        assertThat(last.path("type").textValue()).isEqualTo("error");
        assertThat(last.at("/problem/code").textValue()).isEqualTo(code);
    }

    List<JsonNode> ofType(String type) {
        return messages.stream()
                .filter(message -> message.path("type").textValue().equals(type))
                .toList();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            try {
                Contract.checkSchema("StreamMessage", part.toString().getBytes(StandardCharsets.UTF_8));
                messages.add(Contract.JSON.readTree(part.toString()));
            } catch (Exception | AssertionError e) {
                closed.completeExceptionally(e);
            }
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }
}
