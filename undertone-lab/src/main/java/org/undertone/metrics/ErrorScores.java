package org.undertone.metrics;

/** How far predictions are off, and how much they vary. */
final class ErrorScores {
    private ErrorScores() {}

    static Score meanAbsoluteError(OneEmotion emotion) {
        double sum = 0;
        for (int clip = 0; clip < emotion.clips(); clip++) {
            sum += Math.abs(emotion.predictions()[clip] - emotion.labels()[clip]);
        }
        return Score.of(sum / emotion.clips());
    }

    /** 1 - MAE / MAE of the training median: 0 for a system that has learned nothing but the median. */
    static Score skill(OneEmotion emotion) {
        if (emotion.constantLabels()) {
            return Score.undefined(OneEmotion.CONSTANT_LABELS);
        }
        double ofMedian = 0;
        for (int clip = 0; clip < emotion.clips(); clip++) {
            ofMedian += Math.abs(emotion.trainingMedians()[clip] - emotion.labels()[clip]);
        }
        ofMedian /= emotion.clips();
        if (ofMedian == 0) {
            return Score.undefined("the training medians are the labels themselves");
        }
        return Score.of(1 - meanAbsoluteError(emotion).value() / ofMedian);
    }

    static Score zeroShare(OneEmotion emotion) {
        int zeros = 0;
        for (double prediction : emotion.predictions()) {
            if (Rounding.toClass(prediction) == 0) {
                zeros++;
            }
        }
        return Score.of((double) zeros / emotion.clips());
    }

    static Score predictionDeviation(OneEmotion emotion) {
        return Score.of(Math.sqrt(
                Moments.of(emotion.predictions(), emotion.predictions()).varianceX()));
    }
}
