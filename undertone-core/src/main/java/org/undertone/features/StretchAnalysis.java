package org.undertone.features;

import org.undertone.signal.Excerpt;
import org.undertone.signal.IndexRange;

/** Gives the frames of one stretch of sound; may remember what it saw of earlier stretches of the same recording. */
interface StretchAnalysis {
    /**
     * The frames of the core of a stretch.
     *
     * @param stretch core and margins; the analysis may overwrite the samples
     * @param core those of the instants of the stretch's grid that are kept, at least one
     * @return {@code [time][column]}, row-major, of the core's instants alone
     * @throws NoFeaturesException where there is nothing to be had of it
     */
    double[] analyse(Excerpt stretch, IndexRange core) throws NoFeaturesException;

    /**
     * Takes a stretch of which no frames are wanted into account for those that follow.
     *
     * @param stretch core and margins; the analysis may overwrite the samples
     */
    default void pass(Excerpt stretch) throws NoFeaturesException {
        // Nothing to remember.
    }
}
