package org.undertone.features.creak;

/** First differences in time. */
final class Deltas {
    private Deltas() {}

    /** What each row adds to the one before; the first row is 0. */
    static double[] of(double[] track) {
        var deltas = new double[track.length];
        for (int i = 1; i < track.length; i++) {
            deltas[i] = track[i] - track[i - 1];
        }
        return deltas;
    }
}
