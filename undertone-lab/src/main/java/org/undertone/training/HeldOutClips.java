package org.undertone.training;

import java.util.Arrays;
import org.undertone.corpus.ClipSource;
import org.undertone.corpus.Split;
import org.undertone.corpus.SplitRule;

/**
 * Training clips parted in two: those that are fitted and those whose loss is watched.
 *
 * @param fitted clips that weights learn from
 * @param watched clips of other groups; none where nothing is held out or all clips are of one group
 */
record HeldOutClips(int[] fitted, int[] watched) {

    static HeldOutClips of(ClipSource corpus, int[] clips, double share, long seed) {
        long groups = Arrays.stream(clips)
                .mapToObj(clip -> corpus.utterance(clip).group())
                .distinct()
                .count();
        if (share == 0 || groups < 2) {
            return new HeldOutClips(clips, new int[0]);
        }
        Split split = SplitRule.groups(share).split(corpus.utterances(), clips, seed);
        return new HeldOutClips(split.training(), split.evaluation());
    }
}
