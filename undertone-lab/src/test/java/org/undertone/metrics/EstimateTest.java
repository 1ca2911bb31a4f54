package org.undertone.metrics;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void rejectsAValueThatIsNotANumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimate.of(Double.NaN))
                .withMessageContaining("NaN");
    }

    @Test
    void rejectsAReasonBesideAValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimate(OptionalDouble.of(1), "no labels"))
                .withMessageContaining("no labels");
    }

    @Test
    void rejectsAMissingReason() {
        assertThatIllegalArgumentException().isThrownBy(() -> Estimate.undefined(""));
        assertThatIllegalArgumentException().isThrownBy(() -> IntervalEstimate.undefined(""));
    }

    @Test
    void rejectsAReasonBesideAnInterval() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntervalEstimate(Optional.of(new Interval(0, 1)), "too few"))
                .withMessageContaining("too few");
    }

    @Test
    void rejectsAnIntervalThatEndsBeforeItStarts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(2, 1))
                .withMessageContaining("2.0 and 1.0");
    }

    @Test
    void rejectsAnIntervalWithoutAnEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(0, Double.POSITIVE_INFINITY))
                .withMessageContaining("Infinity");
    }
}
