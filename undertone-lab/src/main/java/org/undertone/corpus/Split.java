package org.undertone.corpus;

import java.util.Arrays;

/**
 * Clips to learn from and clips to be judged on.
 *
 * @param training indices of clips, ascending; at least one
 * @param evaluation indices of clips, ascending; at least one, none of them also in {@code training}
 */
public record Split(int[] training, int[] evaluation) {

    /**
     * Checks that both sides hold clips, in ascending order, and share none.
     *
     * @throws IllegalArgumentException naming the side or the clip
     */
    public Split {
        training = ascending("training", training);
        evaluation = ascending("evaluation", evaluation);
        for (int clip : evaluation) {
            if (Arrays.binarySearch(training, clip) >= 0) {
                throw new IllegalArgumentException(
                        "clip number " + clip + " is on both sides, training and evaluation, of a split");
            }
        }
    }

    /** Indices of the clips to learn from; a copy. */
    @Override
    public int[] training() {
        return training.clone();
    }

    /** Indices of the clips to be judged on; a copy. */
    @Override
    public int[] evaluation() {
        return evaluation.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Split split
                && Arrays.equals(training, split.training)
                && Arrays.equals(evaluation, split.evaluation);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(training) + Arrays.hashCode(evaluation);
    }

    @Override
    public String toString() {
        return "Split[" + training.length + " training clips, " + evaluation.length + " evaluation clips]";
    }

    private static int[] ascending(String side, int[] clips) {
        if (clips.length == 0) {
            throw new IllegalArgumentException("the " + side + " side of a split must hold at least one clip");
        }
        for (int i = 0; i < clips.length; i++) {
            if (clips[i] < 0 || i > 0 && clips[i] <= clips[i - 1]) {
                throw new IllegalArgumentException("clips of the " + side
                        + " side of a split must ascend from 0, but clip number " + i + " is " + clips[i]);
            }
        }
        return clips.clone();
    }
}
