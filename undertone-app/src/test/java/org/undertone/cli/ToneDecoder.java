package org.undertone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import org.undertone.audio.AudioDecoder;
import org.undertone.audio.AudioInput;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.AudioStream;
import org.undertone.features.FrameColumns;
import org.undertone.features.FrameSink;
import org.undertone.features.Frames;
import org.undertone.storage.FileFormatException;

/** Files of the form {@code tone LEVEL FRAMES}, and frames of them that are cheap: all columns are the level. */
final class ToneDecoder implements AudioDecoder {
    private static final int RATE = 8000;
    private static final int HOP = RATE / 100;

    /** What {@code extract} works with in tests. */
    static ExtractionTools tools() {
        return new ExtractionTools(
                new ToneDecoder(), "tones", file -> file.toString().endsWith(".wav"), settings -> ToneDecoder::frames);
    }

    static Path write(Path file, double level, int frames) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "tone " + level + " " + frames);
    }

    private static void frames(AudioStream audio, FrameSink sink) throws IOException {
        var samples = new double[HOP];
        while (audio.read(samples, 0, HOP) == HOP) {
            var values = new double[FrameColumns.COVAREP.count()];
            Arrays.fill(values, samples[0]);
            sink.accept(new Frames(FrameColumns.COVAREP, values));
        }
    }

    @Override
    public AudioStream open(AudioInput input, AudioSettings settings) throws IOException {
        String[] words = Files.readString(input.name()).split(" ");
        if (words.length != 3 || !words[0].equals("tone")) {
            throw new FileFormatException(input.name(), "file", "is no tone");
        }
        return new Tone(Double.parseDouble(words[1]), Integer.parseInt(words[2]) * HOP);
    }

    private static final class Tone implements AudioStream {
        private final double level;
        private final int samples;
        private int at;

        private Tone(double level, int samples) {
            this.level = level;
            this.samples = samples;
        }

        @Override
        public int rate() {
            return RATE;
        }

        @Override
        public OptionalLong expectedSamples() {
            return OptionalLong.of(samples);
        }

        @Override
        public int read(double[] buffer, int offset, int count) {
            int read = Math.min(count, samples - at);
            Arrays.fill(buffer, offset, offset + read, level);
            at += read;
            return read == 0 ? -1 : read;
        }

        @Override
        public void close() {
            // Nothing is held but memory.
        }
    }
}
