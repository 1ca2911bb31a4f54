package org.undertone.features;

import java.io.IOException;

/** A recording from which no features can be had; the message says why and, if there is one, the way out. */
public final class NoFeaturesException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says why. */
    public NoFeaturesException(String message) {
        super(message);
    }
}
