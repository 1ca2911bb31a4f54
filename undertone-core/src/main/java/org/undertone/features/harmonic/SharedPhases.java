package org.undertone.features.harmonic;

import java.util.HashMap;
import java.util.Map;
import org.undertone.signal.Excerpt;
import org.undertone.signal.Rounding;

/** The phase distortion of frames that two overlapping pieces of a recording share: it is computed for the first of them. */
final class SharedPhases {
    private final int longestHalf;
    private Map<Frame, double[]> before = new HashMap<>();
    private Map<Frame, double[]> now = new HashMap<>();
    private Excerpt piece;

    /** What the distortion depends on: the place within the recording, and the fundamental that was found there. */
    private record Frame(long centre, double f0) {}

    /**
     * Nothing shared yet.
     *
     * @param longestHalf samples of a frame on either side of its centre, at most
     */
    SharedPhases(int longestHalf) {
        this.longestHalf = longestHalf;
    }

    /** Goes on to the next piece. */
    void next(Excerpt following) {
        piece = following;
        before = now;
        now = new HashMap<>();
    }

    /** Forgets all frames, as when a recording is turned over. */
    void clear() {
        now = new HashMap<>();
    }

    /** What an earlier piece found; null where there is nothing, and where the frame leaves the piece. */
    double[] find(double seconds, double f0) {
        return isInside(seconds) ? before.get(frame(seconds, f0)) : null;
    }

    /** Keeps what the next piece may ask for. */
    void keep(double seconds, double f0, double[] distortion) {
        if (isInside(seconds) && centre(seconds) - longestHalf >= piece.sharedFrom()) {
            now.put(frame(seconds, f0), distortion);
        }
    }

    private Frame frame(double seconds, double f0) {
        return new Frame(piece.offset() + centre(seconds), f0);
    }

    private int centre(double seconds) {
        return Rounding.toInt(seconds * piece.rate());
    }

    private boolean isInside(double seconds) {
        int centre = centre(seconds);
        return centre - longestHalf >= 0 && centre + longestHalf < piece.length();
    }
}
