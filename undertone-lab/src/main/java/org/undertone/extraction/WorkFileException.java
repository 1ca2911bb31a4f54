package org.undertone.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What was computed could not be kept; unlike a damaged recording, this ends the whole work. */
final class WorkFileException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    WorkFileException(IOException cause) {
        super(cause);
    }
}
