package org.undertone.corpus;

import java.util.Arrays;
import java.util.List;

/** Cross-validation that keeps groups together: every clip is evaluated once, by what never saw its group. */
public final class GroupFolds {
    private GroupFolds() {}

    /**
     * Deals the groups into folds with as nearly equal numbers of clips as the largest-first rule reaches; each fold is
     * the evaluation side of one split, all others its training side.
     *
     * @param folds 2 or more, and no more than there are groups
     * @param seed decides which groups meet; the same seed gives the same folds
     * @throws IllegalArgumentException if there are fewer groups than folds
     */
    public static List<Split> deal(List<Utterance> utterances, int folds, long seed) {
        int[] all = new int[utterances.size()];
        Arrays.setAll(all, clip -> clip);
        List<int[]> groups = Deal.byGroup(utterances, all);
        if (folds < 2) {
            throw new IllegalArgumentException("the number of folds must be 2 or more but is " + folds);
        }
        Deal.requireTwoGroups(groups);
        if (groups.size() < folds) {
            throw new IllegalArgumentException("groups can be dealt into " + groups.size()
                    + " folds at most, one for each group, but " + folds + " were asked for");
        }
        return Deal.balanced(groups, folds, seed).stream()
                .map(evaluation -> new Split(without(all, evaluation), evaluation))
                .toList();
    }

    private static int[] without(int[] all, int[] evaluation) {
        return Arrays.stream(all)
                .filter(clip -> Arrays.binarySearch(evaluation, clip) < 0)
                .toArray();
    }
}
