package org.undertone.model;

import org.undertone.features.Frames;

/**
 * How a recording becomes a timeline: one prediction for each window, as if the window were a clip of its own.
 *
 * @param windowSeconds length of a window, 0.1 to 60
 * @param hopSeconds from the beginning of a window to that of the next, 0.01 to 60
 */
public record WindowSettings(double windowSeconds, double hopSeconds) {
    /** Three seconds, about the length of a labelled clip, every second. */
    public static final WindowSettings DEFAULT = new WindowSettings(3, 1);

    public WindowSettings {
        if (!(windowSeconds >= 0.1 && windowSeconds <= 60)) {
            throw new IllegalArgumentException("a window must last 0.1 s to 60 s but lasts " + windowSeconds + " s");
        }
        if (!(hopSeconds >= Frames.HOP_SECONDS && hopSeconds <= 60)) {
            throw new IllegalArgumentException("windows must begin " + Frames.HOP_SECONDS
                    + " s to 60 s after each other but the hop is " + hopSeconds + " s");
        }
    }

    int windowFrames() {
        return (int) Math.round(windowSeconds / Frames.HOP_SECONDS);
    }

    int hopFrames() {
        return (int) Math.round(hopSeconds / Frames.HOP_SECONDS);
    }
}
