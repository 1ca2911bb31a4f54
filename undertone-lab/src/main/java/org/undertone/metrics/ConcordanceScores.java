package org.undertone.metrics;

/** How predictions move with labels: concordance and correlations. */
final class ConcordanceScores {
    private ConcordanceScores() {}

    /**
     * Lin's concordance correlation coefficient, 2 cov / (var + var + (mean - mean)^2), with population moments ("A
     * concordance correlation coefficient to evaluate reproducibility", Biometrics 45, 1989).
     */
    static Score concordance(OneEmotion emotion) {
        if (emotion.constantLabels()) {
            return Score.undefined(OneEmotion.CONSTANT_LABELS);
        }
        if (emotion.constantPredictions()) {
            return Score.of(0);
        }
        Moments moments = Moments.of(emotion.predictions(), emotion.labels());
        double shift = moments.meanX() - moments.meanY();
        return Score.of(2 * moments.covariance() / (moments.varianceX() + moments.varianceY() + shift * shift));
    }

    static Score pearson(OneEmotion emotion) {
        return correlation(emotion, emotion.predictions(), emotion.labels());
    }

    /** Pearson's correlation of mid-ranks. */
    static Score spearman(OneEmotion emotion) {
        return correlation(emotion, Ranks.doubled(emotion.predictions()), Ranks.doubled(emotion.labels()));
    }

    private static Score correlation(OneEmotion emotion, double[] x, double[] y) {
        if (emotion.constantLabels()) {
            return Score.undefined(OneEmotion.CONSTANT_LABELS);
        }
        if (emotion.constantPredictions()) {
            return Score.undefined(OneEmotion.CONSTANT);
        }
        Moments moments = Moments.of(spread(x), spread(y));
        double r = moments.covariance() / (Math.sqrt(moments.varianceX()) * Math.sqrt(moments.varianceY()));
        return Score.of(Math.max(-1, Math.min(1, r)));
    }

    /** Mapped to [0, 1], which no correlation notices: squares of tiny differences would vanish. */
    private static double[] spread(double[] values) {
        double least = values[0];
        double largest = values[0];
        for (double value : values) {
            least = Math.min(least, value);
            largest = Math.max(largest, value);
        }
        var spread = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            spread[i] = (values[i] - least) / (largest - least);
        }
        return spread;
    }
}
