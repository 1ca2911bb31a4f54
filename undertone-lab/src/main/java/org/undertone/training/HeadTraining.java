package org.undertone.training;

import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.undertone.corpus.Seed;
import org.undertone.network.InitialWeights;
import org.undertone.network.ParameterLayout;
import org.undertone.network.Parameters;
import org.undertone.network.Precision;

/**
 * Fine-tuning as the paper has it: the encoder is frozen, so its pooled outputs are computed once, and one dense layer is
 * trained on them by Adam on the mean squared error.
 */
public final class HeadTraining {

    private static final String WEIGHT = "head.weight";
    private static final String BIAS = "head.bias";

    private HeadTraining() {}

    /**
     * Trains a head.
     *
     * @param pooled frozen vectors of the labelled clips [clip][input]
     * @param labels [clip][emotion]
     * @param seed of the initial weights and the order
     */
    public static HeadWeights fit(float[][] pooled, double[][] labels, TrainerSettings settings, long seed) {
        if (pooled.length == 0 || pooled.length != labels.length) {
            throw new IllegalArgumentException(
                    "a head is trained on as many vectors as labels, 1 or more, but there are " + pooled.length
                            + " and " + labels.length);
        }
        ParameterLayout layout = ParameterLayout.builder()
                .add(WEIGHT, labels[0].length, pooled[0].length)
                .add(BIAS, labels[0].length)
                .build();
        try (Workers workers = Workers.of(1);
                Parameters parameters = Parameters.zeros(layout, Precision.SINGLE)) {
            InitialWeights.fill(parameters, Seed.derive(seed, "weights"));
            HeadLearner learner = new HeadLearner(parameters, pooled, labels);
            try (Trainer trainer = new Trainer(settings, parameters, workers, worker -> learner, seed)) {
                int[] items = IntStream.range(0, pooled.length).toArray();
                trainer.fit(items, TrainingListener.SILENT, (epoch, loss) -> {});
            }
            return new HeadWeights(parameters.values(WEIGHT), parameters.values(BIAS));
        }
    }

    private static final class HeadLearner implements Learner {
        private final Parameters parameters;
        private final float[][] pooled;
        private final double[][] labels;

        HeadLearner(Parameters parameters, float[][] pooled, double[][] labels) {
            this.parameters = parameters;
            this.pooled = pooled;
            this.labels = labels;
        }

        @Override
        public double weight(int[] items) {
            return (double) items.length * labels[0].length;
        }

        @Override
        public double learn(int[] items, int epoch, double totalWeight, Parameters gradients) {
            try (PointerScope scope = new PointerScope()) {
                Tensor x = torch.empty(items.length, pooled[0].length);
                Tensor y = torch.empty(items.length, labels[0].length);
                fill(items, x, y);
                Tensor weight = parameters.view(WEIGHT).detach().requires_grad_(true);
                Tensor bias = parameters.view(BIAS).detach().requires_grad_(true);
                Tensor error = torch.linear(x, weight, new TensorOptional(bias)).sub(y);
                Tensor loss = error.square().sum().div(new Scalar(totalWeight));
                loss.backward(new Tensor(), new BoolOptional(), false, new TensorArrayRefOptional());
                gradients.view(WEIGHT).add_(weight.grad());
                gradients.view(BIAS).add_(bias.grad());
                return loss.item_double();
            }
        }

        private void fill(int[] items, Tensor x, Tensor y) {
            float[] inputs = new float[items.length * pooled[0].length];
            float[] targets = new float[items.length * labels[0].length];
            for (int i = 0; i < items.length; i++) {
                System.arraycopy(pooled[items[i]], 0, inputs, i * pooled[0].length, pooled[0].length);
                for (int emotion = 0; emotion < labels[0].length; emotion++) {
                    targets[i * labels[0].length + emotion] = (float) labels[items[i]][emotion];
                }
            }
            x.data_ptr_float().put(inputs);
            y.data_ptr_float().put(targets);
        }

        @Override
        public void close() {
            // Holds nothing of its own: parameters belong to the caller.
        }
    }
}
