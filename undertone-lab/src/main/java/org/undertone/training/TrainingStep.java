package org.undertone.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.undertone.network.Parameters;

/**
 * One step of training: workers find the gradients of the shards, which are added up in the order of the shards, and Adam
 * moves the parameters. The sum does not depend on how many workers there are.
 */
public final class TrainingStep implements AutoCloseable {

    private final Parameters parameters;
    private final Adam adam;
    private final Workers workers;
    private final List<Parameters> gradients = new ArrayList<>();

    /** A step on parameters; all three stay the caller's. */
    public TrainingStep(Parameters parameters, Adam adam, Workers workers) {
        this.parameters = parameters;
        this.adam = adam;
        this.workers = workers;
    }

    /**
     * Takes the step.
     *
     * @param shards number of shards of the batch
     * @return loss of the batch
     */
    public double run(int shards, ShardGradient gradient) {
        while (gradients.size() < shards) {
            gradients.add(Parameters.zeros(parameters.layout(), parameters.precision()));
        }
        double[] losses = new double[shards];
        workers.each(shards, (worker, shard) -> {
            Parameters into = gradients.get(shard);
            into.flat().zero_();
            losses[shard] = gradient.add(worker, shard, into);
        });
        for (int shard = 1; shard < shards; shard++) {
            gradients.get(0).flat().add_(gradients.get(shard).flat());
        }
        adam.step(parameters, gradients.get(0));
        return Arrays.stream(losses).sum();
    }

    @Override
    public void close() {
        gradients.forEach(Parameters::close);
    }

    /** What one worker does with one shard. */
    @FunctionalInterface
    public interface ShardGradient {

        /**
         * Adds the gradient of a shard.
         *
         * @param into zero on entry
         * @return the shard's share of the loss
         */
        double add(int worker, int shard, Parameters into);
    }
}
