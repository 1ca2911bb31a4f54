package org.undertone.corpus;

import java.util.Objects;

/**
 * Which frames of a clip are used where clips are cut to a length.
 *
 * @param maximumSteps frames that are kept of a longer clip, 1 or more; a shorter clip is used whole
 * @param cut where in a longer clip they lie
 */
public record ClipWindow(int maximumSteps, Cut cut) {

    /** Where the kept frames of a clip lie that is too long. */
    public enum Cut {
        START,
        CENTRE,
        RANDOM
    }

    /** Checks the length. */
    public ClipWindow {
        Objects.requireNonNull(cut, "cut");
        if (maximumSteps < 1) {
            throw new IllegalArgumentException("maximum steps must be 1 or more but are " + maximumSteps);
        }
    }

    /** The number of frames that are used of a clip of so many. */
    public int steps(int frames) {
        return Math.min(frames, maximumSteps);
    }

    /**
     * The first frame that is used of a clip of so many.
     *
     * @param seed decides where a {@link Cut#RANDOM} window lies, every start being as likely; not used by the others
     */
    public int first(int frames, long seed) {
        int spare = frames - steps(frames);
        if (spare == 0) {
            return 0;
        }
        switch (cut) {
            case START:
                return 0;
            case CENTRE:
                return spare / 2;
            case RANDOM:
                return new Shuffle(seed).below(spare + 1);
            default:
                throw new IllegalStateException("no such cut: " + cut);
        }
    }

    /** The same window without chance, for predictions: a random cut becomes the centre. */
    public ClipWindow forPrediction() {
        return cut == Cut.RANDOM ? new ClipWindow(maximumSteps, Cut.CENTRE) : this;
    }
}
