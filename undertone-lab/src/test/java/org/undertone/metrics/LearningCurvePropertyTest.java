package org.undertone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LearningCurvePropertyTest {
    private static final int[] BUDGETS = {20, 35, 50, 65, 80, 200};

    @Property
    void anErrorIsAScoreUpsideDown(
            @ForAll @Size(6) List<@DoubleRange(min = 0, max = 1) Double> ours,
            @ForAll @Size(6) List<@DoubleRange(min = 0, max = 1) Double> theirs) {
        var up = new LearningCurve(BUDGETS, array(ours), true);
        var upBaseline = new LearningCurve(BUDGETS, array(theirs), true);
        var down = new LearningCurve(BUDGETS, negated(array(ours)), false);
        var downBaseline = new LearningCurve(BUDGETS, negated(array(theirs)), false);

        assertThat(down.labelsToMatch(downBaseline)).isEqualTo(up.labelsToMatch(upBaseline));
        assertThat(down.crossing(downBaseline)).isEqualTo(up.crossing(upBaseline));
        assertThat(down.normalizedArea(0, -1)).isEqualTo(up.normalizedArea(0, 1));
    }

    @Property
    void theSameCurveWithMoreLabelsNeedsThatManyTimesAsMany(
            @ForAll @Size(6) List<@DoubleRange(min = 0, max = 1) Double> scores,
            @ForAll @IntRange(min = 1, max = 8) int factor) {
        double[] rising = array(scores);
        Arrays.sort(rising);
        int[] scaled = Arrays.stream(BUDGETS).map(budget -> budget * factor).toArray();
        var ours = new LearningCurve(BUDGETS, rising, true);
        var baseline = new LearningCurve(scaled, rising, true);

        assertThat(ours.labelsToMatch(baseline).value().orElseThrow()).isCloseTo(factor, within(1e-9));
        assertThat(baseline.labelsToMatch(ours).value().orElseThrow()).isCloseTo(1.0 / factor, within(1e-9));
    }

    @Property
    void theMonotoneCurveNeverFallsAndKeepsTheMean(
            @ForAll @Size(6) List<@DoubleRange(min = -1, max = 1) Double> scores) {
        double[] fitted = MonotoneCurve.fit(new double[] {1, 2, 3, 4, 5, 6}, array(scores))
                .y();

        assertThat(fitted).isSorted();
        assertThat(Arrays.stream(fitted).sum())
                .isCloseTo(Arrays.stream(array(scores)).sum(), within(1e-12));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(value -> 0 - value).toArray();
    }
}
