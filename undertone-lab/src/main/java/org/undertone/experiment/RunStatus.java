package org.undertone.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far a run has come. Reading it disturbs no run that is going on.
 *
 * @param recipe effective recipe
 * @param provenance names and values, in order
 * @param done trials that succeeded
 * @param total trials of the whole run; empty where the run does not say
 * @param failed names of the trials that failed and were not run again since
 * @param results what came out, of a run that is finished
 */
public record RunStatus(
        ExperimentRecipe recipe,
        Map<String, String> provenance,
        int done,
        OptionalInt total,
        List<String> failed,
        Optional<ExperimentResults> results) {

    /** Whether a directory looks like that of a run. */
    public static boolean recognises(Path directory) {
        return RunDirectory.holdsRun(directory);
    }

    /** Reads a run directory. */
    public static RunStatus read(Path directory) throws IOException {
        RunDirectory run = RunDirectory.open(directory);
        Map<String, String> provenance = run.provenance().values();
        Map<TrialKey, Trial> trials = TrialStore.peek(directory);
        List<String> failed = trials.values().stream()
                .filter(trial -> trial.failure().isPresent())
                .map(trial -> trial.key().name())
                .toList();
        String total = provenance.getOrDefault(Provenance.TRIALS, "");
        return new RunStatus(
                run.recipe(),
                provenance,
                trials.size() - failed.size(),
                total.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(total)) : OptionalInt.empty(),
                failed,
                run.finished() ? Optional.of(Summary.read(directory)) : Optional.empty());
    }
}
