package org.undertone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScoreTest {
    @Test
    void aDefinedScoreHasAValueAndNoReason() {
        Score score = Score.of(0.25);
        assertThat(score.defined()).isTrue();
        assertThat(score.value()).isEqualTo(0.25);
        assertThat(score.optional()).hasValue(0.25);
        assertThat(score.reason()).isEmpty();
    }

    @Test
    void anUndefinedScoreHasAReasonAndRefusesToGiveAValue() {
        Score score = Score.undefined("constant");
        assertThat(score.defined()).isFalse();
        assertThat(score.optional()).isEmpty();
        assertThat(score.reason()).isEqualTo("constant");
        assertThatThrownBy(score::value)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the score is undefined: constant");
    }

    @Test
    void rejectsAValueThatIsNotFinite() {
        assertThatThrownBy(() -> Score.of(Double.NaN)).hasMessage("a score must be finite but is NaN");
        assertThatThrownBy(() -> Score.of(Double.POSITIVE_INFINITY))
                .hasMessage("a score must be finite but is Infinity");
    }

    @Test
    void rejectsABlankReason() {
        assertThatThrownBy(() -> Score.undefined(" ")).hasMessage("an undefined score needs a reason but has none");
    }

    @Test
    void metricsAreFoundByTheirIds() {
        assertThat(Arrays.stream(Metric.values()).map(Metric::id))
                .containsExactly(
                        "mae",
                        "skill",
                        "accuracy4",
                        "f1_macro4",
                        "qwk",
                        "ccc",
                        "pearson",
                        "spearman",
                        "uar",
                        "f1_macro_presence",
                        "f1_present",
                        "average_precision",
                        "auroc",
                        "f1_absent",
                        "zero_share",
                        "prediction_sd");
        for (Metric metric : Metric.values()) {
            assertThat(Metric.ofId(metric.id())).isEqualTo(metric);
        }
    }

    @Test
    void rejectsAnIdThatIsNotThere() {
        assertThatThrownBy(() -> Metric.ofId("f1"))
                .hasMessageStartingWith("there is no metric 'f1'; there are mae, skill, accuracy4,");
    }

    @Test
    void metricsSayWhichOfThemAConstantCanFool() {
        assertThat(Arrays.stream(Metric.values()).filter(Metric::foolable).map(Metric::id))
                .containsExactly("mae", "accuracy4", "f1_present", "f1_absent", "zero_share", "prediction_sd");
        assertThat(Arrays.stream(Metric.values())
                        .filter(metric -> !metric.higherIsBetter())
                        .map(Metric::id))
                .containsExactly("mae", "zero_share", "prediction_sd");
        assertThat(Arrays.stream(Metric.values()).filter(Metric::descriptive).map(Metric::id))
                .containsExactly("zero_share", "prediction_sd");
    }

    @Test
    void roundsHalfUpExactly() {
        assertThat(Rounding.halfUp(0.49999999999999994)).isZero();
        assertThat(Rounding.halfUp(0.5)).isEqualTo(1);
        assertThat(Rounding.halfUp(1.5)).isEqualTo(2);
        assertThat(Rounding.halfUp(2.5)).isEqualTo(3);
        assertThat(Rounding.halfUp(-0.5)).isZero();
        assertThat(Rounding.halfUp(-0.75)).isEqualTo(-1);
        assertThat(Rounding.halfUp(4.25)).isEqualTo(4);
    }
}
