package org.undertone.corpus;

import java.util.Arrays;

/**
 * The clips whose labels a budget buys. Nested: for one seed, the clips of a smaller budget are the first of a larger
 * one. Paired: every method that asks with the same seed gets the same clips.
 */
public final class LabelSubsets {
    private LabelSubsets() {}

    /**
     * Draws {@code budget} different clips, in the order in which labels are bought; the order of {@code trainingClips}
     * does not matter.
     *
     * @param trainingClips clips to draw from, each labelled and named once
     * @param budget number of labelled clips, 1 to the number of clips
     * @throws IllegalArgumentException if there are fewer clips than the budget asks for
     */
    public static int[] draw(int[] trainingClips, int budget, long seed) {
        if (budget < 1 || budget > trainingClips.length) {
            throw new IllegalArgumentException("a label budget must lie in 1 to " + trainingClips.length
                    + ", the number of labelled training clips, but is " + budget);
        }
        int[] clips = trainingClips.clone();
        Arrays.sort(clips);
        new Shuffle(seed).apply(clips);
        return Arrays.copyOf(clips, budget);
    }
}
