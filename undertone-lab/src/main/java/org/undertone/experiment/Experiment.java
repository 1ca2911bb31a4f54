package org.undertone.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.JoinedCorpora;
import org.undertone.corpus.Seed;
import org.undertone.features.Standardizer;
import org.undertone.training.PretrainedWeights;
import org.undertone.training.Pretraining;
import org.undertone.training.StandardizerFit;
import org.undertone.training.Workers;

/**
 * An experiment: for each fold an encoder is pre-trained once, then every method is given every budget of labels as often
 * as there are repeats.
 *
 * <p>Everything that is finished is on disk at once. Killed and begun again with {@code resume}, a run does what is
 * missing and ends in the same summary as one that was never stopped.
 */
public final class Experiment {

    private final Corpus corpus;
    private final List<Corpus> unlabelled;
    private final List<String> notes;
    private final ExperimentRecipe recipe;
    private final long seed;
    private final int workers;
    private final ExperimentListener listener;

    /**
     * An experiment on a corpus.
     *
     * @param workers trials that run side by side, and threads of pre-training; the results do not depend on it
     */
    public Experiment(Corpus corpus, ExperimentRecipe recipe, long seed, int workers, ExperimentListener listener) {
        this(corpus, List.of(), List.of(), recipe, seed, workers, listener);
    }

    private Experiment(
            Corpus corpus,
            List<Corpus> unlabelled,
            List<String> notes,
            ExperimentRecipe recipe,
            long seed,
            int workers,
            ExperimentListener listener) {
        this.corpus = corpus;
        this.unlabelled = List.copyOf(unlabelled);
        this.notes = List.copyOf(notes);
        this.recipe = recipe;
        this.seed = seed;
        this.workers = workers;
        this.listener = listener;
    }

    /** The same experiment, its encoders pre-trained on all clips of more corpora besides. */
    public Experiment pretrainedAlsoOn(List<Corpus> more) {
        return new Experiment(corpus, more, notes, recipe, seed, workers, listener);
    }

    /** The same experiment, whose report begins with sentences that its reader must know. */
    public Experiment noting(List<String> sentences) {
        return new Experiment(corpus, unlabelled, sentences, recipe, seed, workers, listener);
    }

    /**
     * Runs to the end.
     *
     * @param directory of the run
     * @param resume whether to go on with a run that is there
     * @return what came out
     */
    public ExperimentResults run(Path directory, boolean resume) throws IOException {
        ExperimentPlan plan = ExperimentPlan.of(corpus, recipe, seed);
        Provenance provenance = provenance()
                .with(Provenance.TRIALS, Integer.toString(plan.keys().size()));
        RunDirectory run = RunDirectory.begin(directory, recipe, provenance, resume);
        plan.budgets().message().ifPresent(listener::message);
        try (Workers pool = Workers.of(workers);
                TrialStore store = TrialStore.open(directory)) {
            for (int fold = 0; fold < plan.splits().size(); fold++) {
                FoldData.Fold one = new FoldData.Fold(fold, plan.splits().get(fold));
                oneFold(run, store, pool, one, plan.keys());
            }
        }
        return Summary.write(run, corpus, plan, notes, seed);
    }

    private void oneFold(RunDirectory run, TrialStore store, Workers pool, FoldData.Fold fold, List<TrialKey> keys)
            throws IOException {
        List<TrialKey> missing = keys.stream()
                .filter(key -> key.fold() == fold.number() && !store.done(key))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        PretrainedWeights encoder = encoder(run, pool, fold);
        FoldData data = new FoldData(corpus, recipe, fold, encoder, pool, seed);
        listener.preparing(fold.number(), recipe.protocol().folds());
        for (String method : recipe.methods()) {
            if (missing.stream().anyMatch(key -> key.method().equals(method))) {
                Methods.require(method).prepare(data);
            }
        }
        new TrialRunner(store, data, seed, keys, listener)
                .run(missing, workers, FoldData.labelledOf(corpus, fold.split().training()));
    }

    private PretrainedWeights encoder(RunDirectory run, Workers pool, FoldData.Fold fold) throws IOException {
        Path directory = run.encoder(fold.number());
        if (EncoderStore.exists(directory)) {
            return EncoderStore.read(directory);
        }
        JoinedCorpora all = JoinedCorpora.of(corpus, unlabelled);
        int[] clips = IntStream.concat(
                        IntStream.of(fold.split().training()), IntStream.range(corpus.size(), all.size()))
                .toArray();
        Standardizer standardizer = StandardizerFit.fit(all, clips, recipe.standardizer());
        long encoderSeed = Seed.derive(seed, "encoder", fold.number());
        if (!recipe.methods().contains("pretrained")) {
            return PretrainedWeights.untrained(
                    recipe.pretraining().encoder(corpus.columns()), standardizer, encoderSeed);
        }
        Path training = Files.createDirectories(run.training(fold.number()));
        Pretraining pretraining = new Pretraining(recipe.pretraining(), all, clips, standardizer, encoderSeed);
        PretrainedWeights weights = pretraining.run(
                training,
                pool,
                listener.pretraining(fold.number(), recipe.protocol().folds()));
        EncoderStore.write(
                directory,
                weights,
                corpus.frameRate(),
                provenance()
                        .with("encoder seed", Long.toString(encoderSeed))
                        .with("recipe", RecipeReader.write(recipe))
                        .json());
        pretraining.forget(training);
        Files.delete(training);
        return weights;
    }

    private Provenance provenance() {
        Provenance provenance = Provenance.of(corpus, seed);
        for (int i = 0; i < unlabelled.size(); i++) {
            provenance = provenance.with(
                    RunDirectory.PRETRAINING + (i + 1), unlabelled.get(i).hash());
        }
        return provenance;
    }
}
