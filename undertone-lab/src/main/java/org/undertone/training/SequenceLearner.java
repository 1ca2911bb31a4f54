package org.undertone.training;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.undertone.corpus.Seed;
import org.undertone.network.Network;
import org.undertone.network.Parameters;
import org.undertone.objective.ClipBatch;
import org.undertone.objective.Objective;

/** Learns with a whole network from clips of a corpus. */
final class SequenceLearner implements Learner {

    private final Network network;
    private final ClipLoader loader;
    private final Objective objective;
    private final boolean labels;
    private final long seed;

    SequenceLearner(Network network, ClipLoader loader, Objective objective, boolean labels, long seed) {
        this.network = network;
        this.loader = loader;
        this.objective = objective;
        this.labels = labels;
        this.seed = seed;
    }

    @Override
    public double weight(int[] clips) {
        return objective.weight(network.settings(), loader.steps(clips));
    }

    @Override
    public double learn(int[] clips, int epoch, double totalWeight, Parameters gradients) {
        try (PointerScope scope = new PointerScope()) {
            ClipBatch batch = loader.load(clips, seeds(clips, epoch), labels);
            Tensor loss = objective.loss(network, batch, totalWeight);
            double value = loss.item_double();
            network.backward(loss, gradients);
            return value;
        }
    }

    /** Loss on clips that are not trained on, with the same hidden spans at every call. */
    double watch(int[] clips, double totalWeight) {
        try (PointerScope scope = new PointerScope()) {
            double value = objective.watch(network, loader.load(clips, seeds(clips, -1), labels), totalWeight);
            return value;
        }
    }

    private long[] seeds(int[] clips, int epoch) {
        long[] seeds = new long[clips.length];
        for (int i = 0; i < seeds.length; i++) {
            seeds[i] = Seed.derive(seed, "clip", epoch, clips[i]);
        }
        return seeds;
    }

    @Override
    public void close() {
        network.close();
    }
}
