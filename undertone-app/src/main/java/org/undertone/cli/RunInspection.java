package org.undertone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.undertone.experiment.RecipeReader;
import org.undertone.experiment.RunStatus;

/** The directory of a run: how far it has come, what came out, its recipe, where it came from. */
final class RunInspection implements Inspection {
    @Override
    public String kind() {
        return "a run";
    }

    @Override
    public boolean recognises(Path path) {
        return RunStatus.recognises(path);
    }

    @Override
    public void print(Path path, PrintStream out) throws IOException {
        RunStatus run = RunStatus.read(path);
        List<String> failed = run.failed();
        out.println("run " + path);
        TextTable.ofPairs()
                .row("methods", String.join(" ", run.recipe().methods()))
                .row("protocol", run.recipe().protocol().toString())
                .row("repeats", Figures.count(run.recipe().repeats()))
                .row("trials", trials(run))
                .row("failed", failed.isEmpty() ? "none" : String.join(" ", failed))
                .row("state", run.results().isPresent() ? "finished" : "unfinished, --resume goes on with it")
                .print(out);
        run.results().ifPresent(results -> {
            out.println();
            new ExperimentTables(results).print(out);
        });
        out.println();
        out.println("provenance");
        var provenance = TextTable.ofPairs();
        run.provenance().forEach((name, value) -> provenance.row("  " + name, value));
        provenance.print(out);
        out.println();
        out.println("recipe");
        RecipeReader.write(run.recipe()).lines().forEach(line -> out.println("  " + line));
    }

    private static String trials(RunStatus run) {
        String done = Figures.count(run.done());
        return run.total().isPresent()
                ? done + " of " + Figures.count(run.total().getAsInt())
                : done;
    }
}
