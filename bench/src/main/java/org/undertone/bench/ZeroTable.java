package org.undertone.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.undertone.baseline.Dummy;
import org.undertone.metrics.Metric;
import org.undertone.metrics.Scores;

/**
 * What predictors that look at nothing score on real labels by the paper's own metrics: a table of CMU-MOSEI's labels with
 * the columns happy, sad, anger, surprise, disgust, fear.
 */
public final class ZeroTable {

    private static final List<String> COLUMNS = List.of("happy", "sad", "anger", "surprise", "disgust", "fear");

    private ZeroTable() {}

    /** Prints the table for a labels CSV. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 || !Files.isRegularFile(Path.of(arguments[0]))) {
            System.err.println("zero-table: no file of labels is there: " + String.join(" ", arguments)
                    + "; give the CSV of CMU-MOSEI's labels");
            System.exit(1);
        }
        double[][] labels = read(Path.of(arguments[0]));
        double[] half = new double[COLUMNS.size()];
        Arrays.fill(half, 0.5);
        double[] medians = Dummy.MEDIAN.fit(labels);
        Scores zeros = Scores.of(repeat(Dummy.ZEROS.fit(labels), labels.length), labels, half, medians);
        Scores means = Scores.of(repeat(Dummy.MEAN.fit(labels), labels.length), labels, half, medians);
        System.out.printf("%-28s", labels.length + " segments");
        COLUMNS.forEach(column -> System.out.printf("%9s", column));
        System.out.printf("%9s%n", "mean");
        row("4-class accuracy of zero", zeros, Metric.ACCURACY4);
        row("F1 of absent, of zero", zeros, Metric.F1_ABSENT);
        row("MAE of zero", zeros, Metric.MAE);
        row("MAE of the mean", means, Metric.MAE);
        row("UAR of zero", zeros, Metric.UAR);
        row("CCC of zero", zeros, Metric.CCC);
    }

    private static void row(String title, Scores scores, Metric metric) {
        System.out.printf("%-28s", title);
        for (int emotion = 0; emotion < COLUMNS.size(); emotion++) {
            System.out.printf(
                    Locale.ROOT, "%9.4f", scores.emotion(metric, emotion).value());
        }
        System.out.printf(Locale.ROOT, "%9.4f%n", scores.overall(metric).value());
    }

    private static double[][] repeat(double[] row, int count) {
        double[][] rows = new double[count][];
        Arrays.fill(rows, row);
        return rows;
    }

    private static double[][] read(Path file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord record : csv) {
                rows.add(COLUMNS.stream()
                        .mapToDouble(column -> Double.parseDouble(record.getField(column)))
                        .toArray());
            }
        }
        return rows.toArray(double[][]::new);
    }
}
