package org.undertone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.undertone.corpus.Corpus;
import org.undertone.experiment.Experiment;
import org.undertone.experiment.ExperimentRecipe;
import org.undertone.experiment.ExperimentResults;
import org.undertone.experiment.Methods;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undertone experiment}: every method on every budget of labels. */
@Command(
        name = "experiment",
        description = "Pre-train, fine-tune and evaluate on a corpus: every method, on every budget of labels, beside"
                + " baselines and controls.",
        footer = "  undertone experiment corpus --out run --budgets 20,50,200 --methods pretrained,zeros")
final class ExperimentCommand extends Subcommand {
    private static final String ALL = "all";
    private static final int NAMED = 3;

    @Parameters(arity = "0..1", paramLabel = "CORPUS", description = "The corpus directory.")
    private Path corpus;

    @Option(
            names = "--out",
            paramLabel = "RUN",
            description = "The directory of the run; it must not exist yet, or be empty, or be resumed.")
    private Path out;

    @Mixin
    private RecipeOptions recipe;

    @Option(
            names = "--budgets",
            split = ",",
            paramLabel = "N",
            description = "Numbers of labelled clips, ascending: --budgets 20,50. Short for --set budgets=[20,50].")
    private List<Integer> budgets;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "Draws of labels and initial weights for each budget. Short for --set repeats=N.")
    private Integer repeats;

    @Option(
            names = "--protocol",
            paramLabel = "single|folds:K",
            description =
                    "One split, or K folds of groups of which each is evaluated once. Short for --set protocol=...")
    private String protocol;

    @Option(
            names = "--methods",
            split = ",",
            paramLabel = "ID",
            description = "What to compare: --methods pretrained,zeros, or all. Short for --set methods=[...].")
    private List<String> methods;

    @Option(
            names = "--pretrain-corpus",
            paramLabel = "CORPUS",
            description = "Another corpus whose clips are pre-trained on besides, labelled or not; may be given again.")
    private List<Path> pretrainCorpora = List.of();

    @Option(names = "--resume", description = "Go on with a run that was stopped: only what is missing is done.")
    private boolean resume;

    @Option(names = "--list-methods", description = "List the methods and what each is, and exit.")
    private boolean listMethods;

    ExperimentCommand(Console console) {
        super(console);
    }

    @Override
    protected void run() throws Exception {
        if (listMethods) {
            list();
            return;
        }
        if (corpus == null || out == null) {
            throw wrongUse(
                    corpus == null ? "missing required parameter: 'CORPUS'" : "missing required option: '--out=RUN'");
        }
        ExperimentRecipe effective = recipe.with("budgets", Optional.ofNullable(budgets))
                .with("repeats", Optional.ofNullable(repeats))
                .with("protocol", Optional.ofNullable(protocol))
                .with("methods", Optional.ofNullable(methods).map(ExperimentCommand::named))
                .read();
        int workers = Runtime.getRuntime().availableProcessors();
        try (var opened = Corpus.open(corpus);
                var more = OpenCorpora.open(pretrainCorpora);
                var progress = new ExperimentProgress(console)) {
            var experiment = new Experiment(opened, effective, recipe.seed(), workers, progress)
                    .pretrainedAlsoOn(more.corpora());
            ExperimentResults results = resumable(out, () -> experiment.run(out, resume));
            progress.close();
            print(results);
            complain(progress.failed());
        }
    }

    private static List<String> named(List<String> methods) {
        return methods.equals(List.of(ALL)) ? Methods.ids() : methods;
    }

    private void list() {
        var table = TextTable.of("id", "what it is");
        Methods.descriptions().forEach(method -> table.row(method.id(), method.title() + ": " + method.summary()));
        table.print(console.out());
    }

    private void print(ExperimentResults results) throws IOException {
        new ExperimentTables(results).print(console.out());
        console.out().println();
        TextTable.ofPairs()
                .row("report", ReportCommand.write(results, out).toString())
                .row("summary", out.resolve("summary.csv").toString())
                .print(console.out());
    }

    private void complain(List<String> failed) throws WorkFailedException {
        if (!failed.isEmpty()) {
            String more = failed.size() > NAMED ? " and " + (failed.size() - NAMED) + " more" : "";
            throw new WorkFailedException(failed.size() + (failed.size() == 1 ? " trial" : " trials") + " failed: "
                    + String.join(", ", failed.subList(0, Math.min(NAMED, failed.size()))) + more
                    + "; the results of the others are in " + out + ", and --resume tries the failed ones again");
        }
    }
}
