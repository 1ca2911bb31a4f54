package org.undertone.features.creak;

import java.util.Arrays;
import org.undertone.features.source.Quirks;
import org.undertone.signal.Interpolation;

/**
 * A quantity known at some instants.
 *
 * @param times increasing; sample numbers, the first sample is 1
 * @param values as many
 */
record Curve(double[] times, double[] values) {
    /** The values at other instants, linear between the known ones; beyond them NaN in the original, else the nearest. */
    double[] at(double[] instants, Quirks quirks) {
        if (quirks == Quirks.KEPT) {
            return Interpolation.linear(times, values, instants);
        }
        if (times.length == 0) {
            return new double[instants.length];
        }
        double first = times[0];
        double last = times[times.length - 1];
        return Interpolation.linear(
                times,
                values,
                Arrays.stream(instants)
                        .map(instant -> Math.min(Math.max(instant, first), last))
                        .toArray());
    }
}
