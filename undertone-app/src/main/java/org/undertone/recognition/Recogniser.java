package org.undertone.recognition;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.undertone.audio.AudioStream;
import org.undertone.features.FeatureExtractor;
import org.undertone.features.Frames;
import org.undertone.model.EmotionModel;
import org.undertone.model.Prediction;
import org.undertone.model.WindowSettings;
import org.undertone.model.WindowStream;

/** What one worker judges recordings with, one after the other, in memory that does not grow with their length. */
final class Recogniser {
    private final EmotionModel model;
    private final FeatureExtractor extractor;
    private final Optional<WindowSettings> windows;
    private final Runnable pulse;

    /**
     * A recogniser.
     *
     * @param helper takes a part of the work on features
     * @param pulse called again and again while a recording is read; what it throws ends the work
     */
    Recogniser(EmotionModel model, RecognitionSettings settings, Executor helper, Runnable pulse) {
        this.model = model;
        this.extractor = FeatureExtractor.create(settings.features()).helpedBy(helper);
        this.windows = settings.windows();
        this.pulse = pulse;
    }

    /** Takes what is said of a recording, in the order of time. */
    @FunctionalInterface
    interface Sink {
        /** Takes the next of it. */
        void accept(Prediction prediction) throws IOException;
    }

    /**
     * Judges a recording.
     *
     * @return whether it is longer than the model takes, so that only a part of it was judged
     * @throws IOException where it is too short, or cannot be read
     */
    boolean judge(Recording recording, Sink sink) throws IOException {
        if (windows.isPresent()) {
            timeline(recording, model.windows(windows.get()), sink);
            return false;
        }
        KeptFrames kept =
                KeptFrames.of(recording, extractor, model.description().readout(), this::opened);
        sink.accept(shifted(model.predict(kept.frames()), kept.first() / (double) Frames.PER_SECOND));
        return kept.cut();
    }

    private void timeline(Recording recording, WindowStream stream, Sink sink) throws IOException {
        try (AudioStream audio = opened(recording)) {
            extractor.extract(audio, frames -> pass(stream.push(frames), sink));
        }
        pass(stream.finish(), sink);
    }

    private static void pass(List<Prediction> predictions, Sink sink) throws IOException {
        for (Prediction prediction : predictions) {
            sink.accept(prediction);
        }
    }

    private AudioStream opened(Recording recording) throws IOException {
        pulse.run();
        return new PulsingStream(recording.opener().open(), pulse);
    }

    private static Prediction shifted(Prediction prediction, double seconds) {
        return new Prediction(
                prediction.startSeconds() + seconds, prediction.endSeconds() + seconds, prediction.scores());
    }
}
