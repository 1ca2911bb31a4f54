package org.undertone.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What a system that always answers zero gets, on labels whose proportions are known. */
class ZeroPredictorTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-12);
    private static final int CLIPS = 600;

    /** Clips, out of 600, whose intensity is 1/3 (rounds to 0), 2/3 (rounds to 1) and 2. */
    private static final int[][] COUNTS = {{60, 120, 30}, {18, 12, 0}, {0, 0, 6}};

    /** Labels as published: seven digits, so that a third is not exactly a third. */
    private static double[][] labels() {
        var csv = new StringBuilder("id,happy,sad,fear\n");
        for (int clip = 0; clip < CLIPS; clip++) {
            csv.append("clip").append(clip);
            for (int[] counts : COUNTS) {
                csv.append(',').append(intensity(counts, clip));
            }
            csv.append('\n');
        }
        try (var reader = CsvReader.builder().ofNamedCsvRecord(csv.toString())) {
            List<double[]> rows = new ArrayList<>();
            reader.forEach(row -> rows.add(new double[] {
                Double.parseDouble(row.getField("happy")),
                Double.parseDouble(row.getField("sad")),
                Double.parseDouble(row.getField("fear"))
            }));
            return rows.toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String intensity(int[] counts, int clip) {
        if (clip < counts[0]) {
            return "0.3333333";
        }
        if (clip < counts[0] + counts[1]) {
            return "0.6666667";
        }
        return clip < counts[0] + counts[1] + counts[2] ? "2.0" : "0.0";
    }

    private static final Scores ZEROS = Scores.of(
            new double[CLIPS][COUNTS.length], labels(), new double[] {0.5, 0.5, 0.5}, new double[COUNTS.length]);

    private static double value(Metric metric, int emotion) {
        return ZEROS.emotion(metric, emotion).value();
    }

    @Test
    void accuracyIsTheShareThatRoundsToZero() {
        double[] shares = {450 / 600.0, 588 / 600.0, 594 / 600.0};
        for (int emotion = 0; emotion < shares.length; emotion++) {
            assertThat(value(Metric.ACCURACY4, emotion)).isCloseTo(shares[emotion], CLOSE);
            assertThat(value(Metric.F1_ABSENT, emotion)).isCloseTo(2 * shares[emotion] / (1 + shares[emotion]), CLOSE);
        }
        assertThat(ZEROS.overall(Metric.ACCURACY4).value()).isCloseTo((450 + 588 + 594) / 1800.0, CLOSE);
    }

    /** CMU-MOSEI has a few labels of exactly one half, enough to move the third digit for happiness. */
    @Test
    void labelsOfOneHalfDoNotRoundToZero() {
        double[][] labels = {{0.5}, {0.49999999999999994}, {0}, {1.5}};
        Scores scores = Scores.of(new double[4][1], labels, new double[] {0.5}, new double[1]);
        assertThat(scores.emotion(Metric.ACCURACY4, 0).value()).isEqualTo(0.5);
    }

    @Test
    void errorIsTheMeanLabel() {
        assertThat(value(Metric.MAE, 0)).isCloseTo((60 * 0.3333333 + 120 * 0.6666667 + 30 * 2) / 600, CLOSE);
        assertThat(value(Metric.MAE, 1)).isCloseTo((18 * 0.3333333 + 12 * 0.6666667) / 600, CLOSE);
        assertThat(value(Metric.MAE, 2)).isCloseTo(6 * 2 / 600.0, CLOSE);
    }

    @Test
    void metricsThatCannotBeFooledGiveWhatTheySayAConstantGets() {
        double[] positives = {210 / 600.0, 30 / 600.0, 6 / 600.0};
        for (int emotion = 0; emotion < positives.length; emotion++) {
            String of = String.format(Locale.ROOT, "emotion %d", emotion);
            assertThat(value(Metric.SKILL, emotion)).as(of).isZero();
            assertThat(value(Metric.CCC, emotion)).as(of).isZero();
            assertThat(value(Metric.QWK, emotion)).as(of).isZero();
            assertThat(value(Metric.UAR, emotion)).as(of).isEqualTo(0.5);
            assertThat(value(Metric.AUROC, emotion)).as(of).isEqualTo(0.5);
            assertThat(value(Metric.AVERAGE_PRECISION, emotion)).as(of).isCloseTo(positives[emotion], CLOSE);
            assertThat(value(Metric.F1_PRESENT, emotion)).as(of).isZero();
            assertThat(value(Metric.F1_MACRO_PRESENCE, emotion)).as(of).isLessThan(0.5);
            assertThat(ZEROS.emotion(Metric.PEARSON, emotion).reason()).as(of).isEqualTo("constant");
            assertThat(value(Metric.ZERO_SHARE, emotion)).as(of).isEqualTo(1);
        }
        assertThat(value(Metric.F1_MACRO4, 0)).isCloseTo(2 * 0.75 / 1.75 / 3, CLOSE);
    }
}
