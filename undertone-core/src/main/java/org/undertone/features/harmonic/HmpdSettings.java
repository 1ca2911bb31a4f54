package org.undertone.features.harmonic;

/**
 * How {@link Hmpd} treats what the harmonics do not determine.
 *
 * @param randomBeyondLast whether phases above the last harmonic are random; otherwise they are those of the last harmonic
 * @param seed of the random phases
 * @param shortensFilters whether the filters over time adapt to clips of a few frames; otherwise more than 72 are needed
 * @param floorsDeviation whether deviations below 0.001 count as 0.001; otherwise only those that are 0, which leaves the
 *     logarithm of others to rounding errors
 * @param fiveMillisecondTrack whether the result is first brought to a grid of 5 ms
 */
public record HmpdSettings(
        boolean randomBeyondLast,
        long seed,
        boolean shortensFilters,
        boolean floorsDeviation,
        boolean fiveMillisecondTrack) {
    /** Nothing random, from 1 frame on. */
    public static final HmpdSettings DEFAULT = new HmpdSettings(false, 0, true, true, false);

    /**
     * What COVAREP 1.4.2 does.
     *
     * @param seed of the random phases; the original's are different with every run
     */
    public static HmpdSettings covarep142(long seed) {
        return new HmpdSettings(true, seed, false, false, true);
    }
}
