package org.undertone.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.undertone.corpus.Corpus;
import org.undertone.demo.DemoCorpus;
import org.undertone.demo.DemoDirectory;
import org.undertone.demo.DemoSettings;
import org.undertone.experiment.Experiment;
import org.undertone.experiment.ExperimentRecipe;
import org.undertone.experiment.ExperimentResults;
import org.undertone.extraction.Extraction;
import org.undertone.extraction.ExtractionReport;
import org.undertone.extraction.ExtractionSettings;
import org.undertone.extraction.FrameExtraction;
import org.undertone.features.ExtractorSettings;
import org.undertone.features.FeatureExtractor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code undertone demo}: everything that the software does, on voices that it makes itself. */
@Command(
        name = "demo",
        description = "Make a corpus of synthetic voices in six emotions, compute its features, pre-train, and compare"
                + " every method over budgets of labels; a few minutes. It shows what the software does, not what"
                + " people sound like.",
        footer = "  undertone demo --out demo")
final class DemoCommand extends Subcommand {
    private static final ExtractorSettings EXTRACTOR = ExtractorSettings.DEFAULT;

    private final Supplier<FrameExtraction> extractions;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "undertone-demo",
            description = "The directory of corpus, run and report; it must not exist yet, or be empty, or be resumed."
                    + " Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("undertone-demo");

    @Option(
            names = "--speakers",
            paramLabel = "N",
            defaultValue = "12",
            description = "Number of synthetic speakers. Default: ${DEFAULT-VALUE}.")
    private int speakers = DemoSettings.DEFAULT.speakers();

    @Option(
            names = "--clips",
            paramLabel = "N",
            defaultValue = "24",
            description = "Clips of each speaker. Default: ${DEFAULT-VALUE}.")
    private int clipsPerSpeaker = DemoSettings.DEFAULT.clipsPerSpeaker();

    @Mixin
    private DemoOptions recipe;

    @Option(
            names = "--resume",
            description = "Go on with a demonstration that was stopped: only what is missing is done.")
    private boolean resume;

    DemoCommand(Console console) {
        this(console, () -> FrameExtraction.of(FeatureExtractor.create(EXTRACTOR)));
    }

    /** A demonstration whose frames are computed otherwise. */
    DemoCommand(Console console, Supplier<FrameExtraction> extractions) {
        super(console);
        this.extractions = extractions;
    }

    @Override
    protected void run() throws Exception {
        DemoSettings settings = settings(() -> new DemoSettings(speakers, clipsPerSpeaker));
        ExperimentRecipe effective = recipe.read();
        console.complain(DemoCorpus.NOTE);
        DemoDirectory directory = DemoDirectory.begin(out, settings, recipe.seed(), resume);
        ExperimentResults results = resumable(out, () -> results(directory, settings, effective));
        new ExperimentTables(results).print(console.out());
        console.out().println();
        TextTable.ofPairs()
                .row("report", ReportCommand.write(results, directory.run()).toString())
                .row("voices to listen to", directory.examples().toString())
                .print(console.out());
        console.out().println();
        console.out().println(DemoCorpus.NOTE);
    }

    private ExperimentResults results(DemoDirectory directory, DemoSettings settings, ExperimentRecipe effective)
            throws Exception {
        int workers = Runtime.getRuntime().availableProcessors();
        DemoCorpus demo = DemoCorpus.of(settings, recipe.seed());
        demo.writeExamples(directory.examples());
        if (!Files.exists(directory.corpus())) {
            extract(demo, directory.corpus(), workers);
        }
        try (var corpus = Corpus.open(directory.corpus());
                var progress = new ExperimentProgress(console)) {
            ExperimentResults results = new Experiment(corpus, effective, recipe.seed(), workers, progress)
                    .noting(List.of(DemoCorpus.NOTE))
                    .run(directory.run(), resume);
            progress.close();
            requireAll(progress.failed().size(), "trial");
            return results;
        }
    }

    private void extract(DemoCorpus demo, Path target, int workers) throws Exception {
        Map<String, String> description = new TreeMap<>(demo.description());
        description.put("recipe", EXTRACTOR.recipe().label());
        description.put("release", Undertone.Version.release());
        var work = new ExtractionSettings(target, Optional.empty(), Optional.empty(), workers, resume, description);
        try (var progress = console.progress("voices", -1, ProgressUnit.MEGABYTES)) {
            ExtractionReport report = Extraction.run(demo.recordings(), work, extractions, at -> {
                progress.remark(Durations.words(at.audioSeconds()) + " of audio");
                progress.reach(at.doneBytes(), at.totalBytes());
            });
            progress.close();
            requireAll(report.failures().size(), "recording");
        }
    }

    private void requireAll(int failed, String what) throws WorkFailedException {
        if (failed > 0) {
            throw new WorkFailedException(failed + " " + what + (failed == 1 ? "" : "s")
                    + " of the demonstration failed, which should not happen; please report it; what is finished is in "
                    + out);
        }
    }
}
