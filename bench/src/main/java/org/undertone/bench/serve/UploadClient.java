package org.undertone.bench.serve;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Sends recordings, and now and then what is none. */
final class UploadClient {
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final URI uri;

    UploadClient(int port) {
        this.port = port;
        uri = URI.create("http://127.0.0.1:" + port + "/v1/predict");
    }

    /** The status of the response. */
    int send(byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofByteArray()).statusCode();
    }

    /** Goes in the middle of an upload. */
    void vanish(byte[] body) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoLinger(true, 0);
            String head = "POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(Arrays.copyOf(body, body.length / 2));
        }
    }
}
