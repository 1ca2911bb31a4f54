package org.undertone.corpus;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.undertone.features.FrameColumns;

/**
 * Counts, per column, values that are not finite, and finds columns whose value never changes. It sees every value of a
 * corpus, so it looks closely only where a block holds a value that is not finite, and at columns that may yet be dead.
 */
final class FrameTally {
    /** The exponent bits of a float; all set where it is infinite or not a number. */
    private static final int EXPONENT = 0x7f800000;

    private final List<String> names;
    private final int columns;
    private final long[] missing;
    /** Bits of the first frame; a column is dead while nothing differs from it. */
    private final int[] first;

    private int[] dead;
    private int[] block = new int[0];
    private long rows;

    FrameTally(FrameColumns columns) {
        this.names = columns.names();
        this.columns = columns.count();
        this.missing = new long[this.columns];
        this.first = new int[this.columns];
        this.dead = IntStream.range(0, this.columns).toArray();
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
        rows += values / columns;
        if (finite(block, values) < values) {
            countMissing(values);
        }
        dead = Arrays.stream(dead).filter(column -> unchanged(column, values)).toArray();
    }

    /** How many are finite; one loop without branches, which the compiler turns into vector instructions. */
    private static int finite(int[] bits, int values) {
        int finite = 0;
        for (int i = 0; i < values; i++) {
            finite += ((bits[i] & EXPONENT) - EXPONENT) >>> 31;
        }
        return finite;
    }

    private void countMissing(int values) {
        for (int i = 0; i < values; i++) {
            if ((block[i] & EXPONENT) == EXPONENT) {
                missing[i % columns]++;
            }
        }
    }

    private boolean unchanged(int column, int values) {
        for (int i = column; i < values; i += columns) {
            if (block[i] != first[column]) {
                return false;
            }
        }
        return true;
    }

    /** The number of values that are not finite, by column; columns without are absent. */
    Map<String, Long> missing() {
        var counts = new TreeMap<String, Long>();
        for (int column = 0; column < columns; column++) {
            if (missing[column] > 0) {
                counts.put(names.get(column), missing[column]);
            }
        }
        return counts;
    }

    /** Columns that hold one value throughout, in order. */
    List<String> dead() {
        return rows == 0 ? List.of() : Arrays.stream(dead).mapToObj(names::get).toList();
    }
}
