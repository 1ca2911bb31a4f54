package org.undertone.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.undertone.experiment.ExperimentResults;
import org.undertone.experiment.Summary;
import org.undertone.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code undertone report}: the figures and the page of a run that is finished. */
@Command(
        name = "report",
        description = "Write figures and one self-contained page of a finished run, over those that are there.",
        footer = "  undertone report run")
final class ReportCommand extends Subcommand {
    private static final String PAGE = "report.html";

    @Parameters(paramLabel = "RUN", description = "The directory of the run.")
    private Path run;

    ReportCommand(Console console) {
        super(console);
    }

    @Override
    protected void run() throws IOException {
        console.out().println(write(Summary.read(run), run));
    }

    /** Writes the report and returns the path of its page. */
    static Path write(ExperimentResults results, Path run) throws IOException {
        Report.write(results, run);
        return run.resolve(PAGE);
    }
}
