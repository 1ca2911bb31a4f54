package org.undertone.baseline;

/**
 * Ridge regression in closed form, one penalty per emotion, chosen by leave-one-out cross-validation inside the labelled
 * clips (Hoerl &amp; Kennard 1970; leave-one-out residuals by Allen's PRESS, 1974: r_i / (1 - h_ii)).
 *
 * <p>With X X' = U diag(l) U' of the centred inputs, the fit of a penalty p is H y with
 * H = U diag(l / (l + p)) U' + 1 1' / n, so that one factorisation serves all penalties and emotions. Where there are
 * more clips than inputs, U comes from the smaller X' X.
 */
public final class Ridge {

    private final ColumnScale scale;
    private final double[][] weights;
    private final double[] intercepts;
    private final double[][] leftOut;
    private final double[] penalties;

    private Ridge(ColumnScale scale, double[][] weights, double[] intercepts, double[][] leftOut, double[] penalties) {
        this.scale = scale;
        this.weights = weights;
        this.intercepts = intercepts;
        this.leftOut = leftOut;
        this.penalties = penalties;
    }

    /**
     * Fits labelled clips.
     *
     * @param inputs [clip][value], 2 clips or more; values that are not finite are missing
     * @param labels [clip][emotion]
     */
    public static Ridge fit(float[][] inputs, double[][] labels) {
        int n = inputs.length;
        if (n < 2 || labels.length != n) {
            throw new IllegalArgumentException("ridge regression needs as many inputs as labels, 2 or more, but got "
                    + n + " and " + labels.length);
        }
        ColumnScale scale = ColumnScale.of(inputs);
        double[][] x = new double[n][];
        for (int clip = 0; clip < n; clip++) {
            x[clip] = scale.apply(inputs[clip]);
        }
        centre(x);
        RidgeSpectrum spectrum = RidgeSpectrum.of(x);
        int emotions = labels[0].length;
        double[][] weights = new double[emotions][];
        double[] intercepts = new double[emotions];
        double[][] leftOut = new double[n][emotions];
        double[] penalties = new double[emotions];
        for (int emotion = 0; emotion < emotions; emotion++) {
            double[] y = new double[n];
            for (int clip = 0; clip < n; clip++) {
                y[clip] = labels[clip][emotion];
                intercepts[emotion] += y[clip] / n;
            }
            for (int clip = 0; clip < n; clip++) {
                y[clip] -= intercepts[emotion];
            }
            penalties[emotion] = spectrum.bestPenalty(y);
            double[] residuals = spectrum.leaveOneOutResiduals(y, penalties[emotion]);
            for (int clip = 0; clip < n; clip++) {
                leftOut[clip][emotion] = labels[clip][emotion] - residuals[clip];
            }
            weights[emotion] = spectrum.weights(x, y, penalties[emotion]);
        }
        return new Ridge(scale, weights, intercepts, leftOut, penalties);
    }

    /** Scores of other clips: [clip][emotion]. */
    public double[][] scores(float[][] inputs) {
        double[][] scores = new double[inputs.length][];
        for (int clip = 0; clip < inputs.length; clip++) {
            double[] x = scale.apply(inputs[clip]);
            scores[clip] = intercepts.clone();
            for (int emotion = 0; emotion < weights.length; emotion++) {
                for (int i = 0; i < x.length; i++) {
                    scores[clip][emotion] += weights[emotion][i] * x[i];
                }
            }
        }
        return scores;
    }

    /** What each labelled clip is scored by a fit on all others: [clip][emotion]. */
    public double[][] leftOutScores() {
        return leftOut;
    }

    /** The chosen penalty of each emotion. */
    public double[] penalties() {
        return penalties.clone();
    }

    /** Scaled columns have mean zero over finite values; filled-in gaps can move it, so it is taken out again. */
    private static void centre(double[][] x) {
        for (int column = 0; column < x[0].length; column++) {
            double sum = 0;
            for (double[] row : x) {
                sum += row[column];
            }
            double mean = sum / x.length;
            for (double[] row : x) {
                row[column] -= mean;
            }
        }
    }
}
