package org.undertone.baseline;

import java.util.Arrays;

/** Predictions that look at no clip. A model that does not beat them has learned nothing. */
public enum Dummy {
    /** Nothing is ever felt. */
    ZEROS {
        @Override
        double constant(double[] sorted) {
            return 0;
        }
    },
    /** The median of the labels: the constant of the least mean absolute error. */
    MEDIAN {
        @Override
        double constant(double[] sorted) {
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    },
    /** The mean of the labels: the constant of the least squared error. */
    MEAN {
        @Override
        double constant(double[] sorted) {
            return Arrays.stream(sorted).sum() / sorted.length;
        }
    };

    abstract double constant(double[] sorted);

    /**
     * The prediction for every clip.
     *
     * @param labels of the labelled clips [clip][emotion], 1 clip or more
     * @return [emotion]
     */
    public double[] fit(double[][] labels) {
        if (labels.length == 0) {
            throw new IllegalArgumentException("a dummy is fitted on at least 1 labelled clip but there is none");
        }
        double[] constants = new double[labels[0].length];
        for (int emotion = 0; emotion < constants.length; emotion++) {
            int e = emotion;
            double[] sorted =
                    Arrays.stream(labels).mapToDouble(row -> row[e]).sorted().toArray();
            constants[emotion] = constant(sorted);
        }
        return constants;
    }
}
