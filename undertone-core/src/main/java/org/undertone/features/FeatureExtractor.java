package org.undertone.features;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.undertone.audio.AudioStream;
import org.undertone.audio.Resampler;
import org.undertone.audio.SoundFormat;

/**
 * From samples to the 74 columns of {@link FrameColumns#COVAREP} every 10 ms. Reusable for one recording after another, not
 * by several threads: give each its own.
 */
public final class FeatureExtractor {
    /** Shorter recordings have no features. */
    public static final double LEAST_SECONDS = 0.03;

    private static final int READ_SAMPLES = 1 << 14;

    private final ExtractorSettings settings;
    private final Executor helper;

    private FeatureExtractor(ExtractorSettings settings, Executor helper) {
        this.settings = settings;
        this.helper = helper;
    }

    /** An extractor. */
    public static FeatureExtractor create(ExtractorSettings settings) {
        return new FeatureExtractor(Objects.requireNonNull(settings, "settings"), work -> {});
    }

    /**
     * The same extractor, which leaves about half of its work on a stretch to an executor: with an idle thread there, frames of
     * one recording come sooner. They do not depend on it. What no thread has begun when it is needed is done by the caller,
     * so that several extractors may share a few threads.
     *
     * @param helper runs what it is given, soon, late or never; it may refuse it
     */
    public FeatureExtractor helpedBy(Executor helper) {
        return new FeatureExtractor(settings, Objects.requireNonNull(helper, "helper"));
    }

    /** How it works. */
    public ExtractorSettings settings() {
        return settings;
    }

    /**
     * The frames of a recording that arrives piece by piece.
     *
     * @param rate samples per second, 8000 to 192,000
     */
    public FrameStream stream(int rate) {
        if (rate < SoundFormat.LEAST_RATE || rate > SoundFormat.GREATEST_RATE) {
            throw new IllegalArgumentException("a recording needs " + SoundFormat.LEAST_RATE + " to "
                    + SoundFormat.GREATEST_RATE + " samples per second but has " + rate);
        }
        RateConversion conversion = settings.recipe() == FeatureRecipe.COVAREP
                ? RateConversion.resampling(rate)
                : RateConversion.none(rate);
        var analysis = new CovarepAnalysis(StageSettings.of(settings.recipe()), conversion.rate(), settings, helper);
        return new FrameStream(analysis, settings.stretch(), conversion, rate);
    }

    /**
     * The frames of a whole recording.
     *
     * @throws NoFeaturesException where it is too short, or where the recipe gives up
     * @throws IOException where the stream fails
     */
    public Frames extract(AudioStream audio) throws IOException {
        var rows = new FrameRows();
        extract(audio, frames -> rows.add(frames.values()));
        return rows.toFrames();
    }

    /**
     * The frames of a whole recording of any length, stretch by stretch, in constant memory.
     *
     * @param sink takes the frames in the order of time
     * @throws NoFeaturesException where it is too short, or where the recipe gives up
     * @throws IOException where the stream or the sink fails
     */
    public void extract(AudioStream audio, FrameSink sink) throws IOException {
        FrameStream stream = stream(audio.rate());
        var buffer = new double[READ_SAMPLES];
        for (int read = audio.read(buffer, 0, buffer.length); read >= 0; read = audio.read(buffer, 0, buffer.length)) {
            sink.accept(stream.push(buffer, 0, read));
        }
        sink.accept(finish(stream, audio.rate()));
    }

    /**
     * The frames of a clip.
     *
     * @param samples full scale is [-1, 1)
     * @param rate samples per second, 8000 to 192,000
     * @throws NoFeaturesException where it is too short, or where the recipe gives up
     */
    public Frames extract(double[] samples, int rate) throws NoFeaturesException {
        FrameStream stream = stream(rate);
        var rows = new FrameRows();
        rows.add(stream.push(samples, 0, samples.length).values());
        rows.add(finish(stream, rate).values());
        return rows.toFrames();
    }

    /**
     * How many frames a whole recording has.
     *
     * @param samples how many it has
     * @param rate of them per second
     */
    public long frames(long samples, int rate) {
        int analysis = settings.recipe() == FeatureRecipe.COVAREP ? RateConversion.ANALYSIS_RATE : rate;
        return FrameStream.frames(Resampler.length(samples, rate, analysis), analysis);
    }

    /**
     * Some of the frames that {@link #extract(AudioStream, FrameSink)} gives for a recording, the same bit for bit, without
     * most of the work for stretches that come before, and all of it for those after.
     *
     * @param audio from the beginning of the recording on; not read further than needed
     * @param part which frames; those beyond the end of the recording are left out
     * @param sink takes them in the order of time
     * @throws NoFeaturesException where the recording is too short, or where the recipe gives up
     * @throws IOException where the stream or the sink fails
     */
    public void extract(AudioStream audio, FrameRange part, FrameSink sink) throws IOException {
        FrameStream stream = stream(audio.rate());
        var wanted = new WantedFrames(part, stream.passOver(part.first()), sink);
        var buffer = new double[READ_SAMPLES];
        while (!wanted.complete()) {
            int read = audio.read(buffer, 0, buffer.length);
            if (read < 0) {
                wanted.accept(finish(stream, audio.rate()));
                return;
            }
            wanted.accept(stream.push(buffer, 0, read));
        }
    }

    private static Frames finish(FrameStream stream, int rate) throws NoFeaturesException {
        if (stream.seconds() < LEAST_SECONDS) {
            throw new NoFeaturesException(String.format(
                    Locale.ROOT,
                    "it lasts %.0f ms, and features need %.0f ms or more",
                    1000 * stream.seconds(),
                    1000 * LEAST_SECONDS));
        }
        return stream.finish();
    }
}
