package org.undertone.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Where results go. A print stream keeps quiet about what it could not write; this one can be asked. */
final class StandardOutput extends PrintStream {
    private static final int BUFFER_BYTES = 1 << 13;

    private final Target target;

    StandardOutput(OutputStream stream) {
        this(new Target(stream));
    }

    private StandardOutput(Target target) {
        super(new BufferedOutputStream(target, BUFFER_BYTES), true, Charset.defaultCharset());
        this.target = target;
    }

    /**
     * Writes what is still in memory.
     *
     * @throws ClosedPipeException where the reader has gone
     * @throws IOException where something else kept it, or what was printed before, from being written
     */
    void requireWritten() throws IOException {
        if (!checkError()) {
            return;
        }
        String reason = target.failure == null ? "" : String.valueOf(target.failure.getMessage());
        // Windows: "The pipe is being closed", "The pipe has been ended".
        if (reason.toLowerCase(Locale.ROOT).contains("pipe")) {
            throw new ClosedPipeException(target.failure);
        }
        String problem = Failure.isDiskFull(reason) ? "its disk is full" : "it cannot be written (" + reason + ")";
        var failure =
                new FileSystemException("standard output", null, problem + ", and what was printed so far is cut off");
        failure.initCause(target.failure);
        throw failure;
    }

    private static final class Target extends FilterOutputStream {
        private IOException failure;

        Target(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            try {
                out.write(bytes, offset, count);
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }
    }
}
