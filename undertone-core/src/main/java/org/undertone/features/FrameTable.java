package org.undertone.features;

import java.util.Arrays;
import org.undertone.signal.IndexRange;

/** The frames of a stretch while their columns are being filled in, one after another. */
final class FrameTable {
    private static final int WIDTH = FrameColumns.COVAREP.count();

    private final IndexRange kept;
    private final double[] values;

    /** For some frames of those that tracks are given at. */
    FrameTable(IndexRange kept) {
        this.kept = kept;
        this.values = new double[Math.multiplyExact(kept.count(), WIDTH)];
    }

    /** Fills a column from a track at all frames, {@code [frame]}; frames without a value stay 0. */
    void put(String column, double[] track) {
        put(FrameColumns.COVAREP.index(column), track);
    }

    /** Fills neighbouring columns from the one of a name on, {@code [frame][column]}. */
    void putAll(String first, double[][] tracks) {
        int column = FrameColumns.COVAREP.index(first);
        for (int k = 0; tracks.length > 0 && k < tracks[0].length; k++) {
            int coefficient = k;
            put(
                    column + k,
                    Arrays.stream(tracks).mapToDouble(row -> row[coefficient]).toArray());
        }
    }

    private void put(int column, double[] track) {
        for (int frame = kept.from(); frame < Math.min(kept.end(), track.length); frame++) {
            // As in the original: what is undefined is 0, but an infinity stays what it is.
            values[(frame - kept.from()) * WIDTH + column] = Double.isNaN(track[frame]) ? 0 : track[frame];
        }
    }

    /** {@code [frame][column]} of the frames that are kept, row-major. */
    double[] values() {
        return values;
    }

    /** The same with 0 in place of whatever is not finite. */
    double[] finiteValues() {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                values[i] = 0;
            }
        }
        return values;
    }
}
