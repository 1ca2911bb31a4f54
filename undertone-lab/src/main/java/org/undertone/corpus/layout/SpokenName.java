package org.undertone.corpus.layout;

import java.util.List;

/**
 * What the name of a file says.
 *
 * @param speaker who speaks
 * @param sentence what is said
 * @param intensities one value in [0, 3] for each {@link org.undertone.corpus.Emotion}, in order
 */
public record SpokenName(String speaker, String sentence, List<Double> intensities) {
    public SpokenName {
        intensities = List.copyOf(intensities);
    }
}
