package org.undertone.metrics;

/**
 * What all metrics look at: one emotion's predictions and labels, both checked before.
 *
 * @param predictions [clip], finite, at least one
 * @param labels [clip], intensities
 * @param thresholds [clip]: a prediction of at least this is "present"
 * @param trainingMedians [clip]: the constant that skill is measured against
 */
record OneEmotion(double[] predictions, double[] labels, double[] thresholds, double[] trainingMedians) {
    /** Reason of everything that needs labels to differ. */
    static final String CONSTANT_LABELS = "constant labels";

    /** Reason of correlations, which have no value where nothing varies. */
    static final String CONSTANT = "constant";

    int clips() {
        return labels.length;
    }

    boolean constantLabels() {
        return constant(labels);
    }

    boolean constantPredictions() {
        return constant(predictions);
    }

    /** [clip]: label above 0. */
    boolean[] present() {
        var present = new boolean[labels.length];
        for (int clip = 0; clip < labels.length; clip++) {
            present[clip] = labels[clip] > 0;
        }
        return present;
    }

    private static boolean constant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
