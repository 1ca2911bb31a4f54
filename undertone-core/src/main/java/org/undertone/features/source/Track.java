package org.undertone.features.source;

import java.util.Arrays;
import org.undertone.signal.FrameGrid;

/**
 * Values at places in a signal, to be interpolated to the frames.
 *
 * @param numbers sample numbers, counted from 1, strictly increasing; those of the middle of a frame may end in a half
 * @param values as many
 */
public record Track(double[] numbers, double[] values) {
    public Track {
        if (numbers.length != values.length) {
            throw new IllegalArgumentException("a track needs as many values as sample numbers but has " + values.length
                    + " for " + numbers.length);
        }
    }

    /** The values at the instants of a grid, by linear interpolation; 0 before the first and after the last. */
    public double[] on(FrameGrid grid) {
        return grid.linear(numbers, values);
    }

    /** The first values of longer arrays. */
    static Track of(double[] numbers, double[] values, int count) {
        return new Track(Arrays.copyOf(numbers, count), Arrays.copyOf(values, count));
    }
}
