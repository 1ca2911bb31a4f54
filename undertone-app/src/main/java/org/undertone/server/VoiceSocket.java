package org.undertone.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * The WebSocket of one live stream. Nothing of a message is gathered: sound goes to the stream as it arrives, and the next
 * piece is asked for when the stream has room.
 */
public final class VoiceSocket implements Session.Listener, VoiceLine {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_TEXT = 1 << 10;
    /** What a client may leave unread before no more is made for it. */
    private static final int MOST_UNREAD_BYTES = 1 << 20;

    private final VoiceRoute route;
    private final VoiceRoute.Request request;
    private final AtomicLong unread = new AtomicLong();
    private final StringBuilder text = new StringBuilder();
    private volatile Session session;
    private volatile Admission.Place place;
    private volatile VoiceStream stream;
    private volatile long hungUpAt;
    private long messageBytes;
    private final AtomicBoolean pinging = new AtomicBoolean();
    private long pingedAt = System.nanoTime();

    VoiceSocket(VoiceRoute route, VoiceRoute.Request request) {
        this.route = route;
        this.request = request;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        opened.setIdleTimeout(route.limits().idle().multipliedBy(2));
        route.add(this);
        try {
            place = route.admit(request);
            stream = route.stream(request, this);
            send(route.ready(stream));
            opened.demand();
        } catch (ProblemException e) {
            hangUp(Ending.of(e.problem()), 0);
            opened.demand();
        } catch (RuntimeException e) {
            hangUp(Ending.of(route.unexpected(e)), 0);
            opened.demand();
        }
    }

    @Override
    public void onWebSocketPartialBinary(ByteBuffer payload, boolean last, Callback callback) {
        messageBytes += payload.remaining();
        route.received(payload.remaining());
        boolean readOn = true;
        if (messageBytes > route.limits().messageBytes()) {
            refuse(
                    ProblemKind.MESSAGE_TOO_LARGE,
                    "a message may have " + route.limits().messageBytes()
                            + " bytes, and this one has more; send the sound in several");
        } else if (stream != null && hungUpAt == 0) {
            readOn = stream.receive(payload);
        }
        messageBytes = last ? 0 : messageBytes;
        callback.succeed();
        if (readOn) {
            readOn();
        }
    }

    @Override
    public void onWebSocketPartialText(String payload, boolean last) {
        if (hungUpAt == 0) {
            text.append(payload);
            if (text.length() > MOST_TEXT) {
                refuse(
                        ProblemKind.MESSAGE_TOO_LARGE,
                        "a text message may have " + MOST_TEXT + " characters; sound is sent in binary messages");
            } else if (last) {
                said(text.toString());
            }
        }
        if (last || hungUpAt != 0) {
            text.setLength(0);
        }
        readOn();
    }

    private void said(String message) {
        JsonNode type;
        try {
            type = JSON.readTree(message).path("type");
        } catch (JsonProcessingException e) {
            type = JSON.nullNode();
        }
        if (type.isTextual() && type.textValue().equals("end")) {
            stream.end(Ending.COMPLETE);
        } else {
            refuse(
                    ProblemKind.BAD_MESSAGE,
                    "a text message must be {\"type\":\"end\"} but is '" + Parameters.shown(message)
                            + "'; sound is sent in binary messages");
        }
    }

    /** Ends the stream now; what waits is dropped. */
    private void refuse(ProblemKind kind, String detail) {
        if (stream != null) {
            stream.abandon();
        }
        hangUp(Ending.of(kind, detail), 0);
    }

    @Override
    public void send(String message) {
        Session open = session;
        if (hungUpAt != 0 || open == null) {
            return;
        }
        int bytes = message.getBytes(StandardCharsets.UTF_8).length;
        unread.addAndGet(bytes);
        open.sendText(message, Callback.from(() -> read(bytes), failure -> read(bytes)));
    }

    private void read(int bytes) {
        long before = unread.getAndAdd(-bytes);
        VoiceStream current = stream;
        if (before > MOST_UNREAD_BYTES && before - bytes <= MOST_UNREAD_BYTES && current != null) {
            current.resume();
        }
    }

    @Override
    public boolean isFull() {
        return unread.get() > MOST_UNREAD_BYTES;
    }

    @Override
    public void readOn() {
        Session open = session;
        if (open != null && open.isOpen()) {
            open.demand();
        }
    }

    @Override
    public void hangUp(Ending ending, double seconds) {
        synchronized (this) {
            if (hungUpAt != 0) {
                return;
            }
            send(ending.message(seconds));
            // Never 0, which says that it has not happened.
            hungUpAt = System.nanoTime() | 1;
        }
        ending.problem().ifPresent(route::refused);
        String reason = ending.problem().map(problem -> problem.kind().code()).orElse("end");
        session.close(ending.closeCode(), reason, Callback.NOOP);
    }

    /** Looks after the time: hangs up on clients that send nothing, and on those that do not hang up. */
    void tick(long nanoTime) {
        VoiceStream current = stream;
        Session open = session;
        if (open == null) {
            return;
        }
        if (hungUpAt != 0) {
            if (nanoTime - hungUpAt > route.farewellNanos()) {
                open.disconnect();
            }
        } else if (current != null
                && current.silentSeconds() * 1000 > route.limits().idle().toMillis()) {
            current.end(Ending.of(
                    ProblemKind.IDLE,
                    "the stream brought no sound for "
                            + Limits.seconds(route.limits().idle()) + " s"));
        } else if (nanoTime - pingedAt > route.limits().idle().toNanos() / 3 && pinging.compareAndSet(false, true)) {
            // Keeps proxies between here and there from thinking that nobody talks.
            pingedAt = nanoTime;
            open.sendPing(
                    ByteBuffer.allocate(0), Callback.from(() -> pinging.set(false), failure -> pinging.set(false)));
        }
    }

    /** Ends the stream because the server closes, after what was received is worked off. */
    void shutDown() {
        VoiceStream current = stream;
        if (current != null) {
            current.end(Ending.of(ProblemKind.SHUTTING_DOWN, "the server is shutting down; connect again in a moment"));
        }
    }

    double lagSeconds() {
        VoiceStream current = stream;
        return current == null ? 0 : current.lagSeconds();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        leave();
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        leave();
        callback.succeed();
    }

    private void leave() {
        VoiceStream current = stream;
        if (current != null) {
            current.abandon();
        }
        route.remove(this, place);
    }
}
