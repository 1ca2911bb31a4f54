package org.undertone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.undertone.corpus.Corpus;
import org.undertone.experiment.ModelEvaluation;
import org.undertone.model.EmotionModel;
import org.undertone.storage.FileFormatException;
import org.undertone.training.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undertone predict}: the scores of every clip. */
@Command(
        name = "predict",
        description = "Print a model's scores of every clip of a corpus, labelled or not.",
        footer = "  undertone predict model corpus --format csv > scores.csv")
final class PredictCommand extends Subcommand {
    @Parameters(index = "0", paramLabel = "MODEL", description = "The model directory.")
    private Path model;

    @Parameters(index = "1", paramLabel = "CORPUS", description = "The corpus directory.")
    private Path corpus;

    @Option(
            names = "--format",
            paramLabel = "table|csv|jsonl",
            defaultValue = "table",
            description =
                    "How to print: for people, or a line for each clip as CSV or JSON. Default: ${DEFAULT-VALUE}.")
    private String format = "table";

    PredictCommand(Console console) {
        super(console);
    }

    @Override
    protected void run() throws IOException {
        PredictionFormat printed = settings(() -> PredictionFormat.of(format.toLowerCase(Locale.ROOT)));
        if (Files.exists(corpus) && !Files.exists(corpus.resolve("corpus.json"))) {
            throw new FileFormatException(
                    corpus,
                    Files.isDirectory(corpus) ? "directory" : "file",
                    "is no corpus directory, which holds corpus.json; make one by: undertone import");
        }
        EmotionModel read = EmotionModel.read(model);
        try (var opened = Corpus.open(corpus);
                var workers = Workers.of(Runtime.getRuntime().availableProcessors())) {
            int[] clips = IntStream.range(0, opened.size()).toArray();
            double[][] scores;
            try (var progress = console.progress("predict", clips.length, ProgressUnit.of("clips"))) {
                scores = ModelEvaluation.predict(read, opened, clips, workers, progress::reach);
            }
            printed.print(read.emotions(), opened.utterances(), scores, console.out());
        }
    }
}
