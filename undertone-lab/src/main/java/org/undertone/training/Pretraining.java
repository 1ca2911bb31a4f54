package org.undertone.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.undertone.corpus.ClipSource;
import org.undertone.corpus.Seed;
import org.undertone.features.Standardizer;
import org.undertone.network.InitialWeights;
import org.undertone.network.Network;
import org.undertone.network.NetworkSettings;
import org.undertone.network.Parameters;
import org.undertone.network.Precision;
import org.undertone.objective.MaskedSpan;

/**
 * Pre-training without labels: an encoder learns to restore hidden spans of the clips it is given.
 *
 * <p>With a checkpoint it can be killed at any moment: started again, it goes on from the last whole epoch and ends with
 * the same weights, bit for bit.
 */
public final class Pretraining {

    private static final String CHECKPOINT = "checkpoint.safetensors";

    private final PretrainingSettings settings;
    private final ClipSource corpus;
    private final Standardizer standardizer;
    private final long seed;
    private final HeldOutClips clips;
    private final NetworkSettings network;
    private final MaskedSpan objective;

    /**
     * Pre-training on clips of a corpus.
     *
     * @param clips training clips; labels are not looked at
     * @param standardizer fitted on training clips
     * @param seed of the held-out groups, initial weights, order, cuts and hidden spans
     */
    public Pretraining(
            PretrainingSettings settings, ClipSource corpus, int[] clips, Standardizer standardizer, long seed) {
        this.settings = settings;
        this.corpus = corpus;
        this.standardizer = standardizer;
        this.seed = seed;
        this.clips = HeldOutClips.of(corpus, clips, settings.heldOutShare(), Seed.derive(seed, "held-out groups"));
        this.network = NetworkSettings.of(settings.encoder(corpus.columns()));
        this.objective = new MaskedSpan(settings.span());
    }

    /** Runs to the end without a checkpoint. */
    public PretrainedWeights run(Workers workers, TrainingListener listener) throws IOException {
        return run(Optional.empty(), workers, listener);
    }

    /**
     * Runs to the end, keeping a checkpoint after each epoch and going on from one that is there.
     *
     * @param directory where the checkpoint is kept; {@link #forget} removes it once the result is safe
     */
    public PretrainedWeights run(Path directory, Workers workers, TrainingListener listener) throws IOException {
        return run(Optional.of(checkpoint(directory)), workers, listener);
    }

    /** Removes a checkpoint that is no longer needed. */
    public void forget(Path directory) throws IOException {
        checkpoint(directory).delete();
    }

    /** Everything that decides the result, as one short text. */
    public String fingerprint() {
        return Long.toHexString(Seed.derive(
                seed,
                settings.toString(),
                corpus.hash(),
                Arrays.toString(clips.fitted()),
                Arrays.toString(clips.watched()),
                Arrays.toString(standardizer.mean()),
                Arrays.toString(standardizer.standardDeviation())));
    }

    private PretrainedWeights run(Optional<Checkpoint> checkpoint, Workers workers, TrainingListener listener)
            throws IOException {
        List<SequenceLearner> learners = new ArrayList<>();
        try (Parameters parameters = Parameters.zeros(network.layout(), Precision.SINGLE)) {
            for (int worker = 0; worker < workers.count(); worker++) {
                learners.add(learner(parameters));
            }
            InitialWeights.fill(parameters, Seed.derive(seed, "weights"));
            try (Trainer trainer = new Trainer(settings.trainer(), parameters, workers, learners::get, seed)) {
                LossHistory[] history = {new LossHistory(List.of())};
                if (checkpoint.isPresent() && checkpoint.get().exists()) {
                    history[0] = checkpoint.get().restore(parameters, trainer);
                }
                trainer.fit(clips.fitted(), listener, (epoch, loss) -> {
                    double heldOut = watch(learners, workers);
                    history[0] = history[0].and(new LossHistory.Epoch(loss, heldOut));
                    checkpoint.ifPresent(file -> save(file, parameters, trainer, history[0]));
                    listener.epoch(epoch, loss, heldOut);
                });
                return PretrainedWeights.of(network.encoder(), parameters, standardizer, history[0]);
            }
        }
    }

    private SequenceLearner learner(Parameters parameters) {
        return new SequenceLearner(
                Network.create(network, parameters, settings.engine()),
                new ClipLoader(corpus, standardizer, settings.window()),
                objective,
                false,
                Seed.derive(seed, "clips"));
    }

    /** Mean loss over the watched clips, with the same cuts and spans each time; NaN where there are none. */
    private double watch(List<SequenceLearner> learners, Workers workers) {
        int[] watched = clips.watched();
        if (watched.length == 0) {
            return Double.NaN;
        }
        double weight = learners.get(0).weight(watched);
        double[] losses = new double[Shards.count(watched.length)];
        workers.each(
                losses.length,
                (worker, shard) -> losses[shard] = learners.get(worker).watch(Shards.shard(watched, shard), weight));
        return Arrays.stream(losses).sum();
    }

    private Checkpoint checkpoint(Path directory) {
        return new Checkpoint(directory.resolve(CHECKPOINT), fingerprint());
    }

    private static void save(Checkpoint file, Parameters parameters, Trainer trainer, LossHistory history) {
        try {
            file.write(parameters, trainer, history);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
