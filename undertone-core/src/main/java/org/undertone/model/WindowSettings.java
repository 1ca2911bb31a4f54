package org.undertone.model;

import org.undertone.features.Frames;

/**
 * How a recording becomes a timeline: one prediction for each window, as if the window were a clip of its own.
 *
 * @param windowSeconds length of a window, 0.1 to 60
 * @param hopSeconds from the beginning of a window to that of the next, 0.01 to 60, and at least a hundredth of the window
 */
public record WindowSettings(double windowSeconds, double hopSeconds) {
    /** Three seconds, about the length of a labelled clip, every second. */
    public static final WindowSettings DEFAULT = new WindowSettings(3, 1);

    /** A moment can lie in no more windows, each of which costs as much as the network itself. */
    static final int MOST_OPEN = 100;

    public WindowSettings {
        if (!(windowSeconds >= 0.1 && windowSeconds <= 60)) {
            throw new IllegalArgumentException("a window must last 0.1 s to 60 s but lasts " + windowSeconds + " s");
        }
        if (!(hopSeconds >= Frames.HOP_SECONDS && hopSeconds <= 60)) {
            throw new IllegalArgumentException("windows must begin " + Frames.HOP_SECONDS
                    + " s to 60 s after each other but the hop is " + hopSeconds + " s");
        }
        if (open(windowSeconds, hopSeconds) > MOST_OPEN) {
            throw new IllegalArgumentException("at most " + MOST_OPEN + " windows may overlap at any moment, but of "
                    + windowSeconds + " s every " + hopSeconds + " s " + open(windowSeconds, hopSeconds)
                    + " do; take a longer hop");
        }
    }

    private static int open(double windowSeconds, double hopSeconds) {
        long window = Math.round(windowSeconds / Frames.HOP_SECONDS);
        long hop = Math.round(hopSeconds / Frames.HOP_SECONDS);
        return (int) ((window + hop - 1) / hop);
    }

    /** How many windows are open at once. */
    int mostOpen() {
        return open(windowSeconds, hopSeconds);
    }

    int windowFrames() {
        return (int) Math.round(windowSeconds / Frames.HOP_SECONDS);
    }

    int hopFrames() {
        return (int) Math.round(hopSeconds / Frames.HOP_SECONDS);
    }
}
