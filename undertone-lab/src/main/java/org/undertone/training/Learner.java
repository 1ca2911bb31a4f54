package org.undertone.training;

import org.undertone.network.Parameters;

/** What one worker does with a shard: loss and gradient. Each worker has its own; parameters are shared and only read. */
interface Learner extends AutoCloseable {

    /** Number of elements over which the loss of these items is a mean. */
    double weight(int[] items);

    /**
     * Adds the gradient of a shard's share of the loss.
     *
     * @param items clips of the shard
     * @param epoch number of the pass, from 0; with the item it fixes all that is random
     * @param totalWeight weight of the whole batch
     * @param gradients zero on entry
     * @return the shard's share of the loss
     */
    double learn(int[] items, int epoch, double totalWeight, Parameters gradients);

    @Override
    void close();
}
