package org.undertone.corpus;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The check that nothing a model is judged on was there to learn from. */
public final class LeakCheck {
    private LeakCheck() {}

    /**
     * Checks a split that a rule has made: no samples on both sides, and no group either, unless the rule says that it
     * shares groups.
     *
     * @throws LeakException naming the group or the clips
     */
    public static void require(List<Utterance> utterances, Split split, SplitRule rule) {
        if (!rule.sharesGroups()) {
            requireGroupsApart(utterances, split);
        }
        requireSamplesApart(utterances, split);
    }

    /**
     * Checks that no group has clips on both sides.
     *
     * @throws LeakException naming the first group that has
     */
    public static void requireGroupsApart(List<Utterance> utterances, Split split) {
        Set<String> training = new HashSet<>();
        for (int clip : split.training()) {
            training.add(utterances.get(clip).group());
        }
        for (int clip : split.evaluation()) {
            String group = utterances.get(clip).group();
            if (training.contains(group)) {
                throw new LeakException("group '" + group + "' has clips in training and in evaluation, clip '"
                        + utterances.get(clip).id() + "' among them; split by groups, or correct the groups or folds");
            }
        }
    }

    /**
     * Checks that no sample of a source is on both sides, in two clips that overlap.
     *
     * @throws LeakException naming two such clips and their group
     */
    public static void requireSamplesApart(List<Utterance> utterances, Split split) {
        int[] evaluation = split.evaluation();
        int[] both = IntStream.concat(Arrays.stream(split.training()), Arrays.stream(evaluation))
                .toArray();
        // Per side, the clip of the current source that reaches furthest: any overlap across sides meets one of these.
        int[] furthest = {-1, -1};
        for (int clip : Overlaps.inTimeOrder(utterances, both)) {
            Utterance utterance = utterances.get(clip);
            int side = Arrays.binarySearch(evaluation, clip) >= 0 ? 1 : 0;
            int across = furthest[1 - side];
            if (across >= 0 && sharesSamples(utterances.get(across), utterance)) {
                throw new LeakException("clips '" + utterances.get(across).id() + "' and '" + utterance.id()
                        + "' of group '" + utterance.group()
                        + "' share samples, but one is in training and one in evaluation");
            }
            int own = furthest[side];
            if (own < 0
                    || !utterances.get(own).source().equals(utterance.source())
                    || utterances.get(own).end() < utterance.end()) {
                furthest[side] = clip;
            }
        }
    }

    private static boolean sharesSamples(Utterance earlier, Utterance later) {
        return earlier.source().equals(later.source()) && later.start() < earlier.end() - Overlaps.TOLERANCE_SECONDS;
    }
}
