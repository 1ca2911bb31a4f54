package org.undertone.features.creak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.undertone.features.source.Quirks;

/**
 * From the {@link CreakFeatures} of an instant to the posterior of creak: each feature scaled to [-1, 1] by its range, a
 * layer of tanh units, one logistic unit.
 *
 * @param least {@code [feature]}, scaled to -1; also what counts where a feature is not finite
 * @param greatest {@code [feature]}, scaled to 1
 * @param hidden {@code [unit][feature]}, weights of the scaled features
 * @param hiddenBias {@code [unit]}
 * @param output {@code [unit]}, weights of the units
 * @param outputBias of the logistic unit
 */
public record CreakNetwork(
        double[] least, double[] greatest, double[][] hidden, double[] hiddenBias, double[] output, double outputBias) {
    public CreakNetwork {
        int features = least.length;
        int units = hidden.length;
        if (units == 0 || features == 0 || greatest.length != features) {
            throw new IllegalArgumentException("a creak network needs units and features with both ends of their ranges"
                    + " but has " + units + " units, " + features + " least and " + greatest.length
                    + " greatest values");
        }
        if (hiddenBias.length != units || output.length != units) {
            throw new IllegalArgumentException("a creak network of " + units + " units needs as many biases and outputs"
                    + " but has " + hiddenBias.length + " and " + output.length);
        }
        for (double[] weights : hidden) {
            if (weights.length != features) {
                throw new IllegalArgumentException("a unit of a creak network of " + features
                        + " features needs as many weights but has " + weights.length);
            }
        }
        if (!finite(least, greatest, hiddenBias, output, new double[] {outputBias}) || !finite(hidden)) {
            throw new IllegalArgumentException("weights of a creak network must be finite but some are not");
        }
    }

    /**
     * Our network for features with or without the original's quirks, trained on the original's posteriors by {@code
     * bench/train-creak}.
     */
    public static CreakNetwork of(Quirks quirks) {
        return TrainedNetworks.of(quirks);
    }

    /**
     * The network of a file that MATLAB or a like program saved in version 5 to 7, such as the original's own {@code
     * system_net_creak.mat}, which its licence keeps from being part of this project: hidden weights {@code [unit][36]},
     * output weights, both biases, least and greatest values of the 36 features, wherever in the file they are.
     *
     * @throws org.undertone.storage.FileFormatException where the file is damaged or a part is missing, naming it
     */
    public static CreakNetwork readMatlab(Path file) throws IOException {
        return MatlabNetworkFile.read(file);
    }

    private static boolean finite(double[]... arrays) {
        return Arrays.stream(arrays).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }

    /** Number of features. */
    public int features() {
        return least.length;
    }

    /**
     * The posterior of creak, in [0, 1].
     *
     * @param row {@code [feature]}
     */
    public double posterior(double[] row) {
        if (row.length != features()) {
            throw new IllegalArgumentException("the network needs " + features() + " features but gets " + row.length);
        }
        var scaled = new double[row.length];
        for (int k = 0; k < row.length; k++) {
            // A range of no width: MATLAB's mapminmax would leave the value, which says nothing either way.
            double range = greatest[k] - least[k];
            scaled[k] = Double.isFinite(row[k]) && range > 0 ? 2 * (row[k] - least[k]) / range - 1 : -1;
        }
        double sum = outputBias;
        for (int unit = 0; unit < hidden.length; unit++) {
            double input = hiddenBias[unit];
            for (int k = 0; k < scaled.length; k++) {
                input += hidden[unit][k] * scaled[k];
            }
            sum += output[unit] * Math.tanh(input);
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** The posterior of each row, {@code [time]}. */
    public double[] posteriors(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(this::posterior).toArray();
    }
}
