package org.undertone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.undertone.corpus.Corpus;
import org.undertone.experiment.Evaluation;
import org.undertone.experiment.ModelEvaluation;
import org.undertone.model.EmotionModel;
import org.undertone.training.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undertone evaluate}: a model on labelled clips, beside dummies. */
@Command(
        name = "evaluate",
        description =
                "Score a model on the labelled clips of a corpus that it did not learn from, beside predictions that"
                        + " look at no clip.",
        footer = "  undertone evaluate model corpus --split test")
final class EvaluateCommand extends Subcommand {
    @Parameters(index = "0", paramLabel = "MODEL", description = "The model directory.")
    private Path model;

    @Parameters(index = "1", paramLabel = "CORPUS", description = "The corpus directory.")
    private Path corpus;

    @Option(
            names = "--split",
            paramLabel = "NAME",
            description = "Take the clips of this fold only. Default: all labelled clips.")
    private String split;

    @Option(names = "--json", description = "Print everything as JSON, with the reason wherever a score is undefined.")
    private boolean json;

    EvaluateCommand(Console console) {
        super(console);
    }

    @Override
    protected void run() throws IOException {
        EmotionModel read = EmotionModel.read(model);
        try (var opened = Corpus.open(corpus);
                var workers = Workers.of(Runtime.getRuntime().availableProcessors())) {
            int[] clips = ModelEvaluation.labelledClips(opened, Optional.ofNullable(split));
            Evaluation evaluation;
            try (var progress = console.progress("evaluate", clips.length, ProgressUnit.of("clips"))) {
                evaluation = ModelEvaluation.evaluate(read, opened, clips, workers, progress::reach);
            }
            if (json) {
                console.out().println(EvaluationJson.of(evaluation).toPrettyString());
            } else {
                new EvaluationTables(evaluation).print(console.out());
            }
        }
    }
}
