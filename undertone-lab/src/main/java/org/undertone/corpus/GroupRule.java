package org.undertone.corpus;

import java.util.List;

/** Draws whole groups for evaluation. */
record GroupRule(double share) implements SplitRule {
    GroupRule {
        Deal.requireShare(share);
    }

    @Override
    public Split split(List<Utterance> utterances, int[] clips, long seed) {
        List<int[]> groups = Deal.byGroup(utterances, clips);
        Deal.requireTwoGroups(groups);
        return Deal.share(groups, clips.length, share, seed);
    }

    @Override
    public boolean sharesGroups() {
        return false;
    }
}
