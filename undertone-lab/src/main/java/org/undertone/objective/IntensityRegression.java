package org.undertone.objective;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.undertone.network.Network;
import org.undertone.network.NetworkSettings;

/**
 * Mean squared error between scores and labelled intensities, end to end through encoder, pooling and head (the paper,
 * section 3.3).
 */
public final class IntensityRegression implements Objective {

    @Override
    public double weight(NetworkSettings network, int[] steps) {
        return (double) steps.length * network.requireHead().emotions();
    }

    @Override
    public Tensor loss(Network network, ClipBatch shard, double totalWeight) {
        Tensor outputs = network.encode(shard.frames(), shard.lengths());
        Tensor scores = network.score(network.pool(outputs, shard.lengths()));
        return error(scores, shard, totalWeight);
    }

    @Override
    public double watch(Network network, ClipBatch shard, double totalWeight) {
        return error(network.predict(shard.frames(), shard.lengths()), shard, totalWeight)
                .item_double();
    }

    private static Tensor error(Tensor scores, ClipBatch shard, double totalWeight) {
        return scores.sub(shard.labels()).square().sum().div(new Scalar(totalWeight));
    }
}
