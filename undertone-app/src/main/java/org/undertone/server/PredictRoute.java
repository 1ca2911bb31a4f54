package org.undertone.server;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.undertone.audio.AudioDecoder;
import org.undertone.media.AudioFiles;

/** {@code POST /v1/predict}: from an upload to the scores of it. */
final class PredictRoute {
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
            var body = new BodyBytes(budget, limits.bodyBytes());
            PredictionWork work = takeIn(request, options, body);
            workers.addRecording(work);
            CompletableFuture<Void> answered = work.response()
                    .handleAsync(
                            (document, failure) -> {
                                body.close();
                                return answer(context, document, failure);
                            },
                            responses);
            context.future(() -> answered);
        } catch (ProblemException e) {
            if (e.problem().kind() != ProblemKind.TOO_SLOW) {
                UploadReader.readAway(request);
            }
            throw e;
        }
    }

    /** Reads the upload; place and memory are free again when the response is sent, or the client gone. */
    private PredictionWork takeIn(HttpServletRequest request, PredictionOptions options, BodyBytes body)
            throws ProblemException, IOException {
        Admission.Place place = admission.request();
        Request.addCompletionListener(ServletContextRequest.getServletContextRequest(request), failure -> {
            body.close();
            place.close();
        });
        try {
            ServedModel served = models.current();
            Upload upload = uploads.read(request, body);
            return PredictionWork.create(served, upload, options, decoder, limits.audioSeconds());
        } catch (ProblemException e) {
            body.close();
            place.close();
            throw e;
        }
    }

    private Void answer(Context context, byte[] document, Throwable failure) {
        if (failure == null) {
            metrics.prediction("clip");
            if (admission.isClosing()) {
                context.header("Connection", "close");
            }
            context.contentType("application/json").result(document);
        } else {
            throw new CompletionException(failure instanceof CompletionException e ? e.getCause() : failure);
        }
        return null;
    }
}
