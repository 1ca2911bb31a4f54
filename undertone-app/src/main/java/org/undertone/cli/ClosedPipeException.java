package org.undertone.cli;

import java.io.IOException;

/** Whoever read the results has had enough of them, as {@code head} has: no failure. */
final class ClosedPipeException extends IOException {
    private static final long serialVersionUID = 1L;

    ClosedPipeException(IOException cause) {
        super("the reader of standard output has gone", cause);
    }
}
