package org.undertone.server;

import java.util.Locale;

/** What can go wrong with a request or a stream: its status, its words, and the code by which programs tell it. */
enum ProblemKind {
    BAD_PARAMETER(400, "A parameter is wrong"),
    BAD_REQUEST(400, "The request is not HTTP as it should be"),
    BAD_MULTIPART(400, "The form is not understood"),
    UNAUTHORIZED(401, "A token is needed"),
    FORBIDDEN_ORIGIN(403, "Pages of this origin may not use the server"),
    FORBIDDEN_HOST(403, "The server is not called by this name"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This method does not work here"),
    TOO_SLOW(408, "The request took too long to arrive"),
    BODY_TOO_LARGE(413, "The body is too large"),
    RECORDING_TOO_LONG(413, "The recording is too long"),
    URI_TOO_LONG(414, "The address is too long"),
    UNKNOWN_FORMAT(415, "The body is no recording of a known format"),
    ENCODED_BODY(415, "Compressed bodies are not taken"),
    UNUSABLE_RECORDING(422, "The recording cannot be used"),
    UPGRADE_REQUIRED(426, "This is a WebSocket"),
    TOO_MANY_REQUESTS(429, "Too many requests are in work"),
    OUT_OF_MEMORY_BUDGET(503, "Too much is being uploaded"),
    HEADERS_TOO_LARGE(431, "The head of the request is too large"),
    SHUTTING_DOWN(503, "The server is shutting down"),
    UNEXPECTED(500, "Something unexpected went wrong"),
    TOO_MANY_STREAMS(503, "Too many streams are open"),
    STREAM_TOO_LONG(413, "The stream is too long"),
    MESSAGE_TOO_LARGE(413, "The message is too large"),
    BAD_MESSAGE(400, "The message is not understood"),
    FALLING_BEHIND(503, "The server cannot keep up"),
    IDLE(408, "The stream brought nothing");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** Such as {@code body-too-large}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A URI that tells the kind, as RFC 9457 wants it. */
    String type() {
        return "urn:undertone:problem:" + code();
    }

    /** Seconds after which trying again makes sense; 0 where it does not. */
    int retryAfterSeconds() {
        return status == 503 || status == 429 ? 1 : 0;
    }
}
