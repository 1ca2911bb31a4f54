package org.undertone.server;

import java.time.Duration;

/**
 * How much live streams may ask for.
 *
 * @param streams open at a time, 0 to 10,000
 * @param longest how much sound one may bring
 * @param messageBytes longest message, 1 KiB to 16 MiB
 * @param queued how much sound of one may wait for its turn before its socket is not read on, 0.5 s to a minute
 * @param idle how long a stream may bring nothing
 * @param behind how far behind the voice the machine may fall before a stream is given up
 */
public record StreamLimits(
        int streams, Duration longest, int messageBytes, Duration queued, Duration idle, Duration behind) {
    /** 64 streams of four hours at most; bench/README.md says how many a machine of two cores keeps up with. */
    public static final StreamLimits DEFAULT = new StreamLimits(
            64, Duration.ofHours(4), 1 << 20, Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(10));

    public StreamLimits {
        Limits.require("streams at a time", streams, 0, 10_000);
        Limits.require("bytes of a message", messageBytes, 1 << 10, 16 << 20);
        Limits.require("sound that waits, in milliseconds", queued.toMillis(), 500, 60_000);
        Limits.require("length of a stream", longest);
        Limits.require("time without sound", idle);
        Limits.require("time behind the voice", behind);
    }

    /** The same with another number of streams. */
    public StreamLimits withStreams(int other) {
        return new StreamLimits(other, longest, messageBytes, queued, idle, behind);
    }

    /** The same with another longest stream. */
    public StreamLimits withLongest(Duration other) {
        return new StreamLimits(streams, other, messageBytes, queued, idle, behind);
    }

    /** The same with another longest message. */
    public StreamLimits withMessageBytes(int other) {
        return new StreamLimits(streams, longest, other, queued, idle, behind);
    }

    /** The same with another time without sound. */
    public StreamLimits withIdle(Duration other) {
        return new StreamLimits(streams, longest, messageBytes, queued, other, behind);
    }

    /** The same with another time behind the voice. */
    public StreamLimits withBehind(Duration other) {
        return new StreamLimits(streams, longest, messageBytes, queued, idle, other);
    }
}
