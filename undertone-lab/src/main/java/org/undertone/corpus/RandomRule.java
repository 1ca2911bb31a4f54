package org.undertone.corpus;

import java.util.List;

/** Draws single clips for evaluation; clips that share samples count as one. */
record RandomRule(double share) implements SplitRule {
    RandomRule {
        Deal.requireShare(share);
    }

    @Override
    public Split split(List<Utterance> utterances, int[] clips, long seed) {
        List<int[]> units = Overlaps.units(utterances, clips);
        if (units.size() < 2) {
            throw new IllegalArgumentException("a random split needs 2 clips or more that share no samples, but of "
                    + clips.length + " clips " + units.size() + " can be told apart");
        }
        return Deal.share(units, clips.length, share, seed);
    }

    @Override
    public boolean sharesGroups() {
        return true;
    }
}
