package org.undertone.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Takes the folds that the corpus came with. */
record FoldRule(Set<String> evaluationFolds) implements SplitRule {
    FoldRule {
        evaluationFolds = Set.copyOf(evaluationFolds);
        if (evaluationFolds.isEmpty() || evaluationFolds.contains("")) {
            throw new IllegalArgumentException("a split by folds must name one fold or more to evaluate on");
        }
    }

    @Override
    public Split split(List<Utterance> utterances, int[] clips, long seed) {
        var known = new TreeSet<String>();
        for (int clip : clips) {
            known.add(utterances.get(clip).split());
        }
        known.remove("");
        for (String fold : evaluationFolds) {
            if (!known.contains(fold)) {
                throw new IllegalArgumentException(
                        "no clip is in fold '" + fold + "'; the corpus has " + (known.isEmpty() ? "no folds" : known));
            }
        }
        if (evaluationFolds.containsAll(known)) {
            throw new IllegalArgumentException(
                    "every fold, " + known + ", is for evaluation; leave at least one for training");
        }
        return new Split(inFolds(utterances, clips, false), inFolds(utterances, clips, true));
    }

    private int[] inFolds(List<Utterance> utterances, int[] clips, boolean evaluation) {
        return Arrays.stream(clips)
                .filter(clip -> !utterances.get(clip).split().isEmpty())
                .filter(clip -> evaluationFolds.contains(utterances.get(clip).split()) == evaluation)
                .sorted()
                .toArray();
    }

    @Override
    public boolean sharesGroups() {
        return false;
    }
}
