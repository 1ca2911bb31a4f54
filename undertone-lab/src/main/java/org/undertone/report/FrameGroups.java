package org.undertone.report;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.undertone.features.Frames;

/**
 * Frames as a drawing can show them: each for itself, or, where there are more than pixels, so many neighbours at a time.
 *
 * @param frames all of them
 * @param size frames of a group, at least 1; the last group may have fewer
 */
record FrameGroups(Frames frames, int size) {
    private static final int MOST = 1000;

    /** About a group for each pixel of the width; up to two frames a pixel stay for themselves. */
    static FrameGroups of(Frames frames) {
        return new FrameGroups(frames, frames.count() <= 2 * MOST ? 1 : (frames.count() + MOST - 1) / MOST);
    }

    boolean single() {
        return size == 1;
    }

    int count() {
        return (frames.count() + size - 1) / size;
    }

    /** Middle of a group in seconds. */
    double seconds(int group) {
        return 0.5 * (group * size + end(group)) * Frames.HOP_SECONDS;
    }

    /** Middles of all groups in seconds. */
    double[] seconds() {
        var seconds = new double[count()];
        Arrays.setAll(seconds, this::seconds);
        return seconds;
    }

    /**
     * A quantile of a column in each group, {@code [group]}; NaN where nothing is shown.
     *
     * @param shown which frames count
     * @param share 0 for the lowest, 0.5 for the median, 1 for the highest
     */
    double[] quantiles(String column, IntPredicate shown, double share) {
        double[] track = frames.column(column);
        var quantiles = new double[count()];
        for (int group = 0; group < quantiles.length; group++) {
            double[] values = chosen(track, shown, group);
            Arrays.sort(values);
            quantiles[group] = values.length == 0 ? Double.NaN : values[(int) Math.round(share * (values.length - 1))];
        }
        return quantiles;
    }

    /** The mean of a column in each group, {@code [group]}; NaN where nothing is shown. */
    double[] means(String column, IntPredicate shown) {
        double[] track = frames.column(column);
        var means = new double[count()];
        for (int group = 0; group < means.length; group++) {
            means[group] = Arrays.stream(chosen(track, shown, group)).average().orElse(Double.NaN);
        }
        return means;
    }

    private double[] chosen(double[] track, IntPredicate shown, int group) {
        var chosen = new double[size];
        int count = 0;
        for (int frame = group * size; frame < end(group); frame++) {
            if (shown.test(frame) && Double.isFinite(track[frame])) {
                chosen[count++] = track[frame];
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    private int end(int group) {
        return Math.min(frames.count(), (group + 1) * size);
    }
}
