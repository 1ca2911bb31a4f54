package org.undertone.training;

/**
 * Hears how training goes. Calls come from the thread that trains; a {@link
 * java.util.concurrent.CancellationException} thrown from one ends the training (an interrupt would close the files that
 * are being read).
 */
public interface TrainingListener {

    /** Hears nothing. */
    TrainingListener SILENT = new TrainingListener() {};

    /**
     * A step was taken.
     *
     * @param done steps so far, those before a resume included
     * @param total steps in all
     * @param loss of the batch
     */
    default void step(long done, long total, double loss) {}

    /**
     * An epoch was completed.
     *
     * @param epoch from 1
     * @param training mean loss over the epoch's batches
     * @param heldOut loss on held-out clips, NaN where none are held out
     */
    default void epoch(int epoch, double training, double heldOut) {}
}
