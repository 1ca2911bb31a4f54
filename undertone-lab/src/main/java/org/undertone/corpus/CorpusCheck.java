package org.undertone.corpus;

import java.nio.file.Path;
import java.util.HashSet;
import org.undertone.storage.FileFormatException;

/** Checks of what a corpus directory claims. */
final class CorpusCheck {
    private CorpusCheck() {}

    static void description(Path file, CorpusDescription description) throws FileFormatException {
        double rate = description.frameRate();
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new FileFormatException(file, "frameRate", "must be above 0 but is " + rate);
        }
        if (description.clips() < 1) {
            throw new FileFormatException(file, "clips", "must be 1 or more but are " + description.clips());
        }
        var seen = new HashSet<String>();
        for (String column : description.columns()) {
            if (column.isBlank() || !seen.add(column)) {
                throw new FileFormatException(
                        file, "columns", "must be different names, but '" + column + "' is empty or occurs twice");
            }
        }
        if (seen.isEmpty()) {
            throw new FileFormatException(file, "columns", "must be 1 or more but are none");
        }
    }

    /** Offsets must rise from 0 to the number of rows; every clip has at least one frame and fits an array. */
    static void offsets(Path file, long[] offsets, long rows) throws FileFormatException {
        String where = "tensor '" + CorpusWriter.OFFSETS + "'";
        if (offsets[0] != 0) {
            throw new FileFormatException(file, where, "must begin with 0 but begins with " + offsets[0]);
        }
        for (int clip = 0; clip < offsets.length - 1; clip++) {
            long frames = offsets[clip + 1] - offsets[clip];
            if (offsets[clip + 1] <= offsets[clip] || frames > Integer.MAX_VALUE) {
                throw new FileFormatException(
                        file,
                        where,
                        "must ascend by 1 to " + Integer.MAX_VALUE + ", but clip number " + clip + " lies at "
                                + offsets[clip] + " to " + offsets[clip + 1]);
            }
        }
        long last = offsets[offsets.length - 1];
        if (last != rows) {
            throw new FileFormatException(
                    file, where, "must end with " + rows + ", the number of rows, but ends with " + last);
        }
    }
}
