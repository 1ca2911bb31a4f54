package org.undertone.server;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may talk to the server: those who show the token, where there is one; pages that the server itself sent, or that are
 * allowed by name; and, where it listens on the loopback address, only those who call it by a name of that address. The last
 * keeps out pages of other hosts whose name was made to mean this machine (DNS rebinding).
 */
final class AccessRules {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String BEARER = "bearer ";
    private static final String BEARER_PROTOCOL = "bearer.";

    private final Optional<byte[]> token;
    private final Set<String> origins = new HashSet<>();
    private final Set<String> hosts = new HashSet<>();
    private final boolean anyHost;

    AccessRules(ServerSettings settings) {
        token = settings.token().map(text -> text.getBytes(StandardCharsets.UTF_8));
        anyHost = !isLoopback(settings.host());
        hosts.addAll(LOOPBACK_NAMES);
        hosts.add(settings.host().toLowerCase(Locale.ROOT));
        for (URI origin : settings.allowedOrigins()) {
            origins.add(normal(origin));
            hosts.add(origin.getHost().toLowerCase(Locale.ROOT));
        }
    }

    /** Whether a name or address is that of the loopback interface. */
    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Refuses requests that call the server by a name which is not its own. */
    void requireHost(String host) throws ProblemException {
        if (!anyHost && !hosts.contains(withoutPort(host == null ? "" : host).toLowerCase(Locale.ROOT))) {
            throw new ProblemException(
                    ProblemKind.FORBIDDEN_HOST,
                    "the server listens for this machine alone and is not called '"
                            + Parameters.shown(String.valueOf(host))
                            + "'; use localhost, or name the origin by --allow-origin");
        }
    }

    /**
     * Refuses what pages of other hosts send.
     *
     * @param origin the header, or null
     * @param host the header by which the server was called
     */
    void requireOrigin(String origin, String host) throws ProblemException {
        if (origin == null || isOwn(origin, host) || isAllowed(origin)) {
            return;
        }
        throw new ProblemException(
                ProblemKind.FORBIDDEN_ORIGIN,
                "pages from '" + Parameters.shown(origin)
                        + "' may not use this server; whoever runs it can allow them by --allow-origin");
    }

    /** Whether pages of an origin are allowed by name. */
    boolean isAllowed(String origin) {
        return parse(origin).filter(uri -> origins.contains(normal(uri))).isPresent();
    }

    private static boolean isOwn(String origin, String host) {
        Optional<URI> page = parse(origin);
        if (page.isEmpty() || host == null) {
            return false;
        }
        Optional<URI> server = parse(page.get().getScheme() + "://" + host);
        return server.isPresent() && normal(server.get()).equals(normal(page.get()));
    }

    /** Refuses who does not show the token, where there is one. */
    void requireToken(String authorization, List<String> protocols) throws ProblemException {
        if (token.isEmpty() || shows(authorization) || protocols.stream().anyMatch(this::showsProtocol)) {
            return;
        }
        throw new ProblemException(
                ProblemKind.UNAUTHORIZED,
                "this server wants a token, as 'Authorization: Bearer TOKEN'; whoever runs it knows the token");
    }

    private boolean shows(String authorization) {
        return authorization != null
                && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                && isToken(authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8));
    }

    private boolean showsProtocol(String protocol) {
        if (!protocol.startsWith(BEARER_PROTOCOL)) {
            return false;
        }
        try {
            return isToken(Base64.getUrlDecoder().decode(protocol.substring(BEARER_PROTOCOL.length())));
        } catch (IllegalArgumentException e) {
            // Not base64, so not the token.
            return false;
        }
    }

    private boolean isToken(byte[] shown) {
        // Takes the same time wherever the two differ.
        return MessageDigest.isEqual(shown, token.orElseThrow());
    }

    private static Optional<URI> parse(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() == null || uri.getScheme() == null ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String normal(URI origin) {
        String scheme = origin.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        int port = origin.getPort() < 0 ? usual : origin.getPort();
        return scheme + "://" + origin.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static String withoutPort(String host) {
        int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
        return end <= 0 ? host : host.substring(0, end);
    }
}
