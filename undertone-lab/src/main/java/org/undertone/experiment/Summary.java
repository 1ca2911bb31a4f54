package org.undertone.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.undertone.corpus.Corpus;
import org.undertone.metrics.Scores;
import org.undertone.training.LossHistory;

/** From finished trials to results: everything that is computed after the last trial, and its files. */
public final class Summary {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final RunDirectory run;
    private final Corpus corpus;
    private final ExperimentPlan plan;
    private final List<String> notes;
    private final long seed;

    private Summary(RunDirectory run, Corpus corpus, ExperimentPlan plan, List<String> notes, long seed) {
        this.run = run;
        this.corpus = corpus;
        this.plan = plan;
        this.notes = notes;
        this.seed = seed;
    }

    /** Reads the results of a finished run. */
    public static ExperimentResults read(Path directory) throws IOException {
        RunDirectory run = RunDirectory.open(directory);
        try {
            return JSON.readValue(run.results(), ExperimentResults.class);
        } catch (JsonProcessingException e) {
            throw new org.undertone.storage.FileFormatException(
                    directory.resolve("results.json"),
                    "contents",
                    "not the results of a run; make them again by: experiment ... --resume",
                    e);
        }
    }

    static ExperimentResults write(RunDirectory run, Corpus corpus, ExperimentPlan plan, List<String> notes, long seed)
            throws IOException {
        ExperimentResults results = new Summary(run, corpus, plan, notes, seed).compute();
        run.writeSummary(SummaryTable.csv(results));
        run.writeResults(JSON.writeValueAsString(results));
        return results;
    }

    private ExperimentResults compute() throws IOException {
        ExperimentRecipe recipe = run.recipe();
        ScoreTable table = new ScoreTable();
        List<String> messages = new ArrayList<>(notes);
        plan.budgets().message().ifPresent(messages::add);
        try (TrialStore store = TrialStore.open(run.path())) {
            PooledTrial pooled = new PooledTrial(corpus, plan.splits(), store, seed);
            Set<TrialKey> cells = new LinkedHashSet<>();
            plan.keys().forEach(key -> cells.add(new TrialKey(key.method(), key.budget(), key.all(), key.repeat(), 0)));
            for (TrialKey cell : cells) {
                Optional<Scores> scores = pooled.scores(cell.method(), cell.budget(), cell.all(), cell.repeat());
                table.put(cell.method(), cell.budget(), cell.repeat(), scores);
            }
            store.trials().values().stream()
                    .filter(trial -> trial.failure().isPresent())
                    .forEach(trial -> messages.add("Trial " + trial.key().name() + " failed: "
                            + trial.failure().get()));
        }
        List<ExperimentResults.Method> methods = Methods.descriptions().stream()
                .filter(method -> recipe.methods().contains(method.id()))
                .toList();
        List<Integer> budgets = Stream.concat(plan.budgets().budgets().stream(), plan.budgets().allLabels().stream())
                .toList();
        List<ExperimentResults.Cell> cells = table.cells(methods, budgets, recipe.repeats());
        Comparisons comparisons = new Comparisons(methods, budgets, table, recipe.repeats());
        messages.addAll(LabelCounts.remarks(corpus, plan.splits()));
        return new ExperimentResults(
                methods,
                ScoreTable.metrics(),
                PooledTrial.EMOTIONS,
                budgets,
                plan.budgets().allLabels(),
                recipe.repeats(),
                recipe.protocol().toString(),
                cells,
                comparisons.tests(),
                comparisons.efficiencies(plan.budgets().budgets(), seed),
                LabelCounts.of(corpus),
                Table1.of(cells, methods, budgets),
                losses(),
                messages,
                provenance(),
                run.recipeText());
    }

    private Map<String, String> provenance() throws IOException {
        return run.provenance().values();
    }

    private List<ExperimentResults.LossCurve> losses() throws IOException {
        List<ExperimentResults.LossCurve> curves = new ArrayList<>();
        for (int fold = 0; fold < plan.splits().size(); fold++) {
            Path directory = run.encoder(fold);
            if (EncoderStore.exists(directory)) {
                LossHistory losses = EncoderStore.read(directory).losses();
                String name = plan.splits().size() == 1
                        ? "encoder"
                        : "fold " + (fold + 1) + " of " + plan.splits().size();
                curves.add(new ExperimentResults.LossCurve(
                        name,
                        losses.epochs().stream()
                                .map(LossHistory.Epoch::training)
                                .toList(),
                        losses.epochs().stream()
                                .map(epoch -> Double.isNaN(epoch.heldOut())
                                        ? java.util.OptionalDouble.empty()
                                        : java.util.OptionalDouble.of(epoch.heldOut()))
                                .toList()));
            }
        }
        return curves;
    }
}
