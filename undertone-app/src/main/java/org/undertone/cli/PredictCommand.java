package org.undertone.cli;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.undertone.features.ExtractorSettings;
import org.undertone.features.FeatureRecipe;
import org.undertone.model.EmotionModel;
import org.undertone.model.WindowSettings;
import org.undertone.recognition.Recognition;
import org.undertone.recognition.RecognitionSettings;
import org.undertone.recognition.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undertone predict}: what a model says of recordings, or of the clips of a corpus. */
@Command(
        name = "predict",
        description = {
            "Print what a model says of recordings: six intensities from 0 to 3 with presence and uncertainty, for each"
                    + " file, or for each window of it.",
            "",
            "Files of any format that 'undertone extract' reads, folders that hold such files, and - for standard input:"
                    + " a recording of up to 256 MB, or raw sound of any length with --pcm. A file that fails is reported,"
                    + " the others go on; the exit code is then 1. Of a corpus directory, the scores of all clips are"
                    + " printed."
        },
        footer = "  undertone predict model talk.wav --window 3 --hop 1 --format csv > talk.csv")
final class PredictCommand extends Subcommand {
    @Parameters(index = "0", paramLabel = "MODEL", description = "The model directory.")
    private Path model;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FILE|FOLDER|-|CORPUS",
            description = "Recordings, or one corpus directory.")
    private List<Path> named = new ArrayList<>();

    @Option(names = "--list", paramLabel = "FILE", description = "More of them: a text file, one path on a line.")
    private Path list;

    @Option(
            names = "--window",
            paramLabel = "SECONDS",
            description = "Judge windows of this length, each as if it were a recording of its own. Default: one"
                    + " judgement for each recording.")
    private Double window;

    @Option(
            names = "--hop",
            paramLabel = "SECONDS",
            description = "From the beginning of a window to that of the next. Default: 1.")
    private Double hop;

    @Option(
            names = "--format",
            paramLabel = "table|csv|jsonl",
            defaultValue = "table",
            description = "How to print: for people, or a line for each row as CSV or JSON. Default: ${DEFAULT-VALUE}.")
    private String format = "table";

    @Mixin
    private RawSoundOptions raw;

    @Option(
            names = "--mix",
            paramLabel = "mean|first",
            description = "One channel from several: their mean, or the first. Default: mean; first for covarep-1.4.2.")
    private String mix;

    @Option(
            names = "--recipe",
            paramLabel = "NAME",
            description = "covarep or covarep-1.4.2: how recordings become features. Default: as the model learned.")
    private String recipe;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Number of threads: each works on a file, and those without one help. Default: the number of"
                    + " cores. The rows do not depend on it.")
    private Integer workers;

    private final InputStream in;

    PredictCommand(Console console, InputStream in) {
        super(console);
        this.in = in;
    }

    @Override
    protected void run() throws Exception {
        PredictionFormat printed = settings(() -> PredictionFormat.of(format.toLowerCase(Locale.ROOT)));
        Optional<WindowSettings> windows = settings(this::windows);
        int threads = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
        checkRawSound();
        if (named.stream().anyMatch(PredictCommand::isCorpus)) {
            requireNothingElse();
            CorpusPrediction.run(EmotionModel.read(model), named.get(0), printed, threads, console);
            return;
        }
        if (named.isEmpty() && list == null) {
            throw wrongUse("no recording is named: give files, folders, - for standard input, or --list");
        }
        EmotionModel read = EmotionModel.read(model);
        FeatureRecipe chosen = settings(() -> recipe(read));
        var settings = settings(() -> new RecognitionSettings(ExtractorSettings.of(chosen), windows, threads));
        windows.ifPresent(timeline -> settings(() -> read.windows(timeline)));
        predict(read, settings, printed);
    }

    private void predict(EmotionModel read, RecognitionSettings settings, PredictionFormat printed) throws Exception {
        var channel = settings(() -> MixChoice.of(mix, settings.features().recipe()));
        var inputs = new PredictedInputs(console, in, raw, channel);
        named.forEach(inputs::add);
        if (list != null) {
            inputs.addList(list);
        }
        List<Recording> recordings = inputs.recordings();
        PredictionRows rows = printed.rows(
                read.description(), recordings.stream().map(Recording::name).toList(), console.out());
        var display = new PredictionDisplay(console, rows, read.description(), settings);
        display.begin(recipe != null);
        try {
            Recognition.run(recordings, read, settings, display);
        } catch (CancellationException e) {
            console.complain("undertone: stopped after " + Figures.count(display.finished()) + " of "
                    + Figures.count(recordings.size()) + " recordings");
            throw e;
        }
        display.end();
        int failed = inputs.failed() + display.failed();
        if (failed > 0) {
            throw new WorkFailedException(Figures.count(failed) + " failed of "
                    + Figures.count(recordings.size() + inputs.failed()) + " recordings");
        }
    }

    private Optional<WindowSettings> windows() {
        if (window == null) {
            if (hop != null) {
                throw new IllegalArgumentException("--hop means nothing without --window");
            }
            return Optional.empty();
        }
        return Optional.of(new WindowSettings(window, hop == null ? WindowSettings.DEFAULT.hopSeconds() : hop));
    }

    private FeatureRecipe recipe(EmotionModel read) {
        return recipe == null ? read.extractor().settings().recipe() : FeatureRecipe.of(recipe);
    }

    private void checkRawSound() {
        boolean standardInput = named.stream().anyMatch(PredictedInputs::isStandardInput);
        if (raw.areGiven() && !standardInput) {
            throw wrongUse("--pcm says what standard input holds; name it as -");
        }
        if (raw.namedRate().isPresent() && !raw.areGiven()) {
            throw wrongUse("--rate is for raw sound; say --pcm s16le or --pcm f32le too");
        }
        settings(() -> {
            raw.check();
            return raw;
        });
    }

    private static boolean isCorpus(Path path) {
        return Files.exists(path.resolve("corpus.json"));
    }

    private void requireNothingElse() {
        if (named.size() > 1 || list != null) {
            throw wrongUse("a corpus is predicted by itself: name nothing beside it");
        }
        if (window != null || recipe != null || mix != null) {
            throw wrongUse("--window, --recipe and --mix are for recordings; the frames of a corpus are made already");
        }
    }
}
