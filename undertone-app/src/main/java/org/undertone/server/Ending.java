package org.undertone.server;

import java.util.Optional;

/**
 * How a stream ends: with the message that all was said, or with a problem.
 *
 * @param closeCode of the WebSocket, RFC 6455 section 7.4
 * @param problem why, where it is not the client who ended it
 */
record Ending(int closeCode, Optional<Problem> problem) {
    static final int NORMAL = 1000;
    static final int POLICY = 1008;
    static final int TOO_BIG = 1009;
    static final int UNEXPECTED = 1011;
    static final int RESTART = 1012;
    static final int TRY_LATER = 1013;

    /** The recording is at its end. */
    static final Ending COMPLETE = new Ending(NORMAL, Optional.empty());

    static Ending of(Problem problem) {
        int code =
                switch (problem.kind()) {
                    case MESSAGE_TOO_LARGE -> TOO_BIG;
                    case UNEXPECTED -> UNEXPECTED;
                    case SHUTTING_DOWN -> RESTART;
                    case TOO_MANY_STREAMS, FALLING_BEHIND -> TRY_LATER;
                    default -> POLICY;
                };
        return new Ending(code, Optional.of(problem));
    }

    static Ending of(ProblemKind kind, String detail) {
        return of(Problem.of(kind, detail));
    }

    /** The last message. */
    String message(double seconds) {
        return Stretches.text(json -> {
            json.writeStringField("type", problem.isPresent() ? "error" : "end");
            if (problem.isPresent()) {
                json.writeFieldName("problem");
                json.writeRawValue(problem.get().toJson().toString());
            } else {
                json.writeNumberField("seconds", Stretches.seconds(seconds));
            }
        });
    }
}
