package org.undertone.experiment;

/**
 * What a method makes of its labels.
 *
 * @param labelled scores of the labelled clips, for choosing thresholds: by fits that left the clip out where refitting
 *     is cheap, else by the fit itself [clip][emotion]
 * @param evaluation scores of the evaluation clips [clip][emotion]
 */
record TrialOutcome(double[][] labelled, double[][] evaluation) {}
