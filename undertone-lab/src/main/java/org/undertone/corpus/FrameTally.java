package org.undertone.corpus;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.undertone.features.FrameColumns;

/** Counts, per column, values that are not finite, and finds columns whose value never changes. */
final class FrameTally {
    /** The exponent bits of a float; all set where it is infinite or not a number. */
    private static final int EXPONENT = 0x7f800000;

    private final List<String> names;
    private final int columns;
    private final long[] finite;
    /** Bits of the first frame; a column is dead while nothing differs from it. */
    private final int[] first;

    private final int[] differing;
    /** Finite values per column of one block of rows, few enough for an int. */
    private final int[] blockFinite;

    private long rows;
    private int[] block = new int[0];

    FrameTally(FrameColumns columns) {
        this.names = columns.names();
        this.columns = columns.count();
        this.finite = new long[this.columns];
        this.first = new int[this.columns];
        this.differing = new int[this.columns];
        this.blockFinite = new int[this.columns];
    }

    /** Adds whole rows, all that remain, of floats in the buffer's byte order. */
    void add(ByteBuffer frames) {
        int values = frames.remaining() / Float.BYTES;
        if (values == 0) {
            return;
        }
        if (block.length < values) {
            block = new int[values];
        }
        frames.asIntBuffer().get(block, 0, values);
        if (rows == 0) {
            System.arraycopy(block, 0, first, 0, columns);
        }
        // Whole-number arithmetic on bits, without branches, because this loop sees every value of a corpus.
        for (int row = 0; row < values; row += columns) {
            for (int column = 0; column < columns; column++) {
                int bits = block[row + column];
                blockFinite[column] += ((bits & EXPONENT) - EXPONENT) >>> 31;
                differing[column] |= bits ^ first[column];
            }
        }
        for (int column = 0; column < columns; column++) {
            finite[column] += blockFinite[column];
            blockFinite[column] = 0;
        }
        rows += values / columns;
    }

    /** The number of values that are not finite, by column; columns without are absent. */
    Map<String, Long> missing() {
        var missing = new TreeMap<String, Long>();
        for (int column = 0; column < columns; column++) {
            if (finite[column] < rows) {
                missing.put(names.get(column), rows - finite[column]);
            }
        }
        return missing;
    }

    /** Columns that hold one value throughout, in order. */
    List<String> dead() {
        List<String> dead = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            if (rows > 0 && differing[column] == 0) {
                dead.add(names.get(column));
            }
        }
        return dead;
    }
}
