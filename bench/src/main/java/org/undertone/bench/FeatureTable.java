package org.undertone.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.undertone.features.ExtractorSettings;
import org.undertone.features.FeatureExtractor;
import org.undertone.features.FeatureRecipe;
import org.undertone.features.NoFeaturesException;
import org.undertone.features.StretchSettings;
import org.undertone.signal.Fourier;

/**
 * What the 74 columns cost: CPU seconds of one thread per second of speech, stage by stage, beside one 4096-point real FFT
 * of the library as the unit. Medians of some rounds after one that does not count; compare shares inside one run.
 */
public final class FeatureTable {
    private static final int ROUNDS = 3;
    private static final int TRANSFORM = 4096;
    private static final int TRANSFORMS = 4000;
    private static final double ORIGINAL_TOTAL = 7.3;

    private final List<double[]> signals;
    private final double speechSeconds;
    private final int rounds;
    private double transformSeconds;

    private FeatureTable(List<double[]> signals, int rounds) {
        this.signals = signals;
        this.speechSeconds =
                signals.stream().mapToDouble(signal -> signal.length).sum() / FeatureSpeech.RATE;
        this.rounds = rounds;
    }

    /** Prints the tables of both recipes on standard output. */
    public static void main(String[] arguments) throws IOException {
        List<double[]> signals = arguments.length > 0 && !arguments[0].equals("-")
                ? FeatureSpeech.of(Path.of(arguments[0]))
                : FeatureSpeech.synthetic();
        List<double[]> measured = new ArrayList<>();
        for (double[] signal : signals) {
            if (suits(signal)) {
                measured.add(signal);
            }
        }
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        if (measured.isEmpty()) {
            throw new IOException(
                    "no signal has features under both recipes; name a directory with speech of 1 s or more");
        }
        var table = new FeatureTable(measured, rounds);
        print(
                "%d signals, %.1f s of speech at 16 kHz, %d left out for which %s gives up; median of %d rounds%n",
                measured.size(),
                table.speechSeconds,
                signals.size() - measured.size(),
                FeatureRecipe.COVAREP_1_4_2.label(),
                rounds);
        table.measure();
    }

    /** The original stops at some signals. */
    private static boolean suits(double[] signal) {
        try {
            FeatureExtractor.create(ExtractorSettings.of(FeatureRecipe.COVAREP_1_4_2))
                    .extract(signal, FeatureSpeech.RATE);
            return true;
        } catch (NoFeaturesException e) {
            return false;
        }
    }

    private void measure() throws NoFeaturesException {
        transformSeconds = median(this::transform)[0];
        print("one %d-point real FFT: %.1f microseconds%n", TRANSFORM, 1e6 * transformSeconds);
        for (FeatureRecipe recipe : FeatureRecipe.values()) {
            double[] stages = median(() -> stages(recipe));
            print("%nrecipe %s%n%n", recipe.label());
            print("| %-34s | %8s | %7s | %8s | %s |%n", "stage", "CPU s/s", "share", "FFTs/s", "original, CPU s/s");
            print("|---|---|---|---|---|%n");
            double sum = Arrays.stream(stages).sum();
            for (FeatureStage stage : FeatureStage.values()) {
                row(stage.title(), stages[stage.ordinal()], sum, stage.original());
            }
            row("all stages", sum, sum, Double.toString(ORIGINAL_TOTAL));
            row("FeatureExtractor, in one piece", extraction(recipe, StretchSettings.WHOLE), sum, "");
            if (recipe == FeatureRecipe.COVAREP) {
                row("the same, stretches of 20 s", extraction(recipe, StretchSettings.DEFAULT), sum, "");
                row("the same, live, stretches of 1 s", extraction(recipe, StretchSettings.LIVE), sum, "");
            }
        }
    }

    private double extraction(FeatureRecipe recipe, StretchSettings stretch) throws NoFeaturesException {
        return median(() -> extract(ExtractorSettings.of(recipe).withStretch(stretch)))[0];
    }

    private void row(String title, double seconds, double all, String original) {
        print(
                "| %-34s | %8.5f | %5.1f %% | %8.0f | %s |%n",
                title,
                seconds / speechSeconds,
                100 * seconds / all,
                seconds / speechSeconds / transformSeconds,
                original);
    }

    private double[] stages(FeatureRecipe recipe) {
        var stages = new FeatureStages(recipe);
        for (double[] signal : signals) {
            stages.run(signal, FeatureSpeech.RATE);
        }
        return stages.seconds();
    }

    private double[] extract(ExtractorSettings settings) throws NoFeaturesException {
        double begin = FeatureStages.cpuSeconds();
        var extractor = FeatureExtractor.create(settings);
        for (double[] signal : signals) {
            extractor.extract(signal, FeatureSpeech.RATE);
        }
        return new double[] {FeatureStages.cpuSeconds() - begin};
    }

    private double[] transform() {
        var fourier = new Fourier(TRANSFORM);
        double[] signal = Arrays.copyOf(signals.get(0), TRANSFORM);
        var real = new double[fourier.bins()];
        var imaginary = new double[fourier.bins()];
        double begin = FeatureStages.cpuSeconds();
        for (int i = 0; i < TRANSFORMS; i++) {
            fourier.forward(signal, real, imaginary);
        }
        return new double[] {(FeatureStages.cpuSeconds() - begin) / TRANSFORMS};
    }

    /** The middle of each time over all rounds. */
    private double[] median(Measurement measurement) throws NoFeaturesException {
        measurement.seconds();
        var all = new double[rounds][];
        for (int round = 0; round < rounds; round++) {
            all[round] = measurement.seconds();
        }
        var middle = new double[all[0].length];
        for (int i = 0; i < middle.length; i++) {
            int column = i;
            middle[i] =
                    Arrays.stream(all).mapToDouble(row -> row[column]).sorted().toArray()[rounds / 2];
        }
        return middle;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    /** One round of something, in CPU seconds. */
    @FunctionalInterface
    private interface Measurement {
        double[] seconds() throws NoFeaturesException;
    }
}
