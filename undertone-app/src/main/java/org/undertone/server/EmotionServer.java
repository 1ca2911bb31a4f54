package org.undertone.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A model behind HTTP and WebSocket, with the page that shows it. What it is asked and how it answers is described by the
 * OpenAPI document that it serves. Nothing that is sent to it is kept; it reads the model directory and writes no file.
 */
public final class EmotionServer implements AutoCloseable {
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int SEND_BUFFER_BYTES = 1 << 17;
    private static final int THREADS_BESIDE_UPLOADS = 24;

    private final ServerSettings settings;
    private final ServerListener listener;
    private final Admission admission;
    private final ServerMetrics metrics;
    private final ModelHolder models;
    private final Workers workers;
    private final VoiceRoute voices;
    private final ConnectionTimes times;
    private final Entrance entrance;
    private final Routes routes;
    private final QueuedThreadPool threads;
    private final ScheduledExecutorService clock;
    private final AtomicBoolean closed = new AtomicBoolean();
    private Javalin javalin;
    private ServerConnector connector;
    private int port;

    private EmotionServer(Path modelDirectory, ServerSettings settings, ServerListener listener) throws IOException {
        this.settings = settings;
        this.listener = listener;
        admission = new Admission(settings, listener);
        metrics = new ServerMetrics(listener, Instant.now());
        models = ModelHolder.open(modelDirectory, InstantSource.system(), new Swaps());
        metrics.model(models.current().id(), null);
        workers = Workers.start(Runtime.getRuntime().availableProcessors());
        var access = new AccessRules(settings);
        voices = new VoiceRoute(
                new VoiceRoute.Surroundings(settings.streams(), admission, access, models, workers, metrics));
        var predict = new PredictRoute(settings.requests(), admission, models, workers, metrics);
        routes = new Routes(settings, admission, models, metrics, predict);
        times = new ConnectionTimes(settings.requests());
        entrance = new Entrance(access, metrics, routes, times);
        threads = new QueuedThreadPool(settings.requests().requests() + THREADS_BESIDE_UPLOADS);
        threads.setName("undertone-http");
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "undertone-clock");
            thread.setDaemon(true);
            return thread;
        });
        gauges(predict.budget());
    }

    /**
     * Reads the model and listens.
     *
     * @throws IOException where the model cannot be read or the port is taken
     */
    public static EmotionServer start(Path modelDirectory, ServerSettings settings, ServerListener listener)
            throws IOException {
        var server = new EmotionServer(modelDirectory, settings, listener);
        try {
            server.listen();
        } catch (RuntimeException e) {
            server.release();
            throw new IOException(
                    "cannot listen on " + settings.host() + " port " + settings.port() + ": " + innermost(e)
                            + "; is another server running there? choose another by --port",
                    e);
        }
        listener.started(server.address());
        if (settings.token().isEmpty() && !AccessRules.isLoopback(settings.host())) {
            listener.exposed(settings.host());
        }
        return server;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Its page. */
    public URI address() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + port() + "/");
    }

    private void listen() {
        javalin = Javalin.create(this::configure).start();
        port = connector.getLocalPort();
        long shortest = Stream.of(
                        settings.streams().idle(),
                        settings.requests().headerTime(),
                        settings.requests().responseTime())
                .mapToLong(Duration::toMillis)
                .min()
                .orElseThrow();
        long period = Math.max(20, Math.min(1000, shortest / 4));
        clock.scheduleAtFixedRate(this::tick, period, period, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            voices.tick();
            times.tick(System.nanoTime());
        } catch (RuntimeException e) {
            // Else the clock would never come again.
            metrics.unexpected(e);
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.threadPool = threads;
        config.jetty.addConnector(this::connect);
        config.jetty.modifyServer(server -> {
            server.setHandler(entrance);
            server.setErrorHandler(new ProblemPages(metrics));
            server.setStopTimeout(0);
        });
        config.jetty.modifyServletContextHandler(context -> {
            context.setErrorHandler(new ProblemPages(metrics));
            JettyWebSocketServletContainerInitializer.configure(
                    context, (servlets, container) -> container.addMapping(VoiceRoute.PATH, voices::connect));
        });
        routes.add(config.routes, threads);
    }

    private ServerConnector connect(Server server, HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        // What the system may hold of a response that nobody reads.
        connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
        connector.setIdleTimeout(settings.requests().headerTime().toMillis());
        connector.addBean(times);
        server.addBean(new NetworkConnectionLimit(settings.requests().connections(), connector));
        return connector;
    }

    private void gauges(Budget budget) {
        metrics.gauge("undertone.requests.open", "Predictions being uploaded, waiting or in work", admission::requests);
        metrics.gauge("undertone.streams.open", "Live streams that are open", admission::streams);
        metrics.gauge("undertone.queue.depth", "Turns of work that wait for a worker", workers::waiting);
        metrics.gauge("undertone.body.bytes", "Memory that bodies of requests take", budget::taken);
        metrics.gauge("undertone.stream.lag.seconds", "How far the slowest stream is behind", voices::lagSeconds);
    }

    private static String innermost(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner.getMessage();
    }

    /**
     * Takes nothing new, finishes what was taken in, ends streams with their last windows, and stops listening; waits for
     * that for half a minute at most.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        listener.stopping();
        admission.close();
        entrance.close();
        voices.shutDown();
        try {
            admission.awaitEmpty(DRAIN_NANOS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        release();
        listener.stopped();
    }

    private void release() {
        if (javalin != null) {
            javalin.stop();
        }
        clock.shutdownNow();
        models.close();
        workers.close();
        metrics.close();
    }

    /** What is told and counted of other models. */
    private final class Swaps implements ModelHolder.Heard {
        @Override
        public void swapped(ServedModel model) {
            metrics.model(model.id(), "");
            metrics.swapped();
            listener.modelSwapped(model.id());
        }

        @Override
        public void failed(String reason) {
            metrics.swapFailed();
            listener.swapFailed(reason);
        }
    }
}
