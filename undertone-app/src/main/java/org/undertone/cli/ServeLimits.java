package org.undertone.cli;

import java.time.Duration;
import org.undertone.server.RequestLimits;
import org.undertone.server.StreamLimits;
import picocli.CommandLine.Option;

/** The limits of {@code undertone serve}, as options; what is not given is the server's default. */
final class ServeLimits {
    private static final int MEGABYTE = 1 << 20;

    @Option(names = "--max-body", paramLabel = "MB", description = "Longest body of a request. Default: 32.")
    private Integer bodyMegabytes;

    @Option(
            names = "--max-memory",
            paramLabel = "MB",
            description = "Bodies of all requests in memory at a time. Default: 128.")
    private Integer totalMegabytes;

    @Option(names = "--max-seconds", paramLabel = "S", description = "Longest recording. Default: 600.")
    private Integer audioSeconds;

    @Option(
            names = "--max-requests",
            paramLabel = "N",
            description = "Predictions being uploaded, waiting or in work at a time. Default: 32.")
    private Integer requests;

    @Option(names = "--max-connections", paramLabel = "N", description = "Open connections. Default: 1000.")
    private Integer connections;

    @Option(
            names = "--upload-time",
            paramLabel = "S",
            description = "How long the body of a request may take to arrive. Default: 60.")
    private Integer uploadSeconds;

    @Option(names = "--max-streams", paramLabel = "N", description = "Live streams at a time. Default: 64.")
    private Integer streams;

    @Option(names = "--max-stream-seconds", paramLabel = "S", description = "Longest stream. Default: 14400.")
    private Integer streamSeconds;

    @Option(names = "--idle-time", paramLabel = "S", description = "How long a stream may bring no sound. Default: 30.")
    private Integer idleSeconds;

    RequestLimits requests() {
        RequestLimits usual = RequestLimits.DEFAULT;
        int body = bodyMegabytes == null ? usual.bodyBytes() : bytes(bodyMegabytes);
        long total = totalMegabytes == null ? Math.max(usual.totalBytes(), body) : (long) totalMegabytes * MEGABYTE;
        return new RequestLimits(
                body,
                total,
                audioSeconds == null ? usual.audioSeconds() : audioSeconds,
                requests == null ? usual.requests() : requests,
                connections == null ? usual.connections() : connections,
                usual.headerTime(),
                uploadSeconds == null ? usual.uploadTime() : Duration.ofSeconds(uploadSeconds),
                usual.responseTime());
    }

    StreamLimits streams() {
        StreamLimits usual = StreamLimits.DEFAULT;
        return new StreamLimits(
                streams == null ? usual.streams() : streams,
                streamSeconds == null ? usual.longest() : Duration.ofSeconds(streamSeconds),
                usual.messageBytes(),
                usual.queued(),
                idleSeconds == null ? usual.idle() : Duration.ofSeconds(idleSeconds),
                usual.behind());
    }

    private static int bytes(int megabytes) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, (long) megabytes * MEGABYTE));
    }
}
