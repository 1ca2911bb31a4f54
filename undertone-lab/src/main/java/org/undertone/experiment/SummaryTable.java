package org.undertone.experiment;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.OptionalDouble;

/** {@code summary.csv}: one line per method, budget, metric and emotion. */
final class SummaryTable {

    private SummaryTable() {}

    static String csv(ExperimentResults results) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
                .build(text);
        csv.writeRecord(
                "method",
                "labels",
                "metric",
                "emotion",
                "repeats",
                "mean",
                "standard_deviation",
                "low",
                "high",
                "emotions",
                "undefined");
        for (ExperimentResults.Cell cell : results.cells()) {
            long defined =
                    cell.repeats().stream().filter(OptionalDouble::isPresent).count();
            csv.writeRecord(
                    cell.method(),
                    Integer.toString(cell.budget()),
                    cell.metric(),
                    cell.emotion(),
                    Long.toString(defined),
                    text(cell.mean()),
                    text(cell.standardDeviation()),
                    cell.interval().map(i -> Double.toString(i.low())).orElse(""),
                    cell.interval().map(i -> Double.toString(i.high())).orElse(""),
                    Integer.toString(cell.emotionsCounted()),
                    cell.undefined());
        }
        return text.toString();
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }
}
