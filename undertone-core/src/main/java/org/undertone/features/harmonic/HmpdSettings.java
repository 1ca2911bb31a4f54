package org.undertone.features.harmonic;

/**
 * How {@link Hmpd} treats what the harmonics do not determine.
 *
 * @param randomBeyondLast whether phases above the last harmonic are random; otherwise they are those of the last harmonic
 * @param seed of the random phases
 * @param shortensFilters whether the filters over time adapt to clips of a few frames; otherwise more than 72 are needed
 * @param mendsDeviation whether deviations are kept from being rounding errors: at the ends of a clip medians see its
 *     first or last value instead of zeros, the first and the last frame, whose deviation always vanishes, take that of
 *     their neighbours, and what is below 0.001 counts as 0.001. Otherwise only a 0 does
 * @param fiveMillisecondTrack whether the result is first brought to a grid of 5 ms
 */
public record HmpdSettings(
        boolean randomBeyondLast,
        long seed,
        boolean shortensFilters,
        boolean mendsDeviation,
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
