package org.undertone.features.harmonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.signal.DigitalFilter;
import org.undertone.signal.IndexRange;
import org.undertone.signal.Median;
import org.undertone.signal.Window;

class PhaseStatisticsTest {
    @ParameterizedTest
    @ValueSource(ints = {73, 100, 211})
    void agreesWithFiltersThatRunBothWays(int count) {
        var random = new Random(5);
        double[] phases = random.doubles(count, -Math.PI, Math.PI).toArray();
        var statistics = new PhaseStatistics(count, 1, true);
        measure(statistics, phases, 1);

        double[] mean = angles(box(25), map(phases, Math::cos), map(phases, Math::sin));
        double[] trend =
                angles(bell(), Median.filter(map(phases, Math::cos), 9), Median.filter(map(phases, Math::sin), 9));
        var apart = new double[count];
        for (int t = 0; t < count; t++) {
            apart[t] = phases[t] - trend[t];
        }
        double[] cosines = box(9).filterBothWays(map(apart, Math::cos));
        double[] sines = box(9).filterBothWays(map(apart, Math::sin));
        for (int t = 0; t < count; t++) {
            assertThat(statistics.meanCosines()[t][0]).isCloseTo(Math.cos(mean[t]), within(1e-10));
            assertThat(statistics.meanSines()[t][0]).isCloseTo(Math.sin(mean[t]), within(1e-10));
            double length = Math.hypot(cosines[t], sines[t]);
            double expected = length < 1 ? Math.sqrt(-2 * Math.log(length)) : 0;
            assertThat(statistics.deviations()[t][0]).isCloseTo(expected, within(1e-7));
        }
    }

    @Test
    void aConstantPhaseIsItsOwnMeanAndHasNoDeviation() {
        for (int count : new int[] {1, 2, 5, 24, 25, 60}) {
            var phases = new double[count];
            Arrays.fill(phases, 2.5);
            var statistics = new PhaseStatistics(count, 1, false);
            measure(statistics, phases, 1);
            for (int t = 0; t < count; t++) {
                assertThat(Math.atan2(statistics.meanSines()[t][0], statistics.meanCosines()[t][0]))
                        .isCloseTo(2.5, within(1e-12));
            }
            assertThat(Arrays.stream(lane(statistics.deviations(), 0)).max().getAsDouble())
                    .isLessThan(1e-7);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 25, 130})
    void tracksSideBySideAreTheSameAsEachAlone(int count) {
        int lanes = 3;
        var random = new Random(8);
        double[] phases = random.doubles(count * lanes, -Math.PI, Math.PI).toArray();
        var all = new PhaseStatistics(count, lanes, true);
        measure(all, phases, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            var alone = new PhaseStatistics(count, 1, true);
            measure(alone, track(phases, lane, lanes), 1);
            assertThat(lane(all.meanCosines(), lane)).isEqualTo(lane(alone.meanCosines(), 0));
            assertThat(lane(all.meanSines(), lane)).isEqualTo(lane(alone.meanSines(), 0));
            assertThat(lane(all.deviations(), lane)).isEqualTo(lane(alone.deviations(), 0));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9, 40})
    void mediansOfNineAreThoseOfSortedWindows(int count) {
        double[] track = new Random(4).doubles(count, -1, 1).toArray();
        var medians = new double[count][1];
        new NineMedians(count, 1, true).of(rows(track, 1), medians);
        assertThat(lane(medians, 0)).isEqualTo(Median.filter(track, 9));
        new NineMedians(count, 1, false).of(rows(track, 1), medians);
        for (int t = 0; t < count; t++) {
            var window = new double[9];
            for (int k = 0; k < 9; k++) {
                window[k] = track[Math.max(0, Math.min(count - 1, t + k - 4))];
            }
            assertThat(medians[t][0]).isEqualTo(Median.of(window));
        }
    }

    private static void measure(PhaseStatistics statistics, double[] phases, int lanes) {
        statistics.measure(Arrays.asList(rows(phases, lanes)), 0, new IndexRange(0, phases.length / lanes));
    }

    /** Tracks side by side, row by row. */
    private static double[][] rows(double[] values, int lanes) {
        var rows = new double[values.length / lanes][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = Arrays.copyOfRange(values, t * lanes, (t + 1) * lanes);
        }
        return rows;
    }

    private static double[] lane(double[][] rows, int lane) {
        return Arrays.stream(rows).mapToDouble(row -> row[lane]).toArray();
    }

    private static double[] track(double[] values, int lane, int lanes) {
        var track = new double[values.length / lanes];
        for (int t = 0; t < track.length; t++) {
            track[t] = values[t * lanes + lane];
        }
        return track;
    }

    @Test
    void theMeanOfPhasesAroundAHalfTurnIsAHalfTurn() {
        var phases = new double[101];
        for (int t = 0; t < phases.length; t++) {
            phases[t] = t % 2 == 0 ? Math.PI - 0.3 : -Math.PI + 0.3;
        }
        var statistics = new PhaseStatistics(phases.length, 1, false);
        measure(statistics, phases, 1);
        assertThat(statistics.meanCosines()[50][0]).isCloseTo(-1, within(1e-4));
    }

    /** The short-time deviation of noise of known spread: sqrt(-2 ln E[cos]) is its standard deviation for a Gaussian. */
    @Test
    void theDeviationGrowsWithTheSpread() {
        double narrow = typicalDeviation(0.2);
        double wide = typicalDeviation(0.8);
        assertThat(narrow).isBetween(0.12, 0.25);
        assertThat(wide).isBetween(0.5, 1.0);
    }

    private static double typicalDeviation(double spread) {
        var random = new Random(9);
        var phases = new double[2000];
        for (int t = 0; t < phases.length; t++) {
            phases[t] = 1 + spread * random.nextGaussian();
        }
        var statistics = new PhaseStatistics(phases.length, 1, false);
        measure(statistics, phases, 1);
        return Median.of(lane(statistics.deviations(), 0));
    }

    private static double[] angles(DigitalFilter filter, double[] cosines, double[] sines) {
        double[] x = filter.filterBothWays(cosines);
        double[] y = filter.filterBothWays(sines);
        var angles = new double[x.length];
        for (int t = 0; t < angles.length; t++) {
            angles[t] = Math.atan2(y[t], x[t]);
        }
        return angles;
    }

    private static double[] map(double[] values, DoubleUnaryOperator function) {
        return Arrays.stream(values).map(function).toArray();
    }

    private static DigitalFilter box(int frames) {
        var b = new double[frames];
        Arrays.fill(b, 1.0 / frames);
        return new DigitalFilter(b, new double[] {1});
    }

    private static DigitalFilter bell() {
        double[] b = Window.hann(9);
        double sum = Arrays.stream(b).sum();
        return new DigitalFilter(Arrays.stream(b).map(v -> v / sum).toArray(), new double[] {1});
    }
}
