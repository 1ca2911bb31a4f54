package org.undertone.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

class ScoresPropertyTest {
    private static final double ROUNDING = 1e-12;

    /** One emotion's clips: predictions on a grid (so with ties) or not, labels in thirds, sometimes all the same. */
    private record Clips(double[] predictions, double[] labels) {
        static Clips random(long seed, int count) {
            var random = new SplittableRandom(seed);
            int grid = random.nextInt(1, 8);
            boolean ties = random.nextBoolean();
            int largestLabel = random.nextInt(0, 10);
            var predictions = new double[count];
            var labels = new double[count];
            for (int clip = 0; clip < count; clip++) {
                predictions[clip] = ties ? random.nextInt(-1, grid) / 2.0 : random.nextDouble() * 4 - 0.5;
                labels[clip] = random.nextInt(0, largestLabel + 1) / 3.0;
            }
            return new Clips(predictions, labels);
        }

        Clips shuffled(long seed) {
            var random = new SplittableRandom(seed);
            double[] x = predictions.clone();
            double[] y = labels.clone();
            for (int last = x.length - 1; last > 0; last--) {
                int other = random.nextInt(last + 1);
                swap(x, last, other);
                swap(y, last, other);
            }
            return new Clips(x, y);
        }

        Clips mapped(DoubleUnaryOperator map) {
            var mapped = new double[predictions.length];
            for (int clip = 0; clip < mapped.length; clip++) {
                mapped[clip] = map.applyAsDouble(predictions[clip]);
            }
            return new Clips(mapped, labels);
        }

        Scores scores() {
            var x = new double[labels.length][1];
            var y = new double[labels.length][1];
            for (int clip = 0; clip < labels.length; clip++) {
                x[clip][0] = predictions[clip];
                y[clip][0] = labels[clip];
            }
            return Scores.of(x, y, new double[] {0.5}, new double[] {0.4});
        }

        Score score(Metric metric) {
            return scores().emotion(metric, 0);
        }

        private static void swap(double[] values, int a, int b) {
            double value = values[a];
            values[a] = values[b];
            values[b] = value;
        }
    }

    private static void same(Metric metric, Score actual, Score expected) {
        assertThat(actual.defined()).as(metric.id()).isEqualTo(expected.defined());
        assertThat(actual.reason()).as(metric.id()).isEqualTo(expected.reason());
        if (expected.defined()) {
            assertThat(actual.value()).as(metric.id()).isCloseTo(expected.value(), Offset.offset(ROUNDING));
        }
    }

    @Property(tries = 300)
    void theOrderOfTheClipsDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
        Clips clips = Clips.random(seed, count);
        Clips shuffled = clips.shuffled(seed + 1);
        for (Metric metric : Metric.values()) {
            same(metric, shuffled.score(metric), clips.score(metric));
        }
    }

    @Property(tries = 300)
    void everyScoreLiesInItsRange(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
        Clips clips = Clips.random(seed, count);
        for (Metric metric : Metric.values()) {
            boolean signed = metric == Metric.QWK
                    || metric == Metric.CCC
                    || metric == Metric.PEARSON
                    || metric == Metric.SPEARMAN;
            boolean unbounded = metric == Metric.MAE || metric == Metric.SKILL || metric == Metric.PREDICTION_SD;
            clips.score(metric).optional().ifPresent(value -> {
                double least = signed ? -1 : 0;
                if (unbounded) {
                    assertThat(value).as(metric.id()).isFinite();
                } else {
                    assertThat(value).as(metric.id()).isBetween(least - ROUNDING, 1 + ROUNDING);
                }
            });
        }
    }

    @Property(tries = 300)
    void concordanceIsNeverFurtherFromZeroThanCorrelation(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int count) {
        Clips clips = Clips.random(seed, count);
        double correlation = clips.score(Metric.PEARSON).optional().orElse(0);
        double concordance = clips.score(Metric.CCC).optional().orElse(0);
        assertThat(Math.abs(concordance)).isLessThanOrEqualTo(Math.abs(correlation) + ROUNDING);
        // Within rounding of 0, the two may fall on different sides of it.
        if (Math.abs(concordance) > ROUNDING) {
            assertThat(Math.signum(concordance)).isEqualTo(Math.signum(correlation));
        }
    }

    @Property(tries = 300)
    void rankScoresKeepUnderIncreasingMaps(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
        Clips clips = Clips.random(seed, count);
        Clips mapped = clips.mapped(x -> Math.exp(x) - 40);
        for (Metric metric : new Metric[] {Metric.AUROC, Metric.AVERAGE_PRECISION, Metric.SPEARMAN}) {
            assertThat(mapped.score(metric)).as(metric.id()).isEqualTo(clips.score(metric));
        }
    }

    @Property(tries = 300)
    void reversingTheOrderTurnsTheRocAround(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int count) {
        Clips clips = Clips.random(seed, count);
        clips.score(Metric.AUROC).optional().ifPresent(area -> assertThat(
                        clips.mapped(x -> -x).score(Metric.AUROC).value())
                .isCloseTo(1 - area, Offset.offset(ROUNDING)));
    }

    @Property(tries = 300)
    void areaUnderTheRocCountsPairs(@ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int count) {
        Clips clips = Clips.random(seed, count);
        double pairs = 0;
        double won = 0;
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                if (clips.labels()[a] > 0 && clips.labels()[b] <= 0) {
                    pairs++;
                    won += (Math.signum(clips.predictions()[a] - clips.predictions()[b]) + 1) / 2;
                }
            }
        }
        Score area = clips.score(Metric.AUROC);
        assertThat(area.defined()).isEqualTo(pairs > 0);
        if (pairs > 0) {
            assertThat(area.value()).isCloseTo(won / pairs, Offset.offset(ROUNDING));
        }
    }

    @Property(tries = 300)
    void onlyTheClassMattersToClassScores(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
        Clips clips = Clips.random(seed, count);
        Clips rounded = clips.mapped(Rounding::toClass);
        for (Metric metric :
                new Metric[] {Metric.ACCURACY4, Metric.F1_MACRO4, Metric.QWK, Metric.F1_ABSENT, Metric.ZERO_SHARE}) {
            assertThat(rounded.score(metric)).as(metric.id()).isEqualTo(clips.score(metric));
        }
    }

    @Property(tries = 300)
    void predictingTheLabelsIsPerfect(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
        Clips clips = Clips.random(seed, count);
        Clips perfect = new Clips(clips.labels(), clips.labels());
        assertThat(perfect.score(Metric.MAE).value()).isZero();
        assertThat(perfect.score(Metric.ACCURACY4).value()).isEqualTo(1);
        for (Metric metric : new Metric[] {
            Metric.SKILL,
            Metric.F1_MACRO4,
            Metric.QWK,
            Metric.CCC,
            Metric.PEARSON,
            Metric.SPEARMAN,
            Metric.AVERAGE_PRECISION,
            Metric.AUROC,
            Metric.F1_ABSENT
        }) {
            perfect.score(metric)
                    .optional()
                    .ifPresent(value -> assertThat(value).as(metric.id()).isCloseTo(1, Offset.offset(ROUNDING)));
        }
    }
}
