package org.undertone.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/** Reads the body of a request into memory, within the limits of its size and of its time, and nowhere else. */
final class UploadReader {
    private static final int READ_BYTES = 1 << 14;
    /** What a form adds to the file in it: boundaries and headers. */
    private static final int FORM_BYTES = 16 << 10;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int PATIENCE_BYTES = 64 << 20;

    private final RequestLimits limits;
    private final Admission admission;
    private final Budget budget;
    private final IntConsumer bytesRead;

    /**
     * A reader.
     *
     * @param bytesRead hears how many bytes came
     */
    UploadReader(RequestLimits limits, Admission admission, Budget budget, IntConsumer bytesRead) {
        this.limits = limits;
        this.admission = admission;
        this.budget = budget;
        this.bytesRead = bytesRead;
    }

    /** What becomes of the bytes of a body. */
    private interface Target {
        /** Takes more; false where the budget does not allow it. */
        boolean add(ByteBuffer more, boolean last) throws ProblemException;
    }

    /**
     * Reads a recording.
     *
     * @param into where its bytes are kept, until that is closed
     */
    Upload read(HttpServletRequest request, BodyBytes into) throws ProblemException, IOException {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(
                    ProblemKind.ENCODED_BODY,
                    "the body is encoded as '" + Parameters.shown(encoding) + "'; send the recording as it is");
        }
        String type = request.getContentType() == null ? "" : request.getContentType();
        boolean form = type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        int most = limits.bodyBytes() + (form ? FORM_BYTES : 0);
        checkLength(request.getContentLengthLong(), most);
        if (request.getContentLengthLong() >= 0) {
            into.expect(request.getContentLengthLong());
        }
        Optional<String> name = Optional.empty();
        if (form) {
            var parts = FormFile.create(type, into);
            read(request.getInputStream(), most, parts::add);
            name = parts.name();
        } else {
            read(request.getInputStream(), most, (more, last) -> into.add(more));
        }
        if (into.count() > limits.bodyBytes()) {
            throw tooLarge();
        }
        if (into.count() == 0) {
            throw new ProblemException(
                    ProblemKind.UNUSABLE_RECORDING, "the body is empty; send a recording, such as a WAV file");
        }
        return new Upload(name, into.toArray());
    }

    private void checkLength(long announced, int most) throws ProblemException {
        if (announced > most) {
            throw new ProblemException(
                    ProblemKind.BODY_TOO_LARGE,
                    "the body has " + announced + " bytes, more than the " + limits.bodyBytes()
                            + " allowed; send a shorter recording or a compressed format such as FLAC or Opus");
        }
        if (announced > budget.left()) {
            throw noBudget();
        }
    }

    private void read(InputStream in, int most, Target target) throws ProblemException {
        long end = System.nanoTime() + limits.uploadTime().toNanos();
        var buffer = new byte[READ_BYTES];
        long count = 0;
        while (true) {
            int read = read(in, buffer);
            if (System.nanoTime() - end > 0) {
                throw tooSlow();
            }
            if (read > 0) {
                count += read;
                bytesRead.accept(read);
            }
            if (count > most) {
                throw tooLarge();
            }
            if (!target.add(ByteBuffer.wrap(buffer, 0, Math.max(0, read)), read < 0)) {
                throw noBudget();
            }
            if (read < 0) {
                return;
            }
        }
    }

    private int read(InputStream in, byte[] buffer) throws ProblemException {
        try {
            return in.read(buffer);
        } catch (IOException | RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof TimeoutException) {
                    throw tooSlow();
                }
            }
            // The client is gone, or what it sends is no HTTP any more.
            throw new ProblemException(
                    ProblemKind.BAD_REQUEST,
                    "the body breaks off or is damaged: " + Parameters.shown(String.valueOf(e.getMessage())));
        }
    }

    /**
     * Reads what a client sends on of a body that is not wanted, while it does and for a little while, so that it comes to
     * read the answer: a connection that is closed while it sends would take the answer with it.
     */
    static void readAway(HttpServletRequest request) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        long quiet = System.nanoTime() + QUIET_NANOS;
        var buffer = new byte[READ_BYTES];
        long bytes = 0;
        try {
            InputStream in = request.getInputStream();
            while (bytes < PATIENCE_BYTES && System.nanoTime() - Math.min(end, quiet) < 0) {
                int there = in.available();
                if (there > 0) {
                    bytes += in.read(buffer);
                    quiet = System.nanoTime() + QUIET_NANOS;
                } else {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            // Whoever is gone, or does not speak HTTP any more, reads no answer.
            return;
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                ProblemKind.BODY_TOO_LARGE,
                "the body has more than the " + limits.bodyBytes()
                        + " bytes allowed; send a shorter recording or a compressed format such as FLAC or Opus");
    }

    private ProblemException tooSlow() {
        return new ProblemException(
                ProblemKind.TOO_SLOW,
                "the body did not arrive within " + Limits.seconds(limits.uploadTime()) + " s, or nothing came for "
                        + Limits.seconds(limits.headerTime()) + " s; send less, or over a faster connection");
    }

    private ProblemException noBudget() {
        return admission.tooMuch(
                ProblemKind.OUT_OF_MEMORY_BUDGET,
                "bodies of all requests may take " + budget.total() + " bytes at a time, and this one does not fit");
    }
}
