package org.undertone.server;

import java.net.URI;

/** Hears what happens to a server; called by several threads, never with what somebody uploaded. */
public interface ServerListener {
    /** Hears nothing. */
    ServerListener SILENT = new ServerListener() {};

    /** It listens. */
    default void started(URI address) {}

    /** It can be reached from other machines, by anybody. */
    default void exposed(String host) {}

    /** Another model is served from now on. */
    default void modelSwapped(String modelId) {}

    /** The model directory changed to something that cannot be served; the model before it goes on. */
    default void swapFailed(String reason) {}

    /** Somebody was turned away because there was too much to do; at most once in ten seconds. */
    default void overloaded(String what) {}

    /**
     * A request or stream failed for a reason that is a defect of this program.
     *
     * @param errorId what the client was told
     */
    default void failed(String errorId, Throwable cause) {}

    /** No new requests are taken; those taken are finished. */
    default void stopping() {}

    /** Everything is closed. */
    default void stopped() {}
}
