package org.undertone.experiment;

import java.io.IOException;

/** A system that learns from labelled clips and scores others. Safe for several trials at once. */
interface ExperimentMethod {

    /** Id, title and what it does. */
    ExperimentResults.Method description();

    /** Whether a trial takes seconds at any budget. */
    boolean cheap();

    /** Computes what all trials of a fold share, with all workers. */
    default void prepare(FoldData fold) throws IOException {
        // Most methods share nothing.
    }

    /**
     * Runs a trial on the calling thread.
     *
     * @param clips labelled clips, in the order in which labels were bought
     * @param repeat number of the draw
     * @param seed of all that is random
     */
    TrialOutcome run(FoldData fold, int[] clips, int repeat, long seed) throws IOException;
}
