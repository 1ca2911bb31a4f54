package org.undertone.features.source;

/**
 * One cycle of the vocal folds.
 *
 * @param start index of its first sample, the closure before
 * @param closure index of its last sample, the instant of closure
 * @param periodSamples length of the fundamental period there, at least 1
 */
record GlottalCycle(int start, int closure, int periodSamples) {
    /**
     * A cycle for each closure instant.
     *
     * @param instants indices of samples, strictly increasing
     * @param length of the signal in samples
     */
    static GlottalCycle[] of(int[] instants, int length, int rate, GlottalSettings settings) {
        var cycles = new GlottalCycle[instants.length];
        for (int i = 0; i < instants.length; i++) {
            if (instants[i] < 0 || instants[i] >= length || i > 0 && instants[i] <= instants[i - 1]) {
                throw new IllegalArgumentException("closure instants must increase within the " + length
                        + " samples of the signal but number " + i + " is " + instants[i]);
            }
            int period = period(instants, i, rate, settings);
            int start = Math.max(0, instants[i] - period);
            // Quirk of the original: the first cycle begins with the signal, whatever its period.
            cycles[i] = new GlottalCycle(settings.keepsQuirks() && i == 0 ? 0 : start, instants[i], period);
        }
        return cycles;
    }

    /**
     * The distance to the instant before; at the first instant and after a pause that to the next one; the longest period
     * where that too is a pause.
     */
    private static int period(int[] instants, int i, int rate, GlottalSettings settings) {
        double longest = settings.longestPeriodSeconds() * rate;
        if (i > 0 && instants[i] - instants[i - 1] <= longest) {
            return instants[i] - instants[i - 1];
        }
        if (i + 1 < instants.length && instants[i + 1] - instants[i] <= longest) {
            return instants[i + 1] - instants[i];
        }
        double fallback = Double.isInfinite(longest) ? GlottalSettings.DEFAULT.longestPeriodSeconds() * rate : longest;
        return Math.max(1, (int) fallback);
    }

    /** Samples from the closure before to this one, both included. */
    int samples() {
        return closure - start + 1;
    }
}
