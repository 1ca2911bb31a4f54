package org.undertone.training;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.undertone.corpus.ClipWindow;
import org.undertone.corpus.Corpus;
import org.undertone.network.Network;
import org.undertone.network.NetworkSettings;
import org.undertone.network.Parameters;
import org.undertone.network.Pooling;
import org.undertone.network.Precision;
import org.undertone.network.RecurrentEngine;
import org.undertone.objective.ClipBatch;

/** An encoder that no longer changes: turns clips into pooled vectors, once. */
public final class FrozenEncoder implements AutoCloseable {

    private final Parameters parameters;
    private final List<Network> networks;
    private final ClipLoader loader;
    private final Pooling pooling;
    private final Workers workers;

    private FrozenEncoder(
            Parameters parameters, List<Network> networks, ClipLoader loader, Pooling pooling, Workers workers) {
        this.parameters = parameters;
        this.networks = networks;
        this.loader = loader;
        this.pooling = pooling;
        this.workers = workers;
    }

    /** An encoder over a corpus, run by workers that stay the caller's. */
    public static FrozenEncoder create(
            PretrainedWeights weights, Corpus corpus, ClipWindow window, Pooling pooling, Workers workers) {
        NetworkSettings settings = NetworkSettings.of(weights.encoder());
        Parameters parameters = Parameters.zeros(settings.layout(), Precision.SINGLE);
        weights.copyTo(parameters);
        List<Network> networks = IntStream.range(0, workers.count())
                .mapToObj(worker -> Network.create(settings, parameters, RecurrentEngine.ONEDNN))
                .toList();
        ClipLoader loader = new ClipLoader(corpus, weights.standardizer(), window.forPrediction());
        return new FrozenEncoder(parameters, networks, loader, pooling, workers);
    }

    /** Pooled vectors of clips: [clip][width]. */
    public float[][] pool(int[] clips) {
        float[][] pooled = new float[clips.length][];
        workers.each(Shards.count(clips.length), (worker, number) -> {
            float[][] rows = pool(networks.get(worker), Shards.shard(clips, number));
            System.arraycopy(rows, 0, pooled, number * TrainerSettings.SHARD_CLIPS, rows.length);
        });
        return pooled;
    }

    private float[][] pool(Network network, int[] shard) {
        try (PointerScope scope = new PointerScope()) {
            ClipBatch batch = loader.load(shard, new long[shard.length], false);
            Tensor outputs = network.outputs(batch.frames(), batch.lengths());
            Tensor rows = pooling.pool(outputs, batch.lengths(), loader.window().maximumSteps())
                    .contiguous();
            return Rows.of(rows);
        }
    }

    @Override
    public void close() {
        networks.forEach(Network::close);
        parameters.close();
    }
}
