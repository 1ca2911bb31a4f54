package org.undertone.features.source;

import java.util.function.IntFunction;

/** Windows of one kind, kept once computed: the frames of a voice have few different lengths. Not for several threads. */
final class WindowCache {
    /** Points of all windows that are kept together: 8 MB. */
    private static final int MOST_POINTS = 1 << 20;

    private final IntFunction<double[]> window;
    private final double[][] kept;
    private int keptPoints;

    /**
     * No windows yet.
     *
     * @param window of a number of points
     * @param longest number of points of a window that is kept
     */
    WindowCache(IntFunction<double[]> window, int longest) {
        this.window = window;
        this.kept = new double[longest + 1][];
    }

    /** The window of a number of points, which must not be changed. */
    double[] of(int points) {
        if (points < kept.length && kept[points] != null) {
            return kept[points];
        }
        double[] computed = window.apply(points);
        if (points < kept.length && keptPoints + points <= MOST_POINTS) {
            kept[points] = computed;
            keptPoints += points;
        }
        return computed;
    }
}
