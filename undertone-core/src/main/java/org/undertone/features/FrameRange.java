package org.undertone.features;

/**
 * Frames of a recording that follow each other.
 *
 * @param first number of the first, counted from 0
 * @param end number of the one after the last; more than {@code first}
 */
public record FrameRange(long first, long end) {
    public FrameRange {
        if (first < 0 || end <= first) {
            throw new IllegalArgumentException(
                    "a range of frames begins at 0 or later and holds one or more but goes from " + first
                            + " to before " + end);
        }
    }
}
