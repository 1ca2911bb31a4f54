package org.undertone.extraction;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.undertone.corpus.Utterance;

/**
 * A stretch of a recording that is to become a clip of the corpus, and what is known about it.
 *
 * @param id its name, unique in the corpus
 * @param group the speaker, or else the recording; splits keep groups apart
 * @param start where it begins in the recording, in seconds, 0 or more
 * @param end where it ends, in seconds, after {@code start}; absent for the end of the recording
 * @param split the fold that the corpus's makers put it in; empty where there is none
 * @param intensities one value in [0, 3] for each {@link org.undertone.corpus.Emotion}, in order; empty where it is not
 *     labelled
 */
public record Clip(String id, String group, double start, OptionalDouble end, String split, List<Double> intensities) {
    /** Checks each value, as {@link Utterance} does. */
    public Clip {
        Objects.requireNonNull(end, "end");
        intensities =
                new Utterance(id, id, group, start, end.orElse(Math.nextUp(start)), split, intensities).intensities();
    }

    /** The whole of a recording. */
    public static Clip whole(String id, String group, List<Double> intensities) {
        return new Clip(id, group, 0, OptionalDouble.empty(), "", intensities);
    }

    /** As a clip of the corpus. */
    Utterance utterance(String source, double duration) {
        return new Utterance(id, source, group, start, end.orElse(duration), split, intensities);
    }
}
