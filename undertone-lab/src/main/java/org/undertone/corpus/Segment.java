package org.undertone.corpus;

import java.util.List;

/**
 * One row of a label file.
 *
 * @param id {@code <video>[i]}, where i counts the video's rows in the order of the file, from 0 on
 * @param start as the file gives it, in seconds
 * @param end as the file gives it, in seconds
 * @param intensities one for each {@link Emotion} as the file gives it
 */
record Segment(String id, double start, double end, List<Double> intensities) {

    /** Why it can never become a clip; empty where it can, if there are features for it. */
    String fault() {
        if (!Double.isFinite(start) || !Double.isFinite(end)) {
            return "its times are not numbers";
        }
        if (!intensities.stream().allMatch(Double::isFinite)) {
            return "a label is not a number";
        }
        if (Math.abs(start - end) < Alignment.EPSILON) {
            return "it has no length";
        }
        if (start > end) {
            return "it ends before it starts";
        }
        return Math.max(0, start) >= end ? "it ends before the recording starts" : "";
    }
}
