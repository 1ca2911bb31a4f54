package org.undertone.training;

import java.util.Objects;

/**
 * Settings of the training loop.
 *
 * @param epochs passes over the clips
 * @param batchClips clips per step; the paper does not say
 * @param stepLimit ends training after so many steps, whatever the epochs; 0 for no limit
 * @param adam settings of the optimiser
 */
public record TrainerSettings(int epochs, int batchClips, long stepLimit, AdamSettings adam) {

    /**
     * Clips per shard. Fixed, whatever the number of workers, so that sums are taken in the same order and the same
     * seed gives the same bits on one core and on sixteen.
     */
    static final int SHARD_CLIPS = 16;

    /** Checks the ranges. */
    public TrainerSettings {
        Objects.requireNonNull(adam, "adam");
        if (epochs < 1) {
            throw new IllegalArgumentException("there must be at least 1 epoch but there are " + epochs);
        }
        if (batchClips < 1 || batchClips > 4096) {
            throw new IllegalArgumentException("clips per batch must lie in 1..4096 but are " + batchClips);
        }
        if (stepLimit < 0) {
            throw new IllegalArgumentException("the limit of steps must be 0 (none) or more but is " + stepLimit);
        }
    }

    /** Steps that training over so many clips takes. */
    public long steps(int clips) {
        long all = (long) epochs * ((clips + batchClips - 1) / batchClips);
        return stepLimit == 0 ? all : Math.min(all, stepLimit);
    }
}
