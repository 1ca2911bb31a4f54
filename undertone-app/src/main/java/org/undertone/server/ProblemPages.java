package org.undertone.server;

import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty itself refuses, such as requests that are no HTTP, as problems like all others. */
final class ProblemPages extends ErrorHandler {
    private final ServerMetrics metrics;

    ProblemPages(ServerMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Object cause = request.getAttribute(ERROR_EXCEPTION);
        Object message = request.getAttribute(ERROR_MESSAGE);
        Problem problem = isOfTheClient(cause)
                ? Problem.of(ProblemKind.BAD_REQUEST, "the request is not understood, or who sent it is gone")
                : problem(status, message, cause);
        Entrance.write(problem, response, callback);
        return true;
    }

    /** Connections that break off, and versions or codings of HTTP that are not spoken here, are no defects. */
    private static boolean isOfTheClient(Object failure) {
        for (Object cause = failure; cause instanceof Throwable thrown; cause = thrown.getCause()) {
            boolean gone = cause instanceof EOFException || cause instanceof ClosedChannelException;
            boolean unspoken =
                    cause instanceof HttpException refusal && (refusal.getCode() == 501 || refusal.getCode() == 505);
            if (gone || unspoken) {
                return true;
            }
        }
        return false;
    }

    private Problem problem(int status, Object message, Object cause) {
        String why = message == null ? "" : ": " + Parameters.shown(message.toString());
        return switch (status) {
            // 501 and 505: what Jetty finds in a request that it does not know, which is no defect of ours.
            case 400, 501, 505 -> Problem.of(ProblemKind.BAD_REQUEST, "the request is not understood" + why);
            case 404 -> Problem.of(ProblemKind.NOT_FOUND, "there is nothing here; see /docs");
            case 405 -> Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "this method does not work here; see /docs");
            case 408 -> Problem.of(ProblemKind.TOO_SLOW, "the request did not arrive in time");
            case 413 -> Problem.of(ProblemKind.BODY_TOO_LARGE, "the body is too large" + why);
            case 414 -> Problem.of(ProblemKind.URI_TOO_LONG, "the address of the request is too long");
            case 431 -> Problem.of(ProblemKind.HEADERS_TOO_LARGE, "the head of the request is larger than 8 KiB");
            case 503 -> Problem.of(ProblemKind.SHUTTING_DOWN, "the server is shutting down; try again later");
            default ->
                status < 500
                        ? new Problem(ProblemKind.BAD_REQUEST, "the request is not understood" + why, "")
                        : metrics.unexpected(
                                cause instanceof Throwable failure
                                        ? failure
                                        : new IllegalStateException("status " + status + why));
        };
    }
}
