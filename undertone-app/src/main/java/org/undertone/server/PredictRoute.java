package org.undertone.server;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.undertone.audio.AudioDecoder;
import org.undertone.media.AudioFiles;

/** {@code POST /v1/predict}: from an upload to the scores of it. */
final class PredictRoute {
    /** So long, and so much, of a body that is not wanted is read all the same, so that its sender reads the answer. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final int PATIENCE_BYTES = 64 << 20;

    private final RequestLimits limits;
    private final Admission admission;
    private final ModelHolder models;
    private final Workers workers;
    private final ServerMetrics metrics;
    private final Budget budget;
    private final UploadReader uploads;
    private final AudioDecoder decoder = AudioFiles.create();

    PredictRoute(
            RequestLimits limits, Admission admission, ModelHolder models, Workers workers, ServerMetrics metrics) {
        this.limits = limits;
        this.admission = admission;
        this.models = models;
        this.workers = workers;
        this.metrics = metrics;
        budget = new Budget(limits.totalBytes());
        uploads = new UploadReader(limits, admission, budget, metrics::received);
    }

    Budget budget() {
        return budget;
    }

    /**
     * Takes the upload in, hands it to the workers, and leaves.
     *
     * @param responses what writes the response, so that no worker waits for a client
     */
    void handle(Context context, Executor responses) throws ProblemException, IOException {
        HttpServletRequest request = context.req();
        try {
            PredictionOptions options = PredictionOptions.of(context.queryParamMap());
            admission.request();
            var body = new BodyBytes(budget, limits.bodyBytes());
            Request.addCompletionListener(ServletContextRequest.getServletContextRequest(request), failure -> {
                body.close();
                admission.requestEnded();
            });
            ServedModel served = models.current();
            Upload upload = uploads.read(request, body);
            PredictionWork work = PredictionWork.create(served, upload, options, decoder, limits.audioSeconds());
            workers.addRecording(work);
            CompletableFuture<Void> answered =
                    work.response().handleAsync((document, failure) -> answer(context, document, failure), responses);
            context.future(() -> answered);
        } catch (ProblemException e) {
            readAway(request);
            throw e;
        }
    }

    private Void answer(Context context, byte[] document, Throwable failure) {
        if (failure == null) {
            metrics.prediction("clip");
            context.contentType("application/json").result(document);
        } else {
            throw new CompletionException(failure instanceof CompletionException e ? e.getCause() : failure);
        }
        return null;
    }

    private static void readAway(HttpServletRequest request) {
        if (request.getHeader("Expect") != null) {
            return;
        }
        long end = System.nanoTime() + PATIENCE_NANOS;
        var buffer = new byte[1 << 14];
        long bytes = 0;
        try {
            InputStream in = request.getInputStream();
            int read = in.read(buffer);
            while (read >= 0 && bytes < PATIENCE_BYTES && System.nanoTime() - end < 0) {
                bytes += read;
                read = in.read(buffer);
            }
        } catch (IOException e) {
            // Whoever is gone gets no answer.
            return;
        }
    }
}
