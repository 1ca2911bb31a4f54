package org.undertone.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.LongSupplier;
import org.undertone.features.ExtractorSettings;
import org.undertone.features.FeatureExtractor;
import org.undertone.features.FrameStream;
import org.undertone.features.Frames;
import org.undertone.features.StretchSettings;
import org.undertone.model.Prediction;
import org.undertone.model.WindowStream;

/**
 * A voice that is followed while it speaks: sound comes in by one thread, is worked off in turns by others, and messages
 * go out. In line for a turn at most once; what waits is bounded, for the socket is not read on while the queue is full.
 */
final class VoiceStream implements Work {
    private static final double TURN_SECONDS = 0.5;

    private final Workers workers;
    private final ServerMetrics metrics;
    private final VoiceParameters parameters;
    private final StreamLimits limits;
    private final VoiceLine line;
    private final String modelId;
    private final FrameStream frames;
    private final WindowStream windows;
    private final StreamClock clock;
    private final SoundQueue queue;
    private final long mostSamples;
    private final int turnBytes;
    private long samples;
    private long framesMade;
    private boolean inLine;
    private boolean stopped;
    private boolean over;
    private Ending ending;

    /**
     * A stream that has heard nothing.
     *
     * @throws IllegalArgumentException where the model cannot give such windows
     */
    VoiceStream(ServedModel served, VoiceParameters parameters, Surroundings around, VoiceLine line) {
        this.workers = around.workers();
        this.metrics = around.metrics();
        this.limits = around.limits();
        this.parameters = parameters;
        this.line = line;
        modelId = served.id();
        var live = ExtractorSettings.DEFAULT.withStretch(StretchSettings.LIVE);
        frames = FeatureExtractor.create(live).stream(parameters.rate());
        windows = served.model().windows(parameters.windows());
        clock = new StreamClock(around.nanoTime());
        queue = new SoundQueue(
                (int) (parameters.bytesPerSecond() * limits.queued().toMillis() / 1000));
        turnBytes = (int) (parameters.bytesPerSecond() * TURN_SECONDS);
        mostSamples = limits.longest().toMillis() * parameters.rate() / 1000;
    }

    /** What all streams of a server share. */
    record Surroundings(Workers workers, ServerMetrics metrics, StreamLimits limits, LongSupplier nanoTime) {}

    VoiceParameters parameters() {
        return parameters;
    }

    /** The model it keeps to its end. */
    String modelId() {
        return modelId;
    }

    double delaySeconds() {
        return frames.delaySeconds();
    }

    /** Takes sound in and says whether the client may send on at once; if not, it may when {@code readOn} says so. */
    synchronized boolean receive(ByteBuffer sound) {
        if (over || ending != null) {
            return true;
        }
        queue.add(sound);
        clock.heard();
        getInLine();
        stopped = queue.isFull();
        return !stopped;
    }

    /** Ends the stream once what was received is worked off. */
    synchronized void end(Ending how) {
        if (!over && ending == null) {
            ending = how;
            getInLine();
        }
    }

    /** Nobody listens any more. */
    synchronized void abandon() {
        over = true;
        queue.clear();
    }

    /** Goes on after the client has read what it was sent. */
    synchronized void resume() {
        if (!queue.isEmpty(parameters.encoding().bytes()) || ending != null) {
            getInLine();
        }
    }

    /** How far the stream is behind its voice, in seconds. */
    synchronized double lagSeconds() {
        return over ? 0 : clock.lagSeconds();
    }

    /** How long no sound came although some could have, in seconds. */
    synchronized double silentSeconds() {
        return stopped || ending != null ? 0 : clock.silentSeconds();
    }

    private void getInLine() {
        if (!inLine && !over) {
            inLine = true;
            workers.addStream(this);
        }
    }

    @Override
    public boolean turn() {
        try {
            byte[] piece = next();
            if (piece == null) {
                return false;
            }
            if (piece.length > 0) {
                work(piece);
            } else {
                finish();
            }
        } catch (IOException | IllegalArgumentException e) {
            // Sound that is none: not a number, or beyond all measure.
            hangUp(Ending.of(ProblemKind.UNUSABLE_RECORDING, e.getMessage()));
        } catch (Throwable failure) {
            hangUp(Ending.of(metrics.unexpected(failure)));
        }
        return anythingLeft();
    }

    /** The next piece of sound; none at the end; null where there is nothing to do now. */
    private byte[] next() {
        boolean readOn = false;
        byte[] piece;
        synchronized (this) {
            if (over || line.isFull()) {
                clock.idle();
                inLine = false;
                return null;
            }
            piece = queue.take(turnBytes, parameters.encoding().bytes());
            if (piece.length == 0 && ending == null) {
                inLine = false;
                return null;
            }
            if (stopped && !queue.isFull()) {
                stopped = false;
                readOn = true;
            }
        }
        if (readOn) {
            line.readOn();
        }
        return piece;
    }

    private synchronized boolean anythingLeft() {
        boolean empty = queue.isEmpty(parameters.encoding().bytes());
        if (empty) {
            clock.idle();
        }
        inLine = !over && !(empty && ending == null);
        return inLine;
    }

    private void work(byte[] piece) throws IOException {
        double[] sound = parameters.encoding().decode(piece);
        int allowed = (int) Math.min(sound.length, mostSamples - samples);
        say(frames.push(sound, 0, allowed));
        samples += allowed;
        synchronized (this) {
            clock.worked(allowed / (double) parameters.rate());
        }
        if (allowed < sound.length) {
            synchronized (this) {
                queue.clear();
            }
            end(Ending.of(
                    ProblemKind.STREAM_TOO_LONG,
                    "a stream may bring " + Limits.seconds(limits.longest()) + " s of sound; open another one"));
        } else if (lagSeconds() > limits.behind().toMillis() / 1000.0) {
            hangUp(Ending.of(
                    ProblemKind.FALLING_BEHIND,
                    "the server fell more than " + Limits.seconds(limits.behind())
                            + " s behind the voice; try again when fewer streams are open"));
        }
    }

    private void finish() throws IOException {
        Ending how;
        synchronized (this) {
            how = ending;
        }
        if (samples >= FeatureExtractor.LEAST_SECONDS * parameters.rate()) {
            say(frames.finish());
            sayWindows(windows.finish());
        }
        hangUp(how);
    }

    private void say(Frames complete) {
        if (complete.count() == 0) {
            return;
        }
        metrics.frames(complete.count());
        if (parameters.tracks()) {
            var tracks = new Tracks();
            tracks.add(complete);
            double start = Stretches.seconds(framesMade * Frames.HOP_SECONDS);
            line.send(Stretches.text(json -> {
                json.writeStringField("type", "tracks");
                json.writeNumberField("startSeconds", start);
                json.writeFieldName("tracks");
                tracks.write(json);
            }));
        }
        framesMade += complete.count();
        sayWindows(windows.push(complete));
    }

    private void sayWindows(List<Prediction> complete) {
        for (Prediction window : complete) {
            metrics.prediction("stream");
            line.send(Stretches.text(json -> {
                json.writeStringField("type", "window");
                Stretches.writeFields(window, json);
            }));
        }
    }

    private void hangUp(Ending how) {
        abandon();
        line.hangUp(how, samples / (double) parameters.rate());
    }
}
