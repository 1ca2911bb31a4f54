package org.undertone.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One of the six emotions that are rated, in the order in which every table and file lists them. */
public enum Emotion {
    HAPPINESS("happiness", "happy", "joy"),
    SADNESS("sadness", "sad"),
    ANGER("anger", "angry"),
    SURPRISE("surprise", "surprised"),
    DISGUST("disgust", "disgusted"),
    FEAR("fear", "fearful", "afraid");

    /** The lowest intensity: absent. */
    public static final double LOWEST = 0;
    /** The highest intensity. */
    public static final double HIGHEST = 3;

    private final String label;
    private final List<String> names;

    Emotion(String label, String... others) {
        this.label = label;
        this.names = List.of(others);
    }

    /** The noun in lower case, as files and tables write it: {@code happiness}. */
    public String label() {
        return label;
    }

    /** The labels of all six, in order. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Emotion::label).toList();
    }

    /** The emotion that a corpus calls by this noun or adjective, in any case: {@code anger}, {@code Happy}. */
    public static Optional<Emotion> named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(emotion -> emotion.label.equals(wanted) || emotion.names.contains(wanted))
                .findFirst();
    }
}
