package org.undertone.metrics;

/**
 * A closed 95 % interval, in the unit of what it is about.
 *
 * @param low finite
 * @param high finite, not below {@code low}
 */
public record Interval(double low, double high) {
    /** Refuses ends that are not finite or in the wrong order. */
    public Interval {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException(
                    "ends of an interval must be finite and ascending but are " + low + " and " + high);
        }
    }
}
