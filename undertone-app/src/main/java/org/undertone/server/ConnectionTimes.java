package org.undertone.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;

/**
 * Hangs up on clients that take too long over the head of a request or over reading a response. A client that sends, or
 * reads, a byte now and then is never idle, so that no idle time reaches it.
 */
final class ConnectionTimes implements Connection.Listener {
    private static final byte[] TOO_SLOW = ("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Type: "
                    + Problem.CONTENT_TYPE + "\r\nContent-Length: ")
            .getBytes(StandardCharsets.US_ASCII);

    private final RequestLimits limits;
    private final Map<Connection, Times> open = new ConcurrentHashMap<>();

    ConnectionTimes(RequestLimits limits) {
        this.limits = limits;
    }

    /** Where a connection is. */
    private static final class Times {
        private long bytesBefore;
        private long headSince;
        private long responseSince;
        private Response response;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection) {
            open.put(connection, new Times());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    /** The head of a request has arrived. */
    void began(Request request, Response response) {
        Connection connection = request.getConnectionMetaData().getConnection();
        Times times = open.get(connection);
        if (times == null) {
            return;
        }
        synchronized (times) {
            times.response = response;
            times.headSince = 0;
            times.responseSince = 0;
        }
        Request.addCompletionListener(request, failure -> {
            synchronized (times) {
                times.response = null;
                times.bytesBefore = connection.getBytesIn();
            }
        });
    }

    /** Looks after the time of all connections. */
    void tick(long now) {
        open.forEach((connection, times) -> tick(connection, times, now));
    }

    private void tick(Connection connection, Times times, long now) {
        boolean slowHead;
        boolean slowResponse;
        synchronized (times) {
            boolean head = times.response == null && connection.getBytesIn() > times.bytesBefore;
            boolean response = times.response != null && times.response.isCommitted();
            times.headSince = since(head, times.headSince, now);
            times.responseSince = since(response, times.responseSince, now);
            slowHead = head && now - times.headSince > limits.headerTime().toNanos();
            slowResponse = response
                    && now - times.responseSince > limits.responseTime().toNanos();
        }
        if (slowHead) {
            refuse(connection);
        } else if (slowResponse) {
            connection.getEndPoint().close();
        }
    }

    private static long since(boolean now, long before, long nanoTime) {
        if (!now) {
            return 0;
        }
        return before == 0 ? nanoTime : before;
    }

    private void refuse(Connection connection) {
        open.remove(connection);
        byte[] body = Problem.of(
                        ProblemKind.TOO_SLOW,
                        "the head of the request did not arrive within " + Limits.seconds(limits.headerTime()) + " s")
                .toBytes();
        byte[] end = (body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        var endPoint = connection.getEndPoint();
        endPoint.write(
                Callback.from(endPoint::close), ByteBuffer.wrap(TOO_SLOW), ByteBuffer.wrap(end), ByteBuffer.wrap(body));
    }
}
