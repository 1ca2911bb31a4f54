package org.undertone.server;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.undertone.audio.AudioDecoder;
import org.undertone.audio.AudioInput;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.AudioStream;
import org.undertone.features.FeatureExtractor;
import org.undertone.features.FrameStream;
import org.undertone.features.Frames;
import org.undertone.features.NoFeaturesException;
import org.undertone.model.ClipStream;
import org.undertone.model.Prediction;
import org.undertone.model.WindowStream;
import org.undertone.storage.FileFormatException;

/** An upload on its way to a response, one stretch of sound in each turn. */
final class PredictionWork implements Work {
    private static final int READ_SAMPLES = 1 << 14;
    /** Features of a recording in one piece take several times its samples in memory, each of 8 bytes. */
    private static final int MOST_SAMPLES_IN_ONE_PIECE = 3_000_000;

    private static final String UNNAMED = "recording";

    private final ServedModel served;
    private final Upload upload;
    private final PredictionOptions options;
    private final AudioDecoder decoder;
    private final int mostSeconds;
    private final CompletableFuture<byte[]> response = new CompletableFuture<>();
    private final List<Prediction> windows = new ArrayList<>();
    private final Tracks tracks = new Tracks();
    private final ClipStream clip;
    private final WindowStream windowStream;
    private LimitedAudio audio;
    private FrameStream frames;

    private PredictionWork(
            ServedModel served, Upload upload, PredictionOptions options, AudioDecoder decoder, int mostSeconds) {
        this.served = served;
        this.upload = upload;
        this.options = options;
        this.decoder = decoder;
        this.mostSeconds = mostSeconds;
        clip = served.model().clip();
        windowStream = options.windows().map(served.model()::windows).orElse(null);
    }

    /** Work that has not begun. */
    static PredictionWork create(
            ServedModel served, Upload upload, PredictionOptions options, AudioDecoder decoder, int mostSeconds)
            throws ProblemException {
        try {
            return new PredictionWork(served, upload, options, decoder, mostSeconds);
        } catch (IllegalArgumentException e) {
            throw Parameters.wrong(e.getMessage());
        }
    }

    /** The document, or a {@link ProblemException}. */
    CompletableFuture<byte[]> response() {
        return response;
    }

    @Override
    public boolean turn() {
        try {
            if (!response.isDone() && advance()) {
                return true;
            }
            end(null);
        } catch (Throwable failure) {
            end(failure);
        }
        return false;
    }

    /** Computes the next stretch; false where the response is complete. */
    private boolean advance() throws IOException, ProblemException {
        if (audio == null) {
            open();
        }
        var buffer = new double[READ_SAMPLES];
        while (true) {
            int read = audio.read(buffer);
            if (read < 0) {
                finish();
                return false;
            }
            Frames complete = frames.push(buffer, 0, read);
            take(complete);
            if (complete.count() > 0) {
                return true;
            }
        }
    }

    private void open() throws IOException, ProblemException {
        AudioInput input = AudioInput.of(upload.name().orElse(UNNAMED), upload.bytes());
        AudioStream stream;
        try {
            stream = decoder.open(input, AudioSettings.DEFAULT);
        } catch (FileFormatException e) {
            throw new ProblemException(
                    e.where().equals("header") ? ProblemKind.UNKNOWN_FORMAT : ProblemKind.UNUSABLE_RECORDING,
                    e.getMessage());
        }
        FeatureExtractor extractor = served.model().extractor();
        audio = Double.isInfinite(extractor.settings().stretch().coreSeconds())
                ? LimitedAudio.inOnePiece(stream, mostSeconds, MOST_SAMPLES_IN_ONE_PIECE)
                : LimitedAudio.of(stream, mostSeconds);
        frames = extractor.stream(audio.rate());
    }

    private void take(Frames more) {
        clip.push(more);
        if (windowStream != null) {
            windows.addAll(windowStream.push(more));
        }
        if (options.tracks()) {
            tracks.add(more);
        }
    }

    private void finish() throws IOException {
        if (audio.seconds() < FeatureExtractor.LEAST_SECONDS) {
            throw new NoFeaturesException("the recording lasts " + Math.round(1000 * audio.seconds())
                    + " ms, and features need " + Math.round(1000 * FeatureExtractor.LEAST_SECONDS) + " ms or more");
        }
        take(frames.finish());
        if (windowStream != null) {
            windows.addAll(windowStream.finish());
        }
        Prediction whole = clip.finish();
        response.complete(Stretches.bytes(json -> write(json, whole)));
    }

    private void write(JsonGenerator json, Prediction whole) throws IOException {
        json.writeStringField("name", upload.name().orElse(null));
        json.writeStringField("modelId", served.id());
        json.writeNumberField("seconds", Stretches.seconds(audio.seconds()));
        json.writeNumberField("rate", audio.rate());
        json.writeStringField("recipe", served.recipe().label());
        json.writeObjectFieldStart("clip");
        Stretches.writeFields(whole, json);
        json.writeEndObject();
        if (windowStream != null) {
            json.writeArrayFieldStart("windows");
            for (Prediction window : windows) {
                json.writeStartObject();
                Stretches.writeFields(window, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (options.tracks()) {
            json.writeFieldName("tracks");
            tracks.write(json);
        }
    }

    private void end(Throwable failure) {
        try {
            if (audio != null) {
                audio.close();
            }
        } catch (IOException e) {
            response.completeExceptionally(e);
        }
        if (failure instanceof LimitedAudio.TooLongException e) {
            response.completeExceptionally(new ProblemException(ProblemKind.RECORDING_TOO_LONG, e.getMessage()));
        } else if (failure instanceof IOException e) {
            response.completeExceptionally(new ProblemException(ProblemKind.UNUSABLE_RECORDING, e.getMessage()));
        } else if (failure != null) {
            response.completeExceptionally(failure);
        }
    }
}
