package org.undertone.server;

/** Work that is done in turns, so that a long recording does not keep others waiting. */
interface Work {
    /**
     * Does the next piece, about a second of processor time at most.
     *
     * @return whether there is more to do now
     */
    boolean turn();
}
