package org.undertone.cli;

import java.nio.file.Path;
import java.util.List;
import org.undertone.corpus.Corpus;
import org.undertone.experiment.EncoderMaking;
import org.undertone.experiment.ExperimentRecipe;
import org.undertone.training.LossHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undertone pretrain}: an encoder that learns without labels. */
@Command(
        name = "pretrain",
        description =
                "Pre-train an encoder without labels: on the fold 'train' where the corpus has one, else on all of"
                        + " it.",
        footer = "  undertone pretrain corpus --out encoder")
final class PretrainCommand extends Subcommand {
    @Parameters(paramLabel = "CORPUS", description = "The corpus directory.")
    private Path corpus;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "ENCODER",
            description = "The directory to make; until it is whole a checkpoint is kept beside it.")
    private Path out;

    @Mixin
    private RecipeOptions recipe;

    @Option(names = "--resume", description = "Go on from the checkpoint of a training that was stopped.")
    private boolean resume;

    PretrainCommand(Console console) {
        super(console);
    }

    @Override
    protected void run() throws Exception {
        ExperimentRecipe effective = recipe.read();
        int workers = Runtime.getRuntime().availableProcessors();
        try (var opened = Corpus.open(corpus);
                var progress = new TrainingProgress(console, "pretrain")) {
            var making = new EncoderMaking(opened, effective, recipe.seed());
            LossHistory losses =
                    resumable(EncoderMaking.unfinished(out), () -> making.run(out, resume, workers, progress));
            progress.close();
            print(losses.epochs());
        }
    }

    private void print(List<LossHistory.Epoch> epochs) {
        var table = TextTable.ofPairs().row("encoder", out.toString()).row("epochs", Figures.count(epochs.size()));
        if (!epochs.isEmpty()) {
            LossHistory.Epoch last = epochs.get(epochs.size() - 1);
            table.row("loss", Figures.decimal(last.training()));
            if (!Double.isNaN(last.heldOut())) {
                table.row("loss on held-out groups", Figures.decimal(last.heldOut()));
            }
        }
        table.print(console.out());
    }
}
