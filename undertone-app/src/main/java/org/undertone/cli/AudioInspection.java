package org.undertone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.undertone.audio.AudioInput;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.AudioStream;
import org.undertone.audio.PcmDecoder;
import org.undertone.features.ExtractorSettings;
import org.undertone.features.FeatureExtractor;
import org.undertone.features.Frames;
import org.undertone.features.NoFeaturesException;
import org.undertone.media.AudioFiles;
import org.undertone.storage.FileFormatException;

/** A recording: rate, channels, duration; all of it is decoded, so that damage comes out. */
final class AudioInspection implements PlottableInspection {
    private static final int BLOCK_SAMPLES = 1 << 14;

    private final AudioFiles decoder = AudioFiles.create();

    @Override
    public String kind() {
        return "a recording";
    }

    @Override
    public boolean recognises(Path path) throws IOException {
        return Files.isRegularFile(path)
                && (AudioFiles.isNamedAsRecording(path)
                        || PcmDecoder.recognises(AudioInput.of(path).head(PcmDecoder.HEAD_BYTES)));
    }

    @Override
    public RecordingPlot plot(Path path) {
        return new RecordingPlot(
                path.getFileName().toString(),
                () -> decoder.open(path, AudioSettings.DEFAULT),
                stream -> frames(path, stream));
    }

    private static Frames frames(Path path, AudioStream stream) throws IOException {
        try {
            return FeatureExtractor.create(ExtractorSettings.DEFAULT).extract(stream);
        } catch (NoFeaturesException e) {
            throw new FileFormatException(path, "recording", e.getMessage(), e);
        }
    }

    @Override
    public void print(Path path, PrintStream out) throws IOException {
        try (AudioStream audio = decoder.open(path, AudioSettings.DEFAULT)) {
            long samples = 0;
            double loudest = 0;
            var block = new double[BLOCK_SAMPLES];
            for (int read = audio.read(block, 0, BLOCK_SAMPLES); read > 0; read = audio.read(block, 0, BLOCK_SAMPLES)) {
                samples += read;
                for (int i = 0; i < read; i++) {
                    loudest = Math.max(loudest, Math.abs(block[i]));
                }
            }
            out.println("recording " + path);
            print(path, audio, samples, loudest, out);
        }
    }

    private static void print(Path path, AudioStream audio, long samples, double loudest, PrintStream out)
            throws IOException {
        double seconds = (double) samples / audio.rate();
        var table = TextTable.ofPairs()
                .row("size", Figures.bytes(Files.size(path)))
                .row("rate", Figures.count(audio.source().rate()) + " Hz")
                .row("channels", Figures.count(audio.source().channels()))
                .row("samples", Figures.count(samples) + " per channel")
                .row(
                        "duration",
                        Figures.decimal(seconds) + " s" + (seconds < 60 ? "" : ", " + Durations.words(seconds)))
                .row("loudest", Figures.decimal(loudest) + " of full scale, channels averaged");
        OptionalLong expected = audio.expectedSamples();
        if (expected.isPresent() && expected.getAsLong() != samples) {
            table.row("header says", Figures.count(expected.getAsLong()) + " samples per channel");
        }
        table.print(out);
    }
}
