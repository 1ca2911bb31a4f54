package org.undertone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.undertone.corpus.Corpus;
import org.undertone.experiment.ExperimentRecipe;
import org.undertone.experiment.ModelMaking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undertone finetune}: a model from an encoder and a few labels. */
@Command(
        name = "finetune",
        description =
                "Train a small head on a frozen encoder with few labels, and write the model. Labels are drawn from"
                        + " the fold 'train' where the corpus has one, else from all of it.",
        footer = "  undertone finetune corpus --encoder encoder --labels 50 --out model")
final class FinetuneCommand extends Subcommand {
    private static final String ALL = "all";

    @Parameters(paramLabel = "CORPUS", description = "The corpus directory.")
    private Path corpus;

    @Option(
            names = "--encoder",
            required = true,
            paramLabel = "ENCODER",
            description = "The directory of the encoder, made by pretrain.")
    private Path encoder;

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "N|all",
            description = "How many labelled clips to learn from.")
    private String labels;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "MODEL",
            description = "The directory to make; it must not exist yet, or be empty.")
    private Path out;

    @Mixin
    private SettingOptions settings;

    FinetuneCommand(Console console) {
        super(console);
    }

    @Override
    protected void run() throws IOException {
        OptionalInt wanted = wanted();
        ExperimentRecipe recipe = settings.read();
        int workers = Runtime.getRuntime().availableProcessors();
        try (var opened = Corpus.open(corpus)) {
            int learned = new ModelMaking(opened, recipe, settings.seed()).run(encoder, wanted, out, workers);
            TextTable.ofPairs()
                    .row("model", out.toString())
                    .row("labelled clips", Figures.count(learned))
                    .print(console.out());
        }
    }

    private OptionalInt wanted() {
        if (labels.equals(ALL)) {
            return OptionalInt.empty();
        }
        if (!labels.matches("[1-9][0-9]{0,8}")) {
            throw wrongUse("--labels must be a number of 1 or more, or " + ALL + ", but is '" + labels + "'");
        }
        return OptionalInt.of(Integer.parseInt(labels));
    }
}
