package org.undertone.server;

import java.time.Duration;

/**
 * How much requests may ask for.
 *
 * @param bodyBytes longest body of a request, 1 KiB to 1 GiB
 * @param totalBytes bodies in memory at a time, all requests together; at least as much as one body
 * @param audioSeconds longest recording, 1 to 7200
 * @param requests predictions being uploaded, waiting or in work at a time, 1 to 10,000
 * @param connections open connections, streams included, 8 to 100,000
 * @param headerTime how long the head of a request may take to arrive, and a connection may stay idle
 * @param uploadTime how long its body may take
 * @param responseTime how long a client may take to read the response
 */
public record RequestLimits(
        int bodyBytes,
        long totalBytes,
        int audioSeconds,
        int requests,
        int connections,
        Duration headerTime,
        Duration uploadTime,
        Duration responseTime) {
    /** Fit for a heap of 512 MB. */
    public static final RequestLimits DEFAULT = new RequestLimits(
            32 << 20,
            128L << 20,
            600,
            32,
            1_000,
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60));

    public RequestLimits {
        Limits.require("bytes of a body", bodyBytes, 1 << 10, 1 << 30);
        Limits.require("bytes of all bodies", totalBytes, bodyBytes, 1L << 40);
        Limits.require("seconds of a recording", audioSeconds, 1, 7200);
        Limits.require("requests at a time", requests, 1, 10_000);
        Limits.require("connections", connections, 8, 100_000);
        Limits.require("time for the head of a request", headerTime);
        Limits.require("time for an upload", uploadTime);
        Limits.require("time for reading a response", responseTime);
    }

    /** The same with another longest body. */
    public RequestLimits withBodyBytes(int other) {
        return new RequestLimits(
                other,
                Math.max(totalBytes, other),
                audioSeconds,
                requests,
                connections,
                headerTime,
                uploadTime,
                responseTime);
    }

    /** The same with another sum of all bodies. */
    public RequestLimits withTotalBytes(long other) {
        return new RequestLimits(
                bodyBytes, other, audioSeconds, requests, connections, headerTime, uploadTime, responseTime);
    }

    /** The same with another longest recording. */
    public RequestLimits withAudioSeconds(int other) {
        return new RequestLimits(
                bodyBytes, totalBytes, other, requests, connections, headerTime, uploadTime, responseTime);
    }

    /** The same with another number of requests at a time. */
    public RequestLimits withRequests(int other) {
        return new RequestLimits(
                bodyBytes, totalBytes, audioSeconds, other, connections, headerTime, uploadTime, responseTime);
    }

    /** The same with another number of connections. */
    public RequestLimits withConnections(int other) {
        return new RequestLimits(
                bodyBytes, totalBytes, audioSeconds, requests, other, headerTime, uploadTime, responseTime);
    }

    /** The same with other times. */
    public RequestLimits withTimes(Duration header, Duration upload, Duration response) {
        return new RequestLimits(bodyBytes, totalBytes, audioSeconds, requests, connections, header, upload, response);
    }
}
