package org.undertone.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What the server counts and measures, in the format of Prometheus. */
final class ServerMetrics implements AutoCloseable {
    private static final Duration[] LATENCIES = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final ServerListener listener;
    private final Instant startedAt;
    private final AtomicLong errors = new AtomicLong();
    private final Counter bytes;
    private final Counter frames;
    private final Counter swaps;
    private final Counter swapFailures;

    /**
     * Nothing counted yet.
     *
     * @param startedAt makes names of errors differ from those of another run
     */
    ServerMetrics(ServerListener listener, Instant startedAt) {
        this.listener = listener;
        this.startedAt = startedAt;
        bytes = counter("undertone.received.bytes", "Bytes of recordings and of live sound that came in");
        frames = counter("undertone.stream.frames", "Frames of 10 ms computed for live streams");
        swaps = counter("undertone.model.swaps", "Models that took the place of another while serving");
        swapFailures =
                counter("undertone.model.swap.failures", "Changes of the model directory that could not be served");
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    /** A number that is looked up whenever somebody asks. */
    void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    /** Which model is served: a gauge of 1 whose label changes. */
    void model(String id, String before) {
        if (before != null) {
            registry.find("undertone.model.info").gauges().forEach(registry::remove);
        }
        Gauge.builder("undertone.model.info", () -> 1)
                .description("The model that is served, by its identity")
                .tag("model_id", id)
                .register(registry);
    }

    /** A request was answered. */
    void answered(String route, String method, int status, long nanos) {
        Timer.builder("undertone.http.requests")
                .description("Requests by route and status, from their head to the end of the response")
                .tag("route", route)
                .tag("method", method)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(LATENCIES)
                .register(registry)
                .record(Duration.ofNanos(nanos));
    }

    void received(int count) {
        bytes.increment(count);
    }

    void frames(int count) {
        frames.increment(count);
    }

    /** One stretch or clip was judged. */
    void prediction(String kind) {
        Counter.builder("undertone.predictions")
                .description("Recordings, and windows of live streams, that were judged")
                .tag("kind", kind)
                .register(registry)
                .increment();
    }

    /** A stream ended by a problem. */
    void streamProblem(Problem problem) {
        Counter.builder("undertone.stream.problems")
                .description("Streams that were refused or given up, by the code of the problem")
                .tag("code", problem.kind().code())
                .register(registry)
                .increment();
    }

    void swapped() {
        swaps.increment();
    }

    void swapFailed() {
        swapFailures.increment();
    }

    /** What a client is told of a defect of this program; the listener is told all. */
    Problem unexpected(Throwable failure) {
        String id = Long.toString(startedAt.toEpochMilli(), Character.MAX_RADIX) + "-" + errors.incrementAndGet();
        listener.failed(id, failure);
        return new Problem(
                ProblemKind.UNEXPECTED,
                "this is a defect of the server, which has noted it by the name " + id
                        + "; please tell whoever runs it",
                id);
    }

    /** All figures as text, format 0.0.4. */
    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
