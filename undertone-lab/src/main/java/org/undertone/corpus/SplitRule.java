package org.undertone.corpus;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** How clips are split into those to learn from and those to be judged on. */
public sealed interface SplitRule permits GroupRule, RandomRule, FoldRule {

    /** The default share of the clips that is held out. */
    double DEFAULT_SHARE = 0.2;

    /**
     * Splits some clips of a corpus.
     *
     * @param utterances all clips of the corpus
     * @param clips indices of the clips to split
     * @param seed decides what is drawn; the same seed gives the same split
     * @return indices into {@code utterances}; every clip on exactly one side, but for the exception stated by
     *     {@link #folds}
     * @throws IllegalArgumentException if the clips cannot be split by this rule, with the reason
     */
    Split split(List<Utterance> utterances, int[] clips, long seed);

    /** Whether clips of one group may fall on both sides. */
    boolean sharesGroups();

    /** Splits all clips of a corpus. */
    default Split split(List<Utterance> utterances, long seed) {
        return split(utterances, IntStream.range(0, utterances.size()).toArray(), seed);
    }

    /** Splits all clips of a corpus. */
    default Split split(Corpus corpus, long seed) {
        return split(corpus.utterances(), seed);
    }

    /**
     * Whole groups are drawn for evaluation until the share is met as nearly as they allow: off by no more clips than
     * the largest group has.
     *
     * @param share of the clips for evaluation, in (0, 1)
     */
    static SplitRule groups(double share) {
        return new GroupRule(share);
    }

    /**
     * Clips are drawn one by one, as in the paper; groups may fall on both sides. Clips that share samples (the same
     * source, overlapping in time) stay on one side together, directly or over others between them.
     *
     * @param share of the clips for evaluation, in (0, 1)
     */
    static SplitRule random(double share) {
        return new RandomRule(share);
    }

    /**
     * The folds that the corpus came with: those named are for evaluation, all others for training. Clips that are in no
     * fold are on neither side. Nothing is drawn.
     */
    static SplitRule folds(Set<String> evaluationFolds) {
        return new FoldRule(evaluationFolds);
    }
}
