package org.undertone.cli;

/** The work came to its end but not all of it succeeded; the message is the sentence that says so. */
final class WorkFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    WorkFailedException(String sentence) {
        super(sentence);
    }
}
