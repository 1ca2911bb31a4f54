package org.undertone.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Before every other part of the server: turns away who may not come in, and measures every request. */
final class Entrance extends Handler.Wrapper {
    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "microphone=(self), camera=(), geolocation=()",
            "Content-Security-Policy",
                    "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none';"
                            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    private final AccessRules access;
    private final ServerMetrics metrics;
    private final Routes routes;
    private final ConnectionTimes times;
    private volatile boolean closing;

    Entrance(AccessRules access, ServerMetrics metrics, Routes routes, ConnectionTimes times) {
        this.access = access;
        this.metrics = metrics;
        this.routes = routes;
        this.times = times;
    }

    /** From now on connections are not kept for another request. */
    void close() {
        closing = true;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long began = System.nanoTime();
        String path = Request.getPathInContext(request);
        String route = routes.label(path);
        String method =
                Set.of("GET", "HEAD", "POST", "OPTIONS").contains(request.getMethod()) ? request.getMethod() : "other";
        Request.addCompletionListener(
                request, failure -> metrics.answered(route, method, response.getStatus(), System.nanoTime() - began));
        times.began(request, response);
        HEADERS.forEach(response.getHeaders()::put);
        if (closing) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        try {
            admit(request, route);
        } catch (ProblemException e) {
            write(e.problem(), response, callback);
            return true;
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && access.isAllowed(origin)) {
            share(response, origin);
            if (request.getMethod().equals("OPTIONS")) {
                response.setStatus(204);
                callback.succeeded();
                return true;
            }
        }
        return super.handle(request, response, callback);
    }

    private void admit(Request request, String route) throws ProblemException {
        var headers = request.getHeaders();
        String host = headers.get(HttpHeader.HOST);
        access.requireHost(host);
        boolean stream = route.equals(VoiceRoute.PATH);
        if (stream) {
            requireUri(request.getHttpURI().asString());
        }
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reading || stream) {
            access.requireOrigin(headers.get(HttpHeader.ORIGIN), host);
        }
        // Browsers ask by OPTIONS, without the token, whether they may; streams hear of it by a message.
        boolean asking = request.getMethod().equals("OPTIONS");
        boolean upgrade = stream && headers.contains(HttpHeader.UPGRADE, "websocket");
        if (routes.wantsToken(route) && !asking && !upgrade) {
            access.requireToken(headers.get(HttpHeader.AUTHORIZATION), List.of());
        }
    }

    /** Addresses of WebSockets become a {@link URI}, which is stricter than HTTP in practice. */
    private static void requireUri(String address) throws ProblemException {
        try {
            new URI(address);
        } catch (URISyntaxException e) {
            throw new ProblemException(
                    ProblemKind.BAD_REQUEST,
                    "the address '" + Parameters.shown(address) + "' has characters that must be written as %XX: "
                            + Parameters.shown(e.getMessage()));
        }
    }

    /** Lets the pages of an allowed origin read the response. */
    private static void share(Response response, String origin) {
        response.getHeaders()
                .put("Access-Control-Allow-Origin", origin)
                .put("Access-Control-Allow-Methods", "GET, POST")
                .put("Access-Control-Allow-Headers", "Authorization, Content-Type")
                .put("Access-Control-Expose-Headers", "Retry-After")
                .put("Cross-Origin-Resource-Policy", "cross-origin")
                .add(HttpHeader.VARY, "Origin");
    }

    /** Answers with a problem. */
    static void write(Problem problem, Response response, Callback callback) {
        response.setStatus(problem.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (problem.kind() == ProblemKind.UNAUTHORIZED) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        }
        response.write(true, ByteBuffer.wrap(problem.toBytes()), callback);
    }
}
