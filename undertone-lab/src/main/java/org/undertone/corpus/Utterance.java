package org.undertone.corpus;

import java.util.List;
import java.util.Objects;

/**
 * What is known about one clip besides its frames.
 *
 * @param id its name, unique in the corpus: {@code 03bSnISJMiM[4]}
 * @param source the recording that it was cut from; clips of one source may overlap
 * @param group the speaker, or else the recording; splits keep groups apart
 * @param start where it begins in its source, in seconds, 0 or more
 * @param end where it ends, in seconds, after {@code start}
 * @param split the fold that the corpus's makers put it in; empty where there is none
 * @param intensities one value in [0, 3] for each {@link Emotion}, in order; empty where the clip is not labelled
 */
public record Utterance(
        String id, String source, String group, double start, double end, String split, List<Double> intensities) {

    /**
     * Checks each value.
     *
     * @throws IllegalArgumentException naming the clip, the value and its range
     */
    public Utterance {
        requireText("id", id, id);
        requireText("source", source, id);
        requireText("group", group, id);
        Objects.requireNonNull(split, "split");
        if (!(start >= 0) || !(end > start) || Double.isInfinite(end)) {
            throw new IllegalArgumentException("clip '" + id
                    + "' must begin at 0 s or later and end after that, but lies at " + start + " to " + end + " s");
        }
        intensities = List.copyOf(intensities);
        int emotions = Emotion.values().length;
        if (!intensities.isEmpty() && intensities.size() != emotions) {
            throw new IllegalArgumentException(
                    "clip '" + id + "' must have " + emotions + " intensities or none, but has " + intensities.size());
        }
        for (int emotion = 0; emotion < intensities.size(); emotion++) {
            double value = intensities.get(emotion);
            if (!(value >= Emotion.LOWEST && value <= Emotion.HIGHEST)) {
                throw new IllegalArgumentException(
                        Emotion.values()[emotion].label() + " of clip '" + id + "' must lie in [0, 3] but is " + value);
            }
        }
    }

    /** Whether it has intensities; a clip without can only be pre-trained on. */
    public boolean labelled() {
        return !intensities.isEmpty();
    }

    /**
     * The intensity of one emotion, in [0, 3].
     *
     * @throws IllegalStateException if the clip is not labelled
     */
    public double intensity(Emotion emotion) {
        if (!labelled()) {
            throw new IllegalStateException("clip '" + id + "' is not labelled");
        }
        return intensities.get(emotion.ordinal());
    }

    private static void requireText(String name, String value, String id) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " of clip '" + id + "' must not be empty");
        }
    }
}
