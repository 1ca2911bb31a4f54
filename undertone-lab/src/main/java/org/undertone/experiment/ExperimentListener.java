package org.undertone.experiment;

import org.undertone.training.TrainingListener;

/** Hears how an experiment goes. Trials are reported from several threads, one at a time. */
public interface ExperimentListener {

    /** Hears nothing. */
    ExperimentListener SILENT = new ExperimentListener() {};

    /** A sentence that the user must know. */
    default void message(String sentence) {}

    /**
     * An encoder is about to be pre-trained.
     *
     * @return hears how that goes
     */
    default TrainingListener pretraining(int fold, int folds) {
        return TrainingListener.SILENT;
    }

    /** Clips are about to be encoded and described, for all trials of a fold. */
    default void preparing(int fold, int folds) {}

    /**
     * A trial ended.
     *
     * @param count how far the experiment has come
     * @param name of the trial
     */
    default void trial(TrialCount count, String name) {}

    /**
     * A trial failed; the others go on.
     *
     * @param name of the trial
     * @param reason one sentence
     */
    default void failed(String name, String reason) {}
}
