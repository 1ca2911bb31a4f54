package org.undertone.experiment;

import java.util.List;

/**
 * How far an experiment has come.
 *
 * @param done trials that have scores, those before a resume included
 * @param total trials in all
 * @param work of the trials that are done: the labels a network was trained end to end on; 1 for trials that take
 *     seconds. Time goes by this, not by the number of trials
 * @param totalWork of all trials
 */
public record TrialCount(int done, int total, long work, long totalWork) {

    static TrialCount of(List<TrialKey> keys, TrialStore store) {
        int done = 0;
        long work = 0;
        long totalWork = 0;
        for (TrialKey key : keys) {
            long one = Methods.require(key.method()).cheap() ? 1 : key.budget();
            totalWork += one;
            if (store.done(key)) {
                done++;
                work += one;
            }
        }
        return new TrialCount(done, keys.size(), work, totalWork);
    }
}
