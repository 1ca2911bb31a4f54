package org.undertone.model;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a model says of one emotion.
 *
 * @param emotion its name
 * @param intensity the score, on the scale of the labels the model learned from (0 to 3 for CMU-MOSEI); an estimate that is
 *     not clipped, so that it may lie a little outside that scale
 * @param present whether the intensity is above the emotion's presence threshold
 * @param uncertainty half the width of the interval around the intensity that held the label of nine in ten clips the model
 *     had not learned from; empty where that was not measured
 */
public record EmotionScore(String emotion, double intensity, boolean present, OptionalDouble uncertainty) {
    public EmotionScore {
        Objects.requireNonNull(emotion, "emotion");
        Objects.requireNonNull(uncertainty, "uncertainty");
    }
}
