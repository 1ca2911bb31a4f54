package org.undertone.server;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeRequest;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeResponse;

/** {@code /v1/stream}: all open live streams. */
final class VoiceRoute {
    static final String PATH = "/v1/stream";
    static final String PROTOCOL = "undertone.v1";
    private static final long FAREWELL_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Surroundings around;
    private final Set<VoiceSocket> sockets = ConcurrentHashMap.newKeySet();

    VoiceRoute(Surroundings around) {
        this.around = around;
    }

    /** What the route works with. */
    record Surroundings(
            StreamLimits limits,
            Admission admission,
            AccessRules access,
            ModelHolder models,
            Workers workers,
            ServerMetrics metrics) {}

    /**
     * What a client asked for when it connected.
     *
     * @param query the parameters
     * @param authorization the header, or null
     * @param protocols the subprotocols that it offers
     */
    record Request(Map<String, List<String>> query, String authorization, List<String> protocols) {}

    /** Answers the request to become a WebSocket. */
    Object connect(JettyServerUpgradeRequest request, JettyServerUpgradeResponse response) {
        // No compression: a small message could become a large one.
        response.setExtensions(List.of());
        if (request.getSubProtocols().contains(PROTOCOL)) {
            response.setAcceptedSubProtocol(PROTOCOL);
        }
        return new VoiceSocket(
                this,
                new Request(
                        Map.copyOf(request.getParameterMap()),
                        request.getHeader("Authorization"),
                        List.copyOf(request.getSubProtocols())));
    }

    Admission.Place admit(Request request) throws ProblemException {
        around.access().requireToken(request.authorization(), request.protocols());
        Admission.Place place = around.admission().stream();
        around.workers().streamOpened();
        return place;
    }

    VoiceStream stream(Request request, VoiceLine line) throws ProblemException {
        VoiceParameters parameters = VoiceParameters.of(request.query());
        try {
            return new VoiceStream(
                    around.models().current(),
                    parameters,
                    new VoiceStream.Surroundings(around.workers(), around.metrics(), around.limits(), System::nanoTime),
                    line);
        } catch (IllegalArgumentException e) {
            throw Parameters.wrong(e.getMessage());
        }
    }

    String ready(VoiceStream stream) {
        VoiceParameters parameters = stream.parameters();
        return Stretches.text(json -> {
            json.writeStringField("type", "ready");
            json.writeStringField("modelId", stream.modelId());
            json.writeNumberField("delaySeconds", stream.delaySeconds());
            json.writeNumberField("windowSeconds", parameters.windows().windowSeconds());
            json.writeNumberField("hopSeconds", parameters.windows().hopSeconds());
        });
    }

    StreamLimits limits() {
        return around.limits();
    }

    long farewellNanos() {
        return FAREWELL_NANOS;
    }

    void add(VoiceSocket socket) {
        sockets.add(socket);
    }

    /** Forgets a socket; once is enough. */
    void remove(VoiceSocket socket, Admission.Place place) {
        if (sockets.remove(socket) && place != null) {
            around.workers().streamClosed();
            place.close();
        }
    }

    void received(int bytes) {
        around.metrics().received(bytes);
    }

    void refused(Problem problem) {
        around.metrics().streamProblem(problem);
    }

    Problem unexpected(Throwable failure) {
        return around.metrics().unexpected(failure);
    }

    /** Looks after the time of all streams. */
    void tick() {
        long now = System.nanoTime();
        sockets.forEach(socket -> socket.tick(now));
    }

    /** The largest lag of a stream, in seconds. */
    double lagSeconds() {
        return sockets.stream().mapToDouble(VoiceSocket::lagSeconds).max().orElse(0);
    }

    void shutDown() {
        sockets.forEach(VoiceSocket::shutDown);
    }
}
