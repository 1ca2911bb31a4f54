package org.undertone.server;

/** The way back to the client of a stream. */
interface VoiceLine {
    /** Sends a message; does not wait. */
    void send(String message);

    /** Whether so much waits to be read by the client that no more should be made. */
    boolean isFull();

    /** Lets the client send on. */
    void readOn();

    /** Says the last message and hangs up. */
    void hangUp(Ending ending, double seconds);
}
