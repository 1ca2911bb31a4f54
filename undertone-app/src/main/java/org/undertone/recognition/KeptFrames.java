package org.undertone.recognition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.undertone.audio.AudioStream;
import org.undertone.features.FeatureExtractor;
import org.undertone.features.FrameColumns;
import org.undertone.features.FrameRange;
import org.undertone.features.Frames;
import org.undertone.features.NoFeaturesException;
import org.undertone.model.Readout;

/**
 * The frames of a recording that a model judges, without those of the rest: a model takes clips of a few seconds, and a
 * recording may last for hours.
 *
 * @param frames as many as the model takes, or fewer
 * @param first number of the first of them in the recording
 * @param cut whether the recording has more
 */
record KeptFrames(Frames frames, long first, boolean cut) {
    /** So much of a sound that passes once is held to find its middle: 36 MB. */
    static final int LONGEST_PASSING_FRAMES = 600 * Frames.PER_SECOND;

    private static final int COUNTED_SAMPLES = 1 << 14;

    /** Opens recordings. */
    @FunctionalInterface
    interface Opening {
        AudioStream open(Recording recording) throws IOException;
    }

    /**
     * The part of a recording that a readout keeps.
     *
     * @throws NoFeaturesException where it is too short
     * @throws IOException where it cannot be read
     */
    static KeptFrames of(Recording recording, FeatureExtractor extractor, Readout readout, Opening opening)
            throws IOException {
        boolean centre = readout.cut() == Readout.Cut.CENTRE;
        return centre && recording.repeatable()
                ? centre(recording, extractor, readout, opening)
                : passing(
                        recording,
                        extractor,
                        readout,
                        opening,
                        centre ? LONGEST_PASSING_FRAMES : readout.maximumSteps());
    }

    /** Reads once, up to a number of frames. */
    static KeptFrames passing(
            Recording recording, FeatureExtractor extractor, Readout readout, Opening opening, long most)
            throws IOException {
        Frames all;
        try (AudioStream audio = opening.open(recording)) {
            all = part(extractor, audio, new FrameRange(0, most + 1));
        }
        if (readout.cut() == Readout.Cut.CENTRE && all.count() > most) {
            throw new NoFeaturesException(String.format(
                    Locale.ROOT,
                    "this model judges the middle of a recording, which cannot be found in sound that passes once and"
                            + " lasts longer than %d minutes; judge it by windows, or name a file",
                    most / Frames.PER_SECOND / 60));
        }
        int first = readout.first(all.count());
        int steps = readout.steps(all.count());
        return new KeptFrames(range(all, first, first + steps), first, steps < all.count());
    }

    /** Reads twice: how long it is, then the middle. */
    private static KeptFrames centre(Recording recording, FeatureExtractor extractor, Readout readout, Opening opening)
            throws IOException {
        long count;
        try (AudioStream audio = opening.open(recording)) {
            count = extractor.frames(samples(audio), audio.rate());
        }
        // Of one without frames the extractor says why.
        int frames = Math.toIntExact(Math.max(1, count));
        int first = readout.first(frames);
        int steps = readout.steps(frames);
        try (AudioStream audio = opening.open(recording)) {
            Frames kept = part(extractor, audio, new FrameRange(first, first + steps));
            return new KeptFrames(kept, first, steps < frames);
        }
    }

    private static long samples(AudioStream audio) throws IOException {
        var passed = new double[COUNTED_SAMPLES];
        long count = 0;
        for (int read = 0; read >= 0; read = audio.read(passed, 0, passed.length)) {
            count += read;
        }
        return count;
    }

    private static Frames part(FeatureExtractor extractor, AudioStream audio, FrameRange range) throws IOException {
        List<Frames> parts = new ArrayList<>();
        extractor.extract(audio, range, parts::add);
        var values =
                new double[parts.stream().mapToInt(part -> part.values().length).sum()];
        int at = 0;
        for (Frames part : parts) {
            System.arraycopy(part.values(), 0, values, at, part.values().length);
            at += part.values().length;
        }
        return new Frames(FrameColumns.COVAREP, values);
    }

    private static Frames range(Frames all, int first, int end) {
        int width = all.columns().count();
        return new Frames(all.columns(), Arrays.copyOfRange(all.values(), first * width, end * width));
    }
}
