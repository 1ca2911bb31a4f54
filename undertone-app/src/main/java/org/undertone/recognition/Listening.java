package org.undertone.recognition;

import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;
import org.undertone.audio.AudioStream;
import org.undertone.model.EmotionModel;
import org.undertone.model.EmotionStream;
import org.undertone.model.Prediction;
import org.undertone.model.WindowSettings;

/** A voice that is judged while it speaks: one thread takes the sound in, the caller's judges it. */
public final class Listening {
    private static final double LEAST_SECONDS = 0.03;
    private static final long WAIT_MILLIS = 100;

    private final AudioStream sound;
    private final EmotionModel model;
    private final ListeningSettings settings;
    private final ListeningListener listener;
    private final LongSupplier nanoTime;
    private final HeldSound held;
    private EmotionStream stream;
    /** Samples since the beginning, and since the beginning of the stream, that were worked on. */
    private long passed;

    private long streamed;
    /** When the first sound came; 0 before. */
    private long began;

    private double rms;
    private double peak;

    private Listening(
            AudioStream sound,
            EmotionModel model,
            ListeningSettings settings,
            ListeningListener listener,
            LongSupplier nanoTime) {
        this.sound = sound;
        this.model = model;
        this.settings = settings;
        this.listener = listener;
        this.nanoTime = nanoTime;
        this.held = new HeldSound((int) (settings.heldSeconds() * sound.rate()), settings.soundWaits());
        this.stream = model.stream(sound.rate(), settings.windows());
    }

    /** How much later than the end of a window its scores may come, in seconds. */
    public static double delaySeconds(EmotionModel model, int rate, WindowSettings windows) {
        return model.stream(rate, windows).delaySeconds();
    }

    /**
     * Listens until the sound ends or the listener ends it, and judges what was heard by then.
     *
     * @param sound read by another thread; closed at the end
     * @param nanoTime the clock that tells whether the work keeps up
     * @throws IOException where the sound breaks off, once what came before was judged, or the listener fails
     */
    public static void run(
            AudioStream sound,
            EmotionModel model,
            ListeningSettings settings,
            ListeningListener listener,
            LongSupplier nanoTime)
            throws IOException {
        try {
            new Listening(sound, model, settings, listener, nanoTime).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() throws IOException, InterruptedException {
        var recorder = new Thread(this::record, "undertone-recorder");
        recorder.setDaemon(true);
        recorder.start();
        try {
            listen();
        } finally {
            held.end();
        }
    }

    private void record() {
        try (sound) {
            var samples = new double[Math.max(1, sound.rate() / 20)];
            boolean wanted = true;
            while (wanted) {
                int read = sound.read(samples, 0, samples.length);
                wanted = read >= 0 && held.put(samples, read);
            }
            held.end();
        } catch (IOException e) {
            held.end(e);
        } catch (RuntimeException | Error e) {
            held.end(new IOException("the sound broke off: " + e, e));
        } catch (InterruptedException e) {
            held.end();
        }
    }

    private void listen() throws IOException, InterruptedException {
        var samples = new double[Math.max(1, sound.rate() / 10)];
        while (true) {
            if (listener.isToEnd()) {
                held.end();
            }
            int count;
            try {
                count = held.take(samples, WAIT_MILLIS);
            } catch (IOException broken) {
                finishStream();
                throw broken;
            }
            if (count < 0) {
                finishStream();
                return;
            }
            if (count > 0) {
                take(samples, count);
            }
            long missing = held.loss();
            if (missing > 0) {
                skip(missing);
            }
            listener.heard(new Hearing(seconds(passed), rms, peak, behindSeconds()));
        }
    }

    private void take(double[] samples, int count) throws IOException {
        if (began == 0) {
            began = nanoTime.getAsLong() - (long) (1e9 * seconds(count));
        }
        double sum = 0;
        peak = 0;
        for (int n = 0; n < count; n++) {
            sum += samples[n] * samples[n];
            peak = Math.max(peak, Math.abs(samples[n]));
        }
        rms = Math.sqrt(sum / count);
        List<Prediction> predictions = stream.push(samples, 0, count);
        tell(predictions);
        passed += count;
        streamed += count;
    }

    private void skip(long missing) throws IOException {
        finishStream();
        double at = seconds(passed);
        passed += missing;
        streamed = 0;
        stream = model.stream(sound.rate(), settings.windows());
        listener.lost(at, seconds(missing));
    }

    private void finishStream() throws IOException {
        if (seconds(streamed) >= LEAST_SECONDS) {
            tell(stream.finish());
        }
    }

    private void tell(List<Prediction> predictions) throws IOException {
        double before = seconds(passed - streamed);
        for (Prediction prediction : predictions) {
            listener.judged(new Prediction(
                    prediction.startSeconds() + before, prediction.endSeconds() + before, prediction.scores()));
        }
    }

    /** Sound that comes faster than it can have been spoken, from a file, is not behind. */
    private double behindSeconds() {
        double spoken = Math.min(seconds(held.received()), (nanoTime.getAsLong() - began) / 1e9);
        return Math.max(0, spoken - seconds(passed));
    }

    private double seconds(long samples) {
        return samples / (double) sound.rate();
    }
}
