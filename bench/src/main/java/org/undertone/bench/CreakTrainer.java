package org.undertone.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.undertone.features.creak.CreakFeatures;
import org.undertone.features.creak.CreakNetwork;

/**
 * Trains a creak network: cross-entropy against the original's posteriors, Adam (Kingma and Ba, ICLR 2015), batches of whole
 * utterances, a learning rate that falls to 0 along a cosine. Same examples and seed: same network.
 */
final class CreakTrainer {
    static final int UNITS = 32;
    static final int EPOCHS = 40;
    static final double LEARNING_RATE = 0.01;
    static final double WEIGHT_DECAY = 1e-4;
    static final int UTTERANCES_PER_BATCH = 8;

    private static final int FEATURES = CreakFeatures.COLUMNS;
    private static final int HIDDEN_BIAS = FEATURES * UNITS;
    private static final int OUTPUT = HIDDEN_BIAS + UNITS;
    private static final int OUTPUT_BIAS = OUTPUT + UNITS;
    private static final int PARAMETERS = OUTPUT_BIAS + 1;
    private static final double LEAST_PROBABILITY = 1e-7;

    private final List<double[][]> inputs = new ArrayList<>();
    private final List<CreakExample> examples;
    private final double[] least = new double[FEATURES];
    private final double[] greatest = new double[FEATURES];
    private final double[] mean = new double[FEATURES];
    private final double[] deviation = new double[FEATURES];
    /** Weights from feature to unit {@code [feature][unit]}, biases, weights to the output, its bias. */
    private final double[] parameters = new double[PARAMETERS];

    private final double[] gradient = new double[PARAMETERS];
    private final double[] firstMoment = new double[PARAMETERS];
    private final double[] secondMoment = new double[PARAMETERS];
    private int steps;

    private CreakTrainer(List<CreakExample> examples) {
        this.examples = examples;
    }

    static CreakNetwork train(List<CreakExample> examples, long seed) {
        var trainer = new CreakTrainer(examples);
        trainer.standardize();
        trainer.run(new Random(seed));
        return trainer.network();
    }

    /** Ranges, means and deviations; what is not finite counts as the least value, as in the network. */
    private void standardize() {
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        examples.stream().flatMap(example -> Arrays.stream(example.features())).forEach(row -> {
            for (int k = 0; k < FEATURES; k++) {
                if (Double.isFinite(row[k])) {
                    least[k] = Math.min(least[k], row[k]);
                    greatest[k] = Math.max(greatest[k], row[k]);
                }
            }
        });
        for (int k = 0; k < FEATURES; k++) {
            // As they will be written.
            least[k] = (float) least[k];
            greatest[k] = (float) greatest[k];
            int feature = k;
            double[] column = examples.stream()
                    .flatMap(example -> Arrays.stream(example.features()))
                    .mapToDouble(row -> finite(row, feature))
                    .toArray();
            mean[k] = Arrays.stream(column).average().orElseThrow();
            double squares = Arrays.stream(column)
                    .map(value -> (value - mean[feature]) * (value - mean[feature]))
                    .average()
                    .orElseThrow();
            // F0mean has no differences: its two columns are 0 throughout.
            deviation[k] = squares > 0 ? Math.sqrt(squares) : 1;
        }
        for (CreakExample example : examples) {
            inputs.add(Arrays.stream(example.features())
                    .map(row -> {
                        var input = new double[FEATURES];
                        for (int k = 0; k < FEATURES; k++) {
                            input[k] = (finite(row, k) - mean[k]) / deviation[k];
                        }
                        return input;
                    })
                    .toArray(double[][]::new));
        }
    }

    private double finite(double[] row, int feature) {
        return Double.isFinite(row[feature]) ? row[feature] : least[feature];
    }

