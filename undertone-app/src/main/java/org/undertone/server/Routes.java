package org.undertone.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.undertone.storage.JsonFile;

/** What is found under which address. */
final class Routes {
    /** Every route of the interface, with the methods that work there. */
    static final Map<String, Set<String>> METHODS = methods();

    private static final Set<String> FREE = Set.of("/", "/docs", "/openapi.json", "/healthz", "/readyz", "page");

    private final ServerSettings settings;
    private final Admission admission;
    private final ModelHolder models;
    private final ServerMetrics metrics;
    private final PredictRoute predict;
    private final Assets page = Assets.ofPackage("page");
    private final Assets curves = Assets.ofWebjar("org.webjars.npm", "uplot", "dist/");
    private final Assets documents = Assets.ofPackage("docs");
    private final Assets swagger = Assets.ofWebjar("org.webjars", "swagger-ui", "");

    Routes(
            ServerSettings settings,
            Admission admission,
            ModelHolder models,
            ServerMetrics metrics,
            PredictRoute predict) {
        this.settings = settings;
        this.admission = admission;
        this.models = models;
        this.metrics = metrics;
        this.predict = predict;
    }

    private static Map<String, Set<String>> methods() {
        var methods = new LinkedHashMap<String, Set<String>>();
        for (String path : new String[] {
            "/", "/docs", "/openapi.json", "/healthz", "/readyz", "/metrics", "/v1/model", VoiceRoute.PATH
        }) {
            methods.put(path, Set.of("GET"));
        }
        methods.put("/v1/predict", Set.of("POST"));
        return Map.copyOf(methods);
    }

    /** What metrics call the route of a path: one of few names, whatever is asked for. */
    String label(String path) {
        if (METHODS.containsKey(path)) {
            return path;
        }
        return asset(path).isPresent() ? "page" : "other";
    }

    /** Whether the token, where there is one, has to be shown. */
    boolean wantsToken(String label) {
        return !FREE.contains(label);
    }

    void add(RoutesConfig routes, Executor responses) {
        routes.get("/healthz", context -> json(context, 200, JsonFile.object().put("status", "up")));
        routes.get("/readyz", this::ready);
        routes.get("/metrics", context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(metrics.scrape()));
        routes.get("/v1/model", this::model);
        routes.get(VoiceRoute.PATH, context -> {
            throw new ProblemException(
                    ProblemKind.UPGRADE_REQUIRED, "this is a WebSocket; connect by ws:// or wss:// in place of http");
        });
        routes.post("/v1/predict", context -> predict.handle(context, responses));
        routes.get("/", context -> asset(context, page.find("index.html")));
        routes.get("/docs", context -> asset(context, documents.find("index.html")));
        routes.get("/openapi.json", context -> asset(context, documents.find("openapi.json")));
        routes.get("/<path>", context -> asset(context, asset(context.path())));
        routes.exception(ProblemException.class, (e, context) -> problem(context, e.problem()));
        // Of files nothing is read here: a client has gone, and nobody hears the answer.
        routes.exception(IOException.class, (e, context) -> context.status(ProblemKind.BAD_REQUEST.status()));
        routes.exception(CompletionException.class, (e, context) -> failed(context, e.getCause()));
        routes.exception(Exception.class, (e, context) -> failed(context, e));
        routes.error(404, context -> {
            if (!Problem.CONTENT_TYPE.equals(context.res().getContentType())) {
                missing(context);
            }
        });
    }

    private Optional<Assets.Asset> asset(String path) {
        if (path.startsWith("/assets/uplot/")) {
            return curves.find(path.substring("/assets/uplot/".length()));
        }
        if (path.startsWith("/assets/swagger-ui/")) {
            return swagger.find(path.substring("/assets/swagger-ui/".length()));
        }
        if (path.startsWith("/docs/")) {
            return documents.find(path.substring("/docs/".length()));
        }
        return page.find(path.substring(Math.min(1, path.length())));
    }

    private static void asset(Context context, Optional<Assets.Asset> found) {
        if (found.isEmpty()) {
            missing(context);
            return;
        }
        context.header("Cache-Control", "no-cache")
                .contentType(found.get().type())
                .result(found.get().content());
    }

    private void ready(Context context) {
        String reason = admission.unready();
        ObjectNode json = JsonFile.object().put("status", reason.isEmpty() ? "ready" : "unready");
        if (!reason.isEmpty()) {
            json.put("reason", reason);
        }
        models.warning().ifPresent(warning -> json.put("warning", warning));
        json(context, reason.isEmpty() ? 200 : 503, json);
    }

    private void model(Context context) {
        ObjectNode json = models.current().toJson();
        RequestLimits requests = settings.requests();
        StreamLimits streams = settings.streams();
        json.putObject("limits")
                .put("bodyBytes", requests.bodyBytes())
                .put("audioSeconds", requests.audioSeconds())
                .put("requests", requests.requests())
                .put("streams", streams.streams())
                .put("streamSeconds", streams.longest().toMillis() / 1000.0)
                .put("messageBytes", streams.messageBytes())
                .put("idleSeconds", streams.idle().toMillis() / 1000.0);
        json(context, 200, json);
    }

    private static void json(Context context, int status, ObjectNode json) {
        context.status(status)
                .header("Cache-Control", "no-store")
                .contentType("application/json")
                .result(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void missing(Context context) {
        Set<String> methods = METHODS.get(context.path());
        if (methods == null || methods.contains(context.req().getMethod())) {
            problem(
                    context,
                    Problem.of(
                            ProblemKind.NOT_FOUND,
                            "there is nothing at '" + Parameters.shown(context.path()) + "'; see /docs"));
            return;
        }
        context.header("Allow", String.join(", ", methods));
        problem(
                context,
                Problem.of(
                        ProblemKind.METHOD_NOT_ALLOWED,
                        Parameters.shown(context.req().getMethod()) + " does not work here; use "
                                + String.join(" or ", methods)));
    }

    private void failed(Context context, Throwable failure) {
        problem(context, failure instanceof ProblemException e ? e.problem() : metrics.unexpected(failure));
    }

    private static void problem(Context context, Problem problem) {
        int retryAfter = problem.kind().retryAfterSeconds();
        if (retryAfter > 0) {
            context.header("Retry-After", Integer.toString(retryAfter));
        }
        if (problem.kind() == ProblemKind.UPGRADE_REQUIRED) {
            context.header("Upgrade", "websocket");
        }
        context.status(problem.status())
                .header("Cache-Control", "no-store")
                .contentType(Problem.CONTENT_TYPE)
                .result(problem.toBytes());
    }
}
