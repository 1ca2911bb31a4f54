package org.undertone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.undertone.corpus.CsdImport;
import org.undertone.corpus.ImportReport;
import org.undertone.corpus.ImportSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code undertone import}: computational sequences into a corpus directory. */
@Command(
        name = "import",
        description = "Make a corpus of acoustic features and emotion labels, as CMU-MOSEI publishes them.",
        footer = {
            "  undertone import --acoustic COVAREP.csd --labels Labels.csd \\",
            "      --groups speakers.csv --out corpus"
        })
final class ImportCommand extends Subcommand {
    @Option(
            names = "--acoustic",
            required = true,
            paramLabel = "A.csd",
            description = "Acoustic features: 74 COVAREP values every 10 ms.")
    private Path acoustic;

    @Option(names = "--labels", required = true, paramLabel = "L.csd", description = "Emotion labels of the segments.")
    private Path labels;

    @Option(
            names = "--groups",
            paramLabel = "G.csv",
            description = "Who speaks in a video: a table video,group. Default: each video is a group of its own.")
    private Path groups;

    @Option(
            names = "--folds",
            paramLabel = "F.csv",
            description = "The fold of a video: a table video,fold. Default: no folds.")
    private Path folds;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "CORPUS",
            description = "The directory to make; it must not exist yet, or be empty.")
    private Path out;

    ImportCommand(Console console) {
        super(console);
    }

    @Override
    protected void run() throws IOException {
        var settings = settings(() ->
                new ImportSettings(acoustic, labels, Optional.ofNullable(groups), Optional.ofNullable(folds), out));
        ImportReport report;
        try (var progress = console.progress("import", -1, ProgressUnit.MEGABYTES)) {
            report = CsdImport.run(settings, progress::reach);
        }
        report.sentences().forEach(console.out()::println);
    }
}
