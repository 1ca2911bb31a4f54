package org.undertone.cli;

import org.undertone.model.Prediction;

/** Prints what a model says of recordings, row after row. */
interface PredictionRows {
    /** What stands above the rows. */
    void begin();

    /**
     * A row.
     *
     * @param file the recording it is about
     */
    void row(String file, Prediction prediction);

    /** What stands below the rows. */
    void end();
}
