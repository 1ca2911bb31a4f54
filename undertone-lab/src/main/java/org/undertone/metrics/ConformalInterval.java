package org.undertone.metrics;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Half the width of an interval around a prediction that holds the label of a share of clips like those it was measured on,
 * whatever the predictor: split conformal prediction with absolute residuals (Vovk, Gammerman and Shafer, "Algorithmic
 * learning in a random world", 2005; Lei et al., JASA 113, 2018, algorithm 2).
 */
public final class ConformalInterval {
    private ConformalInterval() {}

    /**
     * The ceil((n + 1) coverage)-th smallest of n absolute residuals.
     *
     * @param predictions of clips that the predictor did not learn from, finite
     * @param labels of the same clips
     * @param coverage share of clips whose label is to lie in the interval, in (0, 1)
     * @return empty where there are too few clips for that share
     */
    public static OptionalDouble halfWidth(double[] predictions, double[] labels, double coverage) {
        if (predictions.length != labels.length) {
            throw new IllegalArgumentException("there must be a label for each of " + predictions.length
                    + " predictions but there are " + labels.length);
        }
        if (!(coverage > 0 && coverage < 1)) {
            throw new IllegalArgumentException("coverage must lie in (0, 1) but is " + coverage);
        }
        int count = predictions.length;
        int rank = (int) Math.ceil((count + 1) * coverage);
        if (rank > count) {
            return OptionalDouble.empty();
        }
        var residuals = new double[count];
        for (int clip = 0; clip < count; clip++) {
            residuals[clip] = Math.abs(labels[clip] - predictions[clip]);
        }
        Arrays.sort(residuals);
        return OptionalDouble.of(residuals[rank - 1]);
    }
}
