package org.undertone.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.undertone.audio.WavFile;
import org.undertone.features.FeatureRecipe;
import org.undertone.features.FrameColumns;
import org.undertone.features.Standardizer;
import org.undertone.features.StandardizerSettings;
import org.undertone.model.DenseWeights;
import org.undertone.model.EmotionModel;
import org.undertone.model.EncoderDescription;
import org.undertone.model.GruEncoderSettings;
import org.undertone.model.GruEncoderWeights;
import org.undertone.model.GruWeights;
import org.undertone.model.ModelDescription;
import org.undertone.model.PretrainedEncoder;
import org.undertone.model.Readout;
import org.undertone.storage.JsonFile;

/**
 * Runs the commands that people want an answer of at once, on sound and a model that it makes for that, so that a Java machine
 * told to archive its classes meets those they need. The launcher calls it, once for every build and Java machine.
 */
final class ClassArchive {
    private static final int RATE = 16_000;
    /** Long enough to have a pitch; the launcher runs this without a compiler. */
    private static final double SECONDS = 0.3;

    private ClassArchive() {}

    /** Says nothing and leaves nothing behind but what the Java machine archives. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createTempDirectory("undertone-");
        try {
            Path model = directory.resolve("model");
            untrained().write(model);
            Path sound = directory.resolve("buzz.wav");
            WavFile.write(sound, buzz(), RATE);
            run("predict", model.toString(), sound.toString());
            run("predict", model.toString(), sound.toString(), "--window", "0.2", "--format", "csv");
            run("predict", model.toString(), sound.toString(), "--format", "jsonl");
            run("inspect", sound.toString());
            run("--help");
        } finally {
            remove(directory);
        }
    }

    private static void run(String... arguments) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        var console = new Console(nowhere, nowhere, Terminal.ofProcess(), new Interruption(), System::nanoTime);
        Undertone.run(console, Undertone.commands(console), arguments);
    }

    private static double[] buzz() {
        var samples = new double[(int) (SECONDS * RATE)];
        for (int n = 0; n < samples.length; n++) {
            for (int harmonic = 1; harmonic <= 20; harmonic++) {
                samples[n] += 0.03 * Math.cos(2 * Math.PI * harmonic * 120 * n / RATE);
            }
        }
        return samples;
    }

    private static EmotionModel untrained() {
        var settings = new GruEncoderSettings(FrameColumns.COVAREP.count(), 1, 1, 1);
        var deviations = new double[settings.inputs()];
        Arrays.fill(deviations, 1);
        var gru = new GruWeights(new float[3 * settings.inputs()], new float[3], new float[3], new float[3]);
        var dense = new DenseWeights(new float[1], new float[1]);
        var encoder = new PretrainedEncoder(
                new Standardizer(
                        FrameColumns.COVAREP, new double[settings.inputs()], deviations, StandardizerSettings.DEFAULT),
                settings,
                new GruEncoderWeights(List.of(gru), dense),
                new EncoderDescription(100, JsonFile.object(), JsonFile.object()));
        return new EmotionModel(
                encoder,
                dense,
                new ModelDescription(
                        List.of("nothing"),
                        List.of(0.0),
                        List.of(OptionalDouble.of(0)),
                        Optional.of(FeatureRecipe.COVAREP),
                        new Readout(Readout.Pooling.MEAN, 1000, Readout.Cut.START),
                        JsonFile.object(),
                        JsonFile.object()));
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path path : found.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
