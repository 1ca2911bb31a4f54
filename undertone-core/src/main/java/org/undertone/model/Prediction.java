package org.undertone.model;

import java.util.List;

/**
 * What a model says of one stretch of a recording.
 *
 * @param startSeconds where the part that was judged begins, 0 or more
 * @param endSeconds where it ends, after the beginning
 * @param scores one for each emotion of the model, in its order
 */
public record Prediction(double startSeconds, double endSeconds, List<EmotionScore> scores) {
    public Prediction {
        scores = List.copyOf(scores);
        if (!(startSeconds >= 0 && endSeconds > startSeconds)) {
            throw new IllegalArgumentException(
                    "a stretch must begin at 0 s or later and end after its beginning but goes from " + startSeconds
                            + " s to " + endSeconds + " s");
        }
    }
}
