package org.undertone.corpus;

/** Something that a model is judged on was there to learn from; the message names the group. */
public final class LeakException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LeakException(String message) {
        super(message);
    }
}
