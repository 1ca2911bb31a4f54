package org.undertone.model;

import java.util.Objects;

/**
 * How the steps of a clip become one vector, which the paper leaves open.
 *
 * @param pooling what is taken of the steps
 * @param maximumSteps the longest clip in steps, 1 to 1,000,000; a longer one is cut
 * @param cut which part of a longer clip is kept
 */
public record Readout(Pooling pooling, int maximumSteps, Cut cut) {
    static final int MOST_STEPS = 1_000_000;

    /** What is taken of the outputs of a clip's steps. */
    public enum Pooling {
        /** The output of the last step. */
        LAST,
        /** The mean over the steps the clip has. */
        MEAN,
        /** All steps one after the other, followed by zeros up to the maximum number of steps. */
        FLATTEN
    }

    /** Which part of a clip that is too long is kept. */
    public enum Cut {
        START,
        CENTRE
    }

    public Readout {
        Objects.requireNonNull(pooling, "pooling");
        Objects.requireNonNull(cut, "cut");
        if (maximumSteps < 1 || maximumSteps > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "maximum steps must lie in [1, " + MOST_STEPS + "] but are " + maximumSteps);
        }
    }

    /** Steps kept of a clip of so many frames. */
    public int steps(int frames) {
        return Math.min(frames, maximumSteps);
    }

    /** First frame kept of a clip of so many: 0, or for a cut in the centre half of what is too much, rounded down. */
    public int first(int frames) {
        return cut == Cut.START ? 0 : (frames - steps(frames)) / 2;
    }

    /** Length of the vector, for so many outputs of a step. */
    public int width(int outputs) {
        long width = pooling == Pooling.FLATTEN ? (long) maximumSteps * outputs : outputs;
        if (width > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("flattening " + maximumSteps + " steps of " + outputs
                    + " outputs gives a vector too long for an array; allow fewer steps");
        }
        return (int) width;
    }
}
