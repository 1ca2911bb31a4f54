package org.undertone.server;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a server listens, who may use it, and how much of it.
 *
 * @param host a name or address of this machine; the loopback address is reached from this machine alone
 * @param port 0 to 65,535; 0 is any that is free
 * @param token what clients have to show, where they have to show something: 16 or more printable characters, no blanks
 * @param allowedOrigins pages of other hosts that may use the server, such as {@code https://voice.example}; their hosts are
 *     also names by which the server may be called
 * @param requests limits of requests
 * @param streams limits of live streams
 */
public record ServerSettings(
        String host,
        int port,
        Optional<String> token,
        List<URI> allowedOrigins,
        RequestLimits requests,
        StreamLimits streams) {
    /** The loopback address, port 8080, no token. */
    public static final ServerSettings DEFAULT = new ServerSettings(
            "127.0.0.1", 8080, Optional.empty(), List.of(), RequestLimits.DEFAULT, StreamLimits.DEFAULT);

    private static final int SHORTEST_TOKEN = 16;
    private static final int LONGEST_TOKEN = 1024;

    public ServerSettings {
        Objects.requireNonNull(requests, "requests");
        Objects.requireNonNull(streams, "streams");
        allowedOrigins = List.copyOf(allowedOrigins);
        if (host.isBlank()) {
            throw new IllegalArgumentException("the host to listen on must have a name but is '" + host + "'");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the port must lie in 0 to 65535 but is " + port);
        }
        token.ifPresent(ServerSettings::checkToken);
        allowedOrigins.forEach(ServerSettings::checkOrigin);
    }

    /** The same at another port. */
    public ServerSettings withPort(int other) {
        return new ServerSettings(host, other, token, allowedOrigins, requests, streams);
    }

    /** The same with a token. */
    public ServerSettings withToken(String secret) {
        return new ServerSettings(host, port, Optional.of(secret), allowedOrigins, requests, streams);
    }

    /** The same with other limits of requests. */
    public ServerSettings withRequests(RequestLimits other) {
        return new ServerSettings(host, port, token, allowedOrigins, other, streams);
    }

    /** The same with other limits of streams. */
    public ServerSettings withStreams(StreamLimits other) {
        return new ServerSettings(host, port, token, allowedOrigins, requests, other);
    }

    /** The same with pages of other hosts. */
    public ServerSettings withAllowedOrigins(List<URI> origins) {
        return new ServerSettings(host, port, token, origins, requests, streams);
    }

    private static void checkToken(String token) {
        // The value itself is a secret and stays out of the sentence.
        if (token.length() < SHORTEST_TOKEN || token.length() > LONGEST_TOKEN) {
            throw new IllegalArgumentException("a token must have " + SHORTEST_TOKEN + " to " + LONGEST_TOKEN
                    + " characters but has " + token.length());
        }
        if (!token.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException(
                    "a token must consist of printable ASCII characters without blanks, and this one does not");
        }
    }

    private static void checkOrigin(URI origin) {
        boolean web = "http".equals(origin.getScheme()) || "https".equals(origin.getScheme());
        boolean bare = origin.getHost() != null
                && (origin.getRawPath() == null || origin.getRawPath().isEmpty())
                && origin.getRawQuery() == null
                && origin.getRawUserInfo() == null
                && origin.getRawFragment() == null;
        if (!web || !bare) {
            throw new IllegalArgumentException(
                    "an allowed origin must be a scheme and a host, such as https://voice.example, but is '" + origin
                            + "'");
        }
    }
}
