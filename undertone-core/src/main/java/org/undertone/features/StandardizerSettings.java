package org.undertone.features;

/**
 * How a {@link Standardizer} treats what the mean and the deviation do not settle.
 *
 * @param deviationFloor a column whose standard deviation is at most this, times the larger of 1 and its absolute mean,
 *     is dead: it carries rounding noise at best; 0 or more
 * @param missingValue what takes the place of a value that is not finite, in standard deviations from the mean; finite
 * @param clip standardised values are limited to plus and minus this many standard deviations; more than 0, infinity
 *     for no limit
 */
public record StandardizerSettings(double deviationFloor, double missingValue, double clip) {
    /** A missing value becomes the mean, nothing is limited. */
    public static final StandardizerSettings DEFAULT = new StandardizerSettings(1e-6, 0, Double.POSITIVE_INFINITY);

    public StandardizerSettings {
        if (!(deviationFloor >= 0 && deviationFloor < 1)) {
            throw new IllegalArgumentException("deviation floor must lie in [0, 1) but is " + deviationFloor);
        }
        if (!Double.isFinite(missingValue)) {
            throw new IllegalArgumentException("missing value must be finite but is " + missingValue);
        }
        if (!(clip > 0)) {
            throw new IllegalArgumentException("clip must be more than 0 standard deviations but is " + clip);
        }
    }
}
