package org.undertone.features;

/** Gives the frames of one stretch of sound; may remember what it saw of earlier stretches of the same recording. */
interface StretchAnalysis {
    /**
     * The frames of a stretch, one for each instant of the grid.
     *
     * @param samples of the stretch; the analysis may overwrite them
     * @param rate samples per second
     * @return {@code [time][column]}, row-major
     * @throws NoFeaturesException where there is nothing to be had of it
     */
    double[] analyse(double[] samples, int rate) throws NoFeaturesException;
}
