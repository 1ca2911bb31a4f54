package org.undertone.features.source;

import java.util.Arrays;

/**
 * Values at places in a signal, to be interpolated to the frames.
 *
 * @param positions sample numbers, the first sample of the signal is 1, strictly increasing
 * @param values as many
 */
public record Track(double[] positions, double[] values) {
    public Track {
        if (positions.length != values.length) {
            throw new IllegalArgumentException(
                    "a track needs as many values as positions but has " + values.length + " for " + positions.length);
        }
    }

    /** The first values of longer arrays. */
    static Track of(double[] positions, double[] values, int count) {
        return new Track(Arrays.copyOf(positions, count), Arrays.copyOf(values, count));
    }
}
