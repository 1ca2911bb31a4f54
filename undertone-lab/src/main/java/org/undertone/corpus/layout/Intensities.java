package org.undertone.corpus.layout;

import java.util.Arrays;
import java.util.List;
import org.undertone.corpus.Emotion;

/** Six intensities from one category. */
final class Intensities {
    /** That of an emotion whose category is given and no degree. */
    static final double PRESENT = 2;
    /** All absent. */
    static final List<Double> NONE = List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0);

    private Intensities() {}

    /** One emotion at this intensity, the others absent. */
    static List<Double> of(Emotion present, double intensity) {
        return Arrays.stream(Emotion.values())
                .map(emotion -> emotion == present ? intensity : Emotion.LOWEST)
                .toList();
    }
}
