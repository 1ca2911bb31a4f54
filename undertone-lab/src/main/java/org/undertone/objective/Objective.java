package org.undertone.objective;

import org.bytedeco.pytorch.Tensor;
import org.undertone.network.Network;
import org.undertone.network.NetworkSettings;

/**
 * A loss that is a mean over many elements, computed shard by shard.
 *
 * <p>A batch is cut into shards for the workers. Each shard contributes its sum divided by the weight of the whole
 * batch, so that losses and gradients of shards simply add up to those of the batch, however it was cut.
 */
public interface Objective {

    /**
     * Number of elements over which clips of these lengths would take the mean; known before any frame is read.
     *
     * @param steps of each clip
     */
    double weight(NetworkSettings network, int[] steps);

    /**
     * A shard's share of the loss.
     *
     * @param totalWeight sum of {@link #weight} over the shards of the batch, above 0
     * @return a scalar on the tape of the network
     */
    Tensor loss(Network network, ClipBatch shard, double totalWeight);

    /** The same number without a tape: for watching a loss on clips that are not trained on. */
    double watch(Network network, ClipBatch shard, double totalWeight);
}
