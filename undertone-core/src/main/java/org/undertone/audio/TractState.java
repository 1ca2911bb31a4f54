package org.undertone.audio;

/**
 * The vocal tract at one instant.
 *
 * @param formantsHertz the five lowest resonances, ascending
 * @param bandwidthsHertz theirs, at -3 dB
 */
public record TractState(double[] formantsHertz, double[] bandwidthsHertz) {
    /** Number of formants that move; above them lie fixed ones. */
    public static final int FORMANTS = 5;

    /** Checks the ranges. */
    public TractState {
        formantsHertz = formantsHertz.clone();
        bandwidthsHertz = bandwidthsHertz.clone();
        if (formantsHertz.length != FORMANTS || bandwidthsHertz.length != FORMANTS) {
            throw new IllegalArgumentException("a vocal tract has " + FORMANTS + " formants and as many bandwidths but "
                    + formantsHertz.length + " and " + bandwidthsHertz.length + " are given");
        }
        double below = 50;
        for (int i = 0; i < FORMANTS; i++) {
            Ranges.require("formant " + (i + 1) + " in Hz", formantsHertz[i], below, 20_000);
            Ranges.require("bandwidth " + (i + 1) + " in Hz", bandwidthsHertz[i], 10, 5_000);
            below = formantsHertz[i];
        }
    }

    /** The formants; the array is the caller's. */
    @Override
    public double[] formantsHertz() {
        return formantsHertz.clone();
    }

    /** The bandwidths; the array is the caller's. */
    @Override
    public double[] bandwidthsHertz() {
        return bandwidthsHertz.clone();
    }

    /**
     * The same vowel in a longer or shorter tract.
     *
     * @param factor of every resonance: above 1 for a shorter tract
     */
    public TractState scaled(double factor) {
        double[] formants = formantsHertz.clone();
        for (int i = 0; i < FORMANTS; i++) {
            formants[i] *= factor;
        }
        return new TractState(formants, bandwidthsHertz);
    }

    /**
     * What lies between this (share 0) and another (share 1), or farther from this one than the other (above 1); resonances
     * that would cross there meet.
     */
    public TractState towards(TractState other, double share) {
        double[] formants = formantsHertz.clone();
        double[] bandwidths = bandwidthsHertz.clone();
        for (int i = 0; i < FORMANTS; i++) {
            double formant = formants[i] + share * (other.formantsHertz[i] - formants[i]);
            formants[i] = i == 0 ? formant : Math.max(formant, formants[i - 1]);
            bandwidths[i] += share * (other.bandwidthsHertz[i] - bandwidths[i]);
        }
        return new TractState(formants, bandwidths);
    }
}
