package org.undertone.experiment;

import org.undertone.corpus.Seed;

/**
 * Which trial of a run: one method, one budget, one draw, one fold.
 *
 * @param method id
 * @param budget number of labels, as the report shows it
 * @param all whether all labels of the fold are given, however many those are
 * @param repeat from 0
 * @param fold from 0
 */
record TrialKey(String method, int budget, boolean all, int repeat, int fold) {

    /** The trial's name, which is also the name of its file. */
    String name() {
        return method + "-" + (all ? "all" : budget) + "-r" + repeat + "-f" + fold;
    }

    /** The seed of all that is random in the trial but the draw of labels. */
    long seed(long runSeed) {
        return Seed.derive(runSeed, "trial", method, all ? "all" : budget, repeat, fold);
    }

    /** The seed of the draw of labels: the same for all methods, and nested over budgets. */
    long labelSeed(long runSeed) {
        return Seed.derive(runSeed, "labels", repeat, fold);
    }
}
