package org.undertone.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undertone.corpus.Emotion;

/**
 * The emotions that a clip is meant to express: its label.
 *
 * @param intensities in [0, 3]; an emotion that is absent has none
 */
record Mood(Map<Emotion, Integer> intensities) {
    private static final int MIXED = 3;

    Mood {
        intensities = Map.copyOf(intensities);
    }

    /** No emotion. */
    static Mood neutral() {
        return new Mood(Map.of());
    }

    /**
     * What a speaker's clips express, in a round of 24: each emotion at each intensity once, three neutral, three mixed.
     * The beginning of a round is balanced too: a neutral clip, then each emotion at its strongest.
     */
    static List<Mood> series(int clips, Chance chance) {
        var moods = new ArrayList<Mood>();
        while (moods.size() < clips) {
            for (int intensity = (int) Emotion.HIGHEST; intensity >= 1; intensity--) {
                moods.add(neutral());
                for (Emotion emotion : Emotion.values()) {
                    moods.add(new Mood(Map.of(emotion, intensity)));
                }
            }
            for (int i = 0; i < MIXED; i++) {
                moods.add(mixed(chance));
            }
        }
        return moods.subList(0, clips);
    }

    /** One emotion at 2 and another at 1: three is the most that intensities of a clip sum to. */
    private static Mood mixed(Chance chance) {
        Emotion[] emotions = Emotion.values();
        int first = chance.below(emotions.length);
        int second = (first + 1 + chance.below(emotions.length - 1)) % emotions.length;
        return new Mood(Map.of(emotions[first], 2, emotions[second], 1));
    }

    /** The intensities of all six, in order. */
    List<Double> labels() {
        var labels = new ArrayList<Double>();
        for (Emotion emotion : Emotion.values()) {
            labels.add((double) intensities.getOrDefault(emotion, 0));
        }
        return labels;
    }

    /** What to call it where it is neutral, or one emotion at its strongest. */
    Optional<String> example() {
        if (intensities.isEmpty()) {
            return Optional.of("neutral");
        }
        return intensities.entrySet().stream()
                .filter(one -> one.getValue() == Emotion.HIGHEST)
                .map(one -> one.getKey().label())
                .findFirst();
    }

    /** What it changes in a speaker's voice, before chance. */
    Expression expression(double expressiveness) {
        Expression sum = Expression.NONE;
        for (Emotion emotion : Emotion.values()) {
            double share = intensities.getOrDefault(emotion, 0) / Emotion.HIGHEST;
            sum = Expression.of(emotion).plus(expressiveness * share, sum);
        }
        return sum;
    }
}
