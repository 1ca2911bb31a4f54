package org.undertone.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.undertone.corpus.Seed;
import org.undertone.corpus.Shuffle;
import org.undertone.network.Parameters;

/**
 * The one loop, for pre-training and fine-tuning alike: shuffle, cut into batches, cut batches into shards, let workers
 * find gradients, add them up in the order of the shards, step.
 */
final class Trainer implements AutoCloseable {

    private final TrainerSettings settings;
    private final Adam adam;
    private final TrainingStep step;
    private final List<Learner> learners = new ArrayList<>();
    private final long seed;
    private int epoch;

    Trainer(TrainerSettings settings, Parameters parameters, Workers workers, IntFunction<Learner> learner, long seed) {
        this.settings = settings;
        this.seed = seed;
        adam = new Adam(settings.adam(), parameters.layout(), parameters.precision());
        step = new TrainingStep(parameters, adam, workers);
        for (int worker = 0; worker < workers.count(); worker++) {
            learners.add(learner.apply(worker));
        }
    }

    /** Trains from wherever the state is to the end. */
    void fit(int[] items, TrainingListener listener, EpochEnd epochEnd) {
        long total = settings.steps(items.length);
        while (epoch < settings.epochs() && adam.steps() < total) {
            double loss = oneEpoch(items, total, listener);
            epoch++;
            epochEnd.ended(epoch, loss);
        }
    }

    private double oneEpoch(int[] items, long total, TrainingListener listener) {
        int[] order = items.clone();
        new Shuffle(Seed.derive(seed, "order", epoch)).apply(order);
        double sum = 0;
        int batches = 0;
        for (int first = 0; first < order.length && adam.steps() < total; first += settings.batchClips()) {
            int[] batch = Arrays.copyOfRange(order, first, Math.min(order.length, first + settings.batchClips()));
            double loss = step(batch);
            if (!Double.isFinite(loss)) {
                throw new ArithmeticException("the loss became " + loss + " in step " + adam.steps()
                        + "; lower the learning rate (" + settings.adam().learningRate() + ")");
            }
            sum += loss;
            batches++;
            listener.step(adam.steps(), total, loss);
        }
        return sum / batches;
    }

    private double step(int[] batch) {
        double weight = learners.get(0).weight(batch);
        return step.run(Shards.count(batch.length), (worker, shard, gradients) -> learners.get(worker)
                .learn(Shards.shard(batch, shard), epoch, weight, gradients));
    }

    Adam adam() {
        return adam;
    }

    int epoch() {
        return epoch;
    }

    /** Goes on behind so many whole epochs; parameters and Adam are restored by the caller. */
    void resumeAt(int epochs) {
        epoch = epochs;
    }

    @Override
    public void close() {
        learners.forEach(Learner::close);
        step.close();
        adam.close();
    }

    /** Hears that an epoch ended, before the next begins. */
    @FunctionalInterface
    interface EpochEnd {
        void ended(int epochs, double meanLoss);
    }
}
