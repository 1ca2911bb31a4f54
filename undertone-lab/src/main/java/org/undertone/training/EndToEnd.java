package org.undertone.training;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.Emotion;
import org.undertone.corpus.Seed;
import org.undertone.features.Standardizer;
import org.undertone.network.EncoderSettings;
import org.undertone.network.HeadSettings;
import org.undertone.network.InitialWeights;
import org.undertone.network.Network;
import org.undertone.network.NetworkSettings;
import org.undertone.network.Parameters;
import org.undertone.network.Precision;
import org.undertone.network.RecurrentEngine;
import org.undertone.objective.ClipBatch;
import org.undertone.objective.IntensityRegression;

/**
 * The paper's baseline: encoder and head from random weights, all of it trained on the labelled clips alone. Runs on the
 * calling thread: trials run side by side instead.
 */
public final class EndToEnd implements AutoCloseable {

    private final Parameters parameters;
    private final Network network;
    private final ClipLoader loader;

    private EndToEnd(Parameters parameters, Network network, ClipLoader loader) {
        this.parameters = parameters;
        this.network = network;
        this.loader = loader;
    }

    /**
     * Trains on labelled clips.
     *
     * @param standardizer fitted on training clips, labelled or not: the same frames as the frozen encoder sees
     * @param seed of the initial weights, the order and the cuts
     */
    public static EndToEnd fit(
            Corpus corpus,
            int[] clips,
            Standardizer standardizer,
            EncoderSettings encoder,
            FineTuningSettings settings,
            long seed) {
        HeadSettings head = new HeadSettings(
                Emotion.values().length, settings.pooling(), settings.window().maximumSteps());
        NetworkSettings shape = NetworkSettings.of(encoder, head);
        Parameters parameters = Parameters.zeros(shape.layout(), Precision.SINGLE);
        InitialWeights.fill(parameters, Seed.derive(seed, "weights"));
        ClipLoader loader = new ClipLoader(corpus, standardizer, settings.window());
        Network network = Network.create(shape, parameters, RecurrentEngine.ONEDNN);
        SequenceLearner learner =
                new SequenceLearner(network, loader, new IntensityRegression(), true, Seed.derive(seed, "clips"));
        try (Workers workers = Workers.of(1);
                Trainer trainer = new Trainer(settings.trainer(), parameters, workers, worker -> learner, seed)) {
            trainer.fit(clips, TrainingListener.SILENT, (epoch, loss) -> {});
        }
        Network trained = Network.create(shape, parameters, RecurrentEngine.ONEDNN);
        return new EndToEnd(parameters, trained, loader.with(settings.window().forPrediction()));
    }

    /** Scores of clips: [clip][emotion]. */
    public double[][] scores(int[] clips) {
        List<double[]> scores = new ArrayList<>();
        for (int shard = 0; shard < Shards.count(clips.length); shard++) {
            int[] some = Shards.shard(clips, shard);
            try (PointerScope scope = new PointerScope()) {
                ClipBatch batch = loader.load(some, new long[some.length], false);
                Tensor values = network.predict(batch.frames(), batch.lengths()).contiguous();
                for (float[] row : Rows.of(values)) {
                    double[] wide = new double[row.length];
                    for (int i = 0; i < row.length; i++) {
                        wide[i] = row[i];
                    }
                    scores.add(wide);
                }
            }
        }
        return scores.toArray(double[][]::new);
    }

    @Override
    public void close() {
        network.close();
        parameters.close();
    }
}
