package org.undertone.server;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;

/**
 * The one file of a form ({@code multipart/form-data}, RFC 7578), taken out while the form arrives. Jetty would put it
 * into a file; its parser is used here without what does that.
 */
final class FormFile {
    private static final int MOST_HEADER_BYTES = 4 << 10;
    private static final int MOST_NAME_CHARACTERS = 255;

    private final MultiPart.Parser parser;
    private final BodyBytes into;
    private ProblemException problem;
    private Optional<String> name = Optional.empty();
    private boolean disposed;
    private boolean full;
    private boolean begun;
    private boolean complete;

    private FormFile(String boundary, BodyBytes into) {
        this.into = into;
        parser = new MultiPart.Parser(boundary, new Parts());
        parser.setMaxParts(1);
        parser.setPartHeadersMaxLength(MOST_HEADER_BYTES);
    }

    /** The form of a content type. */
    static FormFile create(String contentType, BodyBytes into) throws ProblemException {
        String mime = HttpField.getValueParameters(contentType, null)
                .toLowerCase(Locale.ROOT)
                .strip();
        String boundary;
        try {
            boundary = MultiPart.extractBoundary(contentType);
        } catch (RuntimeException e) {
            boundary = null;
        }
        if (!mime.equals("multipart/form-data") || boundary == null || boundary.isEmpty()) {
            throw bad("a form must be multipart/form-data with a boundary but is '" + Parameters.shown(contentType)
                    + "'");
        }
        return new FormFile(boundary, into);
    }

    /** Takes more of the form; false where its bytes have no room. */
    boolean add(ByteBuffer more, boolean last) throws ProblemException {
        try {
            parser.parse(Content.Chunk.from(more, last));
        } catch (RuntimeException e) {
            fail(e);
        }
        if (full) {
            return false;
        }
        if (problem != null) {
            throw problem;
        }
        if (last && !(complete && disposed)) {
            throw bad(
                    begun
                            ? "the form ends before its last boundary; send all of it"
                            : "the form holds nothing; it must have one part, the file, by the name 'file'");
        }
        return true;
    }

    /** Under which name the file was sent, if any: for messages, never for paths. */
    Optional<String> name() {
        return name;
    }

    private static ProblemException bad(String sentence) {
        return new ProblemException(ProblemKind.BAD_MULTIPART, sentence);
    }

    private void fail(Throwable cause) {
        if (problem == null) {
            problem = bad(
                    "the form must have exactly one part, the file, by the name 'file', and be of the form of RFC 7578;"
                            + " its parser says: " + Parameters.shown(String.valueOf(cause.getMessage())));
        }
    }

    private void dispose(String value) {
        String part = parameter(value, "name");
        if (!value.strip().toLowerCase(Locale.ROOT).startsWith("form-data") || !"file".equals(part)) {
            problem = bad("the form must have exactly one part, the file, by the name 'file', but has one by the name '"
                    + Parameters.shown(String.valueOf(part)) + "'");
            return;
        }
        disposed = true;
        name = Optional.ofNullable(parameter(value, "filename"))
                .map(given -> given.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?"))
                .map(given -> given.substring(0, Math.min(given.length(), MOST_NAME_CHARACTERS)))
                .filter(given -> !given.isBlank());
    }

    /** A parameter of a header; names that browsers send in UTF-8 arrive as Latin-1. */
    private static String parameter(String header, String wanted) {
        var parameters = new java.util.HashMap<String, String>();
        HttpField.getValueParameters(header, parameters);
        return parameters.get(wanted);
    }

    private final class Parts implements MultiPart.Parser.Listener {
        @Override
        public void onPartBegin() {
            begun = true;
        }

        @Override
        public void onPartHeader(String field, String value) {
            if (field.equalsIgnoreCase("Content-Disposition") && problem == null) {
                dispose(value);
            }
            if (field.equalsIgnoreCase("Content-Transfer-Encoding")
                    && !value.strip().equalsIgnoreCase("binary")) {
                problem = bad("the file is encoded as '" + Parameters.shown(value) + "'; send its bytes as they are");
            }
        }

        @Override
        public void onPartHeaders() {
            if (!disposed && problem == null) {
                problem = bad("the part of the form has no name; the file must be the part by the name 'file'");
            }
        }

        @Override
        public void onPartContent(Content.Chunk chunk) {
            if (problem == null && !full) {
                full = !into.add(chunk.getByteBuffer());
            }
        }

        @Override
        public void onComplete() {
            complete = true;
        }

        @Override
        public void onFailure(Throwable failure) {
            fail(failure);
        }
    }
}