    private void run(Random random) {
        for (int i = 0; i < OUTPUT_BIAS; i++) {
            double scale = i < HIDDEN_BIAS ? 1 / Math.sqrt(FEATURES) : i < OUTPUT ? 0 : 1 / Math.sqrt(UNITS);
            parameters[i] = scale * random.nextGaussian();
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            order.add(i);
        }
        int batches = (order.size() + UTTERANCES_PER_BATCH - 1) / UTTERANCES_PER_BATCH;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            for (int from = 0; from < order.size(); from += UTTERANCES_PER_BATCH) {
                List<Integer> batch = order.subList(from, Math.min(order.size(), from + UTTERANCES_PER_BATCH));
                int frames =
                        batch.stream().mapToInt(i -> examples.get(i).last()).sum();
                Arrays.fill(gradient, 0);
                for (int i : batch) {
                    accumulate(inputs.get(i), examples.get(i), 1.0 / frames);
                }
                double progress = (double) steps / (EPOCHS * batches);
                step(LEARNING_RATE * (1 + Math.cos(Math.PI * progress)) / 2);
            }
        }
    }

    /** Adds the gradient of the cross-entropy between targets and means of neighbouring posteriors. */
    private void accumulate(double[][] rows, CreakExample example, double weight) {
        var hidden = new double[rows.length][UNITS];
        var posterior = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            posterior[i] = forward(rows[i], hidden[i]);
        }
        var outer = new double[rows.length];
        for (int frame = 1; frame <= example.last(); frame++) {
            double p = (posterior[frame - 1] + posterior[frame]) / 2;
            p = Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, p));
            double slope = weight * (p - example.targets()[frame]) / (p * (1 - p)) / 2;
            outer[frame - 1] += slope;
            outer[frame] += slope;
        }
        var inner = new double[UNITS];
        for (int i = 0; i < rows.length; i++) {
            double slope = outer[i] * posterior[i] * (1 - posterior[i]);
            gradient[OUTPUT_BIAS] += slope;
            for (int unit = 0; unit < UNITS; unit++) {
                double h = hidden[i][unit];
                gradient[OUTPUT + unit] += slope * h;
                inner[unit] = slope * parameters[OUTPUT + unit] * (1 - h * h);
                gradient[HIDDEN_BIAS + unit] += inner[unit];
            }
            for (int k = 0; k < FEATURES; k++) {
                double x = rows[i][k];
                int at = k * UNITS;
                for (int unit = 0; unit < UNITS; unit++) {
                    gradient[at + unit] += x * inner[unit];
                }
            }
        }
    }

    private double forward(double[] row, double[] hidden) {
        System.arraycopy(parameters, HIDDEN_BIAS, hidden, 0, UNITS);
        for (int k = 0; k < FEATURES; k++) {
            double x = row[k];
            int at = k * UNITS;
            for (int unit = 0; unit < UNITS; unit++) {
                hidden[unit] += x * parameters[at + unit];
            }
        }
        double sum = parameters[OUTPUT_BIAS];
        for (int unit = 0; unit < UNITS; unit++) {
            // tanh; much faster than the library's, and near enough.
            hidden[unit] = 1 - 2 / (Math.exp(2 * hidden[unit]) + 1);
            sum += parameters[OUTPUT + unit] * hidden[unit];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private void step(double rate) {
        steps++;
        double firstScale = 1 - Math.pow(0.9, steps);
        double secondScale = 1 - Math.pow(0.999, steps);
        for (int i = 0; i < PARAMETERS; i++) {
            double g = gradient[i] + WEIGHT_DECAY * parameters[i];
            firstMoment[i] += 0.1 * (g - firstMoment[i]);
            secondMoment[i] += 0.001 * (g * g - secondMoment[i]);
            parameters[i] -= rate * (firstMoment[i] / firstScale) / (Math.sqrt(secondMoment[i] / secondScale) + 1e-8);
        }
    }

    /** The same function of features scaled by their ranges, in single precision. */
    private CreakNetwork network() {
        var hidden = new double[UNITS][FEATURES];
        var bias = new double[UNITS];
        var output = new double[UNITS];
        for (int unit = 0; unit < UNITS; unit++) {
            double sum = parameters[HIDDEN_BIAS + unit];
            for (int k = 0; k < FEATURES; k++) {
                double weight = parameters[k * UNITS + unit] / deviation[k];
                hidden[unit][k] = (float) (weight * (greatest[k] - least[k]) / 2);
                sum += weight * ((greatest[k] + least[k]) / 2 - mean[k]);
            }
            bias[unit] = (float) sum;
            output[unit] = (float) parameters[OUTPUT + unit];
        }
        return new CreakNetwork(least, greatest, hidden, bias, output, (float) parameters[OUTPUT_BIAS]);
    }
}
