package org.undertone.extraction;

import java.util.List;
import java.util.Objects;

/**
 * One recording and the clips that are to be cut from it.
 *
 * @param id its name, unique among the recordings; it must not hold {@code /} or {@code [}, which mean something in
 *     computational sequences
 * @param clips at least one; they may overlap
 */
public record Recording(String id, AudioSource audio, List<Clip> clips) {
    public Recording {
        Objects.requireNonNull(audio, "audio");
        clips = List.copyOf(clips);
        if (id.isBlank() || id.indexOf('/') >= 0 || id.indexOf('[') >= 0) {
            throw new IllegalArgumentException(
                    "the name of a recording must not be empty or hold '/' or '[', but is '" + id + "'");
        }
        if (clips.isEmpty()) {
            throw new IllegalArgumentException("recording '" + id + "' must have a clip, but has none");
        }
    }

    /**
     * A recording that is one clip of the same name.
     *
     * @param group the speaker
     * @param intensities one value in [0, 3] for each {@link org.undertone.corpus.Emotion}, in order; empty where it is
     *     not labelled
     */
    public static Recording whole(String id, String group, List<Double> intensities, AudioSource audio) {
        return new Recording(id, audio, List.of(Clip.whole(id, group, intensities)));
    }
}
