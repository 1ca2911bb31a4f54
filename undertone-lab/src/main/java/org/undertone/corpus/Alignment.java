package org.undertone.corpus;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which rows of a sequence belong to a segment, as the CMU Multimodal SDK (1.2.0) aligns. Sorted by start, a row [a, b]
 * belongs to a segment [s, e] if {@code e - a > -epsilon} and {@code b - s > -epsilon}, and if, clipped to [s, e], it is
 * longer than epsilon. The SDK looks at every row for every segment; here two binary searches leave few to look at.
 */
final class Alignment {
    /** Seconds below which the SDK takes two times for the same. */
    static final double EPSILON = 1e-5;

    private static final int STEPS_LOOKED_AT = 1000;

    private final double[] starts;
    private final double[] ends;
    /** The latest end up to each row; it ascends even where ends do not. */
    private final double[] latestEnds;
    /** The row in the file, by place in the sorted sequence; null where the file is sorted. */
    private final int[] fileRows;

    /**
     * Sorts rows by start; rows that start together stay in the file's order.
     *
     * @param intervals start and end of each row, row-major
     */
    Alignment(double[] intervals) {
        int rows = intervals.length / 2;
        fileRows = sorted(intervals, rows) ? null : order(intervals, rows);
        starts = new double[rows];
        ends = new double[rows];
        latestEnds = new double[rows];
        double latest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows; i++) {
            int row = fileRows == null ? i : fileRows[i];
            starts[i] = intervals[2 * row];
            ends[i] = intervals[2 * row + 1];
            latest = Math.max(latest, ends[i]);
            latestEnds[i] = latest;
        }
    }

    private static boolean sorted(double[] intervals, int rows) {
        for (int row = 1; row < rows; row++) {
            if (intervals[2 * row] < intervals[2 * (row - 1)]) {
                return false;
            }
        }
        return true;
    }

    private static int[] order(double[] intervals, int rows) {
        return IntStream.range(0, rows)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> intervals[2 * row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Whether the file's rows had to be sorted. */
    boolean reordered() {
        return fileRows != null;
    }

    /** The rows of the segment, as numbers of rows in the file, in order of time; none where it has no features. */
    int[] rows(double start, double end) {
        int from = firstTrue(i -> latestEnds[i] - start > -EPSILON);
        int to = firstTrue(i -> !(end - starts[i] > -EPSILON));
        var rows = new int[Math.max(0, to - from)];
        int count = 0;
        for (int i = from; i < to; i++) {
            if (ends[i] - start > -EPSILON && clippedLength(i, start, end) > EPSILON) {
                rows[count++] = fileRows == null ? i : fileRows[i];
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private double clippedLength(int i, double start, double end) {
        return Math.abs(Math.max(starts[i], start) - Math.min(ends[i], end));
    }

    private interface Condition {
        boolean holds(int i);
    }

    /** The first place where a condition holds that holds from there on; the number of rows if it never does. */
    private int firstTrue(Condition condition) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (condition.holds(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The median time between rows, in seconds; of at most some thousand steps, evenly spread. */
    double step() {
        int rows = starts.length;
        if (rows == 1) {
            return ends[0] - starts[0];
        }
        int stride = Math.max(1, (rows - 1) / STEPS_LOOKED_AT);
        double[] steps = IntStream.iterate(1, i -> i < rows, i -> i + stride)
                .mapToDouble(i -> starts[i] - starts[i - 1])
                .sorted()
                .toArray();
        return steps[steps.length / 2];
    }
}
