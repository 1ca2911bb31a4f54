package org.undertone.corpus;

import java.nio.file.Path;
import org.undertone.storage.FileFormatException;

/**
 * One entry of a computational sequence.
 *
 * @param features one row per interval
 * @param intervals start and end of each row, in seconds
 */
record CsdEntry(CsdMatrix features, CsdMatrix intervals) {

    /** Checks that the shapes fit each other. */
    void check(Path file, String where) throws FileFormatException {
        if (intervals.columns() != 2) {
            throw new FileFormatException(
                    file, where + ", intervals", "must have 2 columns, start and end, but has " + intervals.columns());
        }
        if (features.rows() != intervals.rows()) {
            throw new FileFormatException(
                    file, where, "has " + features.rows() + " rows of features but " + intervals.rows() + " intervals");
        }
    }

    long rows() {
        return features.rows();
    }
}
