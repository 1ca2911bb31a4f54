package org.undertone.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    private static final double EPSILON = 1e-5;

    /** The definition: every row is looked at. */
    private static int[] slowly(double[] intervals, double start, double end) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < intervals.length / 2; row++) {
            double a = intervals[2 * row];
            double b = intervals[2 * row + 1];
            boolean meets = end - a > -EPSILON && b - start > -EPSILON;
            if (meets && Math.abs(Math.max(a, start) - Math.min(b, end)) > EPSILON) {
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparingDouble(row -> intervals[2 * row]));
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    @Property(tries = 400)
    void agreesWithTheDefinition(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int rows) {
        var random = new SplittableRandom(seed);
        double[] intervals = intervals(random, rows);
        var alignment = new Alignment(intervals);
        for (int segment = 0; segment < 20; segment++) {
            double start = time(random);
            double end = time(random);
            assertThat(alignment.rows(start, end))
                    .as("segment %s to %s", start, end)
                    .isEqualTo(slowly(intervals, start, end));
        }
    }

    /** Steady rows or rows anywhere, overlapping and reversed ones among them; times often equal or nearly so. */
    private static double[] intervals(SplittableRandom random, int rows) {
        boolean steady = random.nextBoolean();
        var intervals = new double[2 * rows];
        for (int row = 0; row < rows; row++) {
            intervals[2 * row] = steady ? 0.01 * row : time(random);
            intervals[2 * row + 1] = steady ? 0.01 * row + 0.01 : time(random);
        }
        return intervals;
    }

    private static double time(SplittableRandom random) {
        double[] nudges = {0, 0, 0.5 * EPSILON, -0.5 * EPSILON, EPSILON, -EPSILON, 1.5 * EPSILON, -1.5 * EPSILON, 0.003
        };
        return 0.01 * random.nextInt(-3, 40) + nudges[random.nextInt(nudges.length)];
    }

    @Test
    void takesTheRowsThatTheSegmentCutsInPart() {
        var alignment = new Alignment(new double[] {0, 1, 1, 2, 2, 3, 3, 4});
        assertThat(alignment.rows(0.5, 2.5)).containsExactly(0, 1, 2);
    }

    @Test
    void leavesOutRowsThatOnlyTouch() {
        var alignment = new Alignment(new double[] {0, 1, 1, 2, 2, 3});
        assertThat(alignment.rows(1, 2)).containsExactly(1);
        assertThat(alignment.rows(1 - 0.9e-5, 2 + 0.9e-5)).containsExactly(1);
        assertThat(alignment.rows(1 - 1.1e-5, 2 + 1.1e-5)).containsExactly(0, 1, 2);
    }

    @Test
    void sortsByStartAndNamesRowsAsTheFileDoes() {
        var alignment = new Alignment(new double[] {2, 3, 0, 1, 1, 2});
        assertThat(alignment.reordered()).isTrue();
        assertThat(alignment.rows(0.5, 3)).containsExactly(1, 2, 0);
    }

    @Test
    void findsNothingOutside() {
        assertThat(new Alignment(new double[] {0, 1}).rows(1, 2)).isEmpty();
        assertThat(new Alignment(new double[0]).rows(0, 1)).isEmpty();
    }

    @Test
    void aLongRowIsFoundBehindShortOnesThatEndEarlier() {
        var alignment = new Alignment(new double[] {0, 9, 1, 2, 2, 3});
        assertThat(alignment.rows(5, 6)).containsExactly(0);
    }

    @Test
    void stepIsTheMedianOfTheTimesBetweenRows() {
        assertThat(new Alignment(new double[] {0, 1, 1, 2, 2, 3, 9, 10}).step()).isEqualTo(1);
        assertThat(new Alignment(new double[] {0, 0.5}).step()).isEqualTo(0.5);
    }
}
