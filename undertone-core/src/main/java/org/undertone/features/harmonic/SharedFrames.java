package org.undertone.features.harmonic;

import java.util.HashMap;
import java.util.Map;
import org.undertone.signal.Excerpt;
import org.undertone.signal.Rounding;

/** The features of frames that two overlapping pieces of a recording share: they are computed for the first of them. */
final class SharedFrames {
    private final int longestHalf;
    private Map<Place, FrameFeatures> before = new HashMap<>();
    private Map<Place, FrameFeatures> now = new HashMap<>();
    private Excerpt piece;

    /** What features depend on: the place within the recording, and the fundamental that was found there. */
    private record Place(long centre, double f0) {}

    /**
     * Nothing shared yet.
     *
     * @param longestHalf samples of a frame on either side of its centre, at most
     */
    SharedFrames(int longestHalf) {
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
    FrameFeatures find(double seconds, double f0) {
        return isInside(seconds) ? before.get(place(seconds, f0)) : null;
    }

    /** Keeps what the next piece may ask for. */
    void keep(double seconds, double f0, FrameFeatures features) {
        if (isInside(seconds) && centre(seconds) - longestHalf >= piece.sharedFrom()) {
            now.put(place(seconds, f0), features);
        }
    }

    private Place place(double seconds, double f0) {
        return new Place(piece.offset() + centre(seconds), f0);
    }

    private int centre(double seconds) {
        return Rounding.toInt(seconds * piece.rate());
    }

    private boolean isInside(double seconds) {
        int centre = centre(seconds);
        return centre - longestHalf >= 0 && centre + longestHalf < piece.length();
    }
}
