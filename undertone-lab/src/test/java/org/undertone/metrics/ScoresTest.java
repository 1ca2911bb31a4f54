package org.undertone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final double[][] TWO_CLIPS = {{0.2, 1}, {0.8, 2}};
    private static final double[] HALVES = {0.5, 0.5};

    private static Scores scores(double[][] predictions, double[][] labels) {
        return Scores.of(predictions, labels, new double[labels[0].length], new double[labels[0].length]);
    }

    /** One emotion, threshold 0.5, training median 0. */
    private static Score score(Metric metric, double[] predictions, double[] labels) {
        return Scores.of(column(predictions), column(labels), new double[] {0.5}, new double[1])
                .emotion(metric, 0);
    }

    private static double[][] column(double[] values) {
        var column = new double[values.length][];
        for (int clip = 0; clip < values.length; clip++) {
            column[clip] = new double[] {values[clip]};
        }
        return column;
    }

    @Test
    void aPredictionAtTheThresholdIsPresent() {
        assertThat(score(Metric.UAR, new double[] {0.5, 0.4999999}, new double[] {1, 0})
                        .value())
                .isEqualTo(1);
    }

    @Test
    void skillOfTheTrainingMedianIsZero() {
        double[][] labels = {{0}, {1}, {2}};
        double[][] median = {{0.7}, {0.7}, {0.7}};
        Scores scores = Scores.of(median, labels, new double[1], new double[] {0.7});
        assertThat(scores.emotion(Metric.SKILL, 0).value()).isZero();
    }

    @Test
    void aConstantHasNoCorrelationAndNoConcordance() {
        double[] predictions = {0.1, 0.1, 0.1};
        double[] labels = {0, 1, 3};
        assertThat(score(Metric.PEARSON, predictions, labels).reason()).isEqualTo("constant");
        assertThat(score(Metric.SPEARMAN, predictions, labels).reason()).isEqualTo("constant");
        assertThat(score(Metric.CCC, predictions, labels).value()).isZero();
        assertThat(score(Metric.QWK, predictions, labels).value()).isZero();
        assertThat(score(Metric.PREDICTION_SD, predictions, labels).value()).isZero();
    }

    @Test
    void saysWhyAScoreIsUndefined() {
        double[] predictions = {0.1, 0.6};
        assertThat(score(Metric.AUROC, predictions, new double[] {0, 0}).reason())
                .isEqualTo("no positives");
        assertThat(score(Metric.AUROC, predictions, new double[] {1, 2}).reason())
                .isEqualTo("only positives");
        assertThat(score(Metric.CCC, predictions, new double[] {1, 1}).reason()).isEqualTo("constant labels");
        assertThat(score(Metric.QWK, predictions, new double[] {1, 1}).reason()).isEqualTo("constant labels");
        assertThat(score(Metric.QWK, predictions, new double[] {1, 1.2}).reason())
                .isEqualTo("all labels round to 1");
        assertThat(score(Metric.F1_ABSENT, predictions, new double[] {1, 2}).reason())
                .isEqualTo("no label rounds to 0");
    }

    @Test
    void leavesUndefinedEmotionsOutOfTheMeanAndSaysOverHowManyItIs() {
        double[][] predictions = {{0.1, 0.3, 0.4}, {0.9, 0.2, 0.4}, {0.2, 0.1, 0.4}};
        double[][] labels = {{0, 0, 1}, {1, 0, 2}, {0, 0, 0}};
        Scores scores = scores(predictions, labels);
        assertThat(scores.emotionsCounted(Metric.AUROC)).isEqualTo(2);
        assertThat(scores.overall(Metric.AUROC).value()).isEqualTo((1 + 0.5) / 2);
        assertThat(scores.emotionsCounted(Metric.PEARSON)).isEqualTo(1);
        assertThat(scores.overall(Metric.PEARSON)).isEqualTo(scores.emotion(Metric.PEARSON, 0));
        assertThat(scores.emotionsCounted(Metric.MAE)).isEqualTo(3);
    }

    @Test
    void theMeanOverNoEmotionIsUndefinedWithEveryReasonOnce() {
        double[][] predictions = {{0.1, 0.3, 0.4}, {0.9, 0.3, 0.4}};
        double[][] labels = {{0, 0, 1}, {0, 1, 2}};
        Scores scores = scores(predictions, labels);
        assertThat(scores.emotionsCounted(Metric.PEARSON)).isZero();
        assertThat(scores.overall(Metric.PEARSON).reason()).isEqualTo("constant labels; constant");
    }

    @Test
    void tinyAndHugeSpreadsStillCorrelate() {
        double[] labels = {0, 1, 2};
        assertThat(score(Metric.PEARSON, new double[] {0, 1e-250, 2e-250}, labels)
                        .value())
                .isEqualTo(1);
        assertThat(score(Metric.PEARSON, new double[] {0, 5e99, 1e100}, labels).value())
                .isEqualTo(1);
        assertThat(score(Metric.CCC, new double[] {0, 5e99, 1e100}, labels).value())
                .isBetween(0.0, 1e-99);
    }

    @Test
    void keepsNoneOfTheArrays() {
        double[][] predictions = {{0.25}};
        Scores scores = scores(predictions, new double[][] {{1}});
        predictions[0][0] = 9;
        assertThat(scores.emotion(Metric.MAE, 0).value()).isEqualTo(0.75);
    }

    @Test
    void rejectsNoClips() {
        assertThatThrownBy(() -> Scores.of(new double[0][], new double[0][], new double[0], new double[0]))
                .hasMessage("scores need at least one clip but there are 0");
    }

    @Test
    void rejectsNoEmotions() {
        assertThatThrownBy(() -> Scores.of(new double[1][0], new double[1][0], new double[0], new double[0]))
                .hasMessage("scores need at least one emotion but there are 0");
    }

    @Test
    void rejectsMorePredictionsThanLabels() {
        assertThatThrownBy(() -> scores(TWO_CLIPS, new double[][] {{1, 2}}))
                .hasMessage("there must be as many predictions as labels but there are 2 and 1");
    }

    @Test
    void rejectsRaggedPredictions() {
        assertThatThrownBy(() -> scores(new double[][] {{1, 2}, {1}}, TWO_CLIPS))
                .hasMessage("predictions of clip 1 must be 2 numbers, one per emotion, but are 1");
    }

    @Test
    void rejectsRaggedLabels() {
        assertThatThrownBy(() -> scores(TWO_CLIPS, new double[][] {{1, 2}, {1, 2, 3}}))
                .hasMessage("labels of clip 1 must be 2 numbers, one per emotion, but are 3");
    }

    @Test
    void rejectsAPredictionThatIsNotFinite() {
        assertThatThrownBy(() -> scores(new double[][] {{1, 2}, {1, Double.NaN}}, TWO_CLIPS))
                .hasMessage("predictions of clip 1 must be finite and within 1.0E100 of 0"
                        + " but that of emotion 1 is NaN");
    }

    @Test
    void rejectsALabelThatIsNotFinite() {
        assertThatThrownBy(() -> scores(TWO_CLIPS, new double[][] {{Double.NEGATIVE_INFINITY, 2}, {1, 1}}))
                .hasMessage("labels of clip 0 must be finite and within 1.0E100 of 0"
                        + " but that of emotion 0 is -Infinity");
    }

    @Test
    void rejectsAThresholdThatIsNotFinite() {
        assertThatThrownBy(() -> Scores.of(TWO_CLIPS, TWO_CLIPS, new double[] {0.5, Double.NaN}, HALVES))
                .hasMessage("thresholds must be finite and within 1.0E100 of 0 but that of emotion 1 is NaN");
    }

    @Test
    void rejectsTooFewTrainingMedians() {
        assertThatThrownBy(() -> Scores.of(TWO_CLIPS, TWO_CLIPS, HALVES, new double[] {0}))
                .hasMessage("training medians must be 2 numbers, one per emotion, but are 1");
    }

    @Test
    void rejectsAnEmotionThatIsNotThere() {
        assertThatThrownBy(() -> scores(TWO_CLIPS, TWO_CLIPS).emotion(Metric.MAE, 2))
                .hasMessage("emotion must lie in 0 to 1 but is 2");
    }

    @Test
    void givesOneMetricOfOneEmotionAsAmongAll() {
        double[][] predictions = {{0.1}, {0.9}, {2.2}, {0.4}, {1.3}};
        double[][] labels = {{0}, {1}, {3}, {0}, {0.3}};
        Scores all = Scores.of(predictions, labels, new double[] {0.5}, new double[] {0.3});
        double[] predicted = {0.1, 0.9, 2.2, 0.4, 1.3};
        double[] labelled = {0, 1, 3, 0, 0.3};
        for (Metric metric : Metric.values()) {
            assertThat(Scores.of(metric, predicted, labelled, 0.5, 0.3)).isEqualTo(all.emotion(metric, 0));
        }
    }
}
