package org.undertone.bench.parity;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A CSV of numbers that the original wrote. */
record GoldenTable(List<String> columns, double[][] rows) {
    static GoldenTable read(Path file) throws IOException {
        var rows = new ArrayList<double[]>();
        List<String> columns = List.of();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : csv) {
                columns = line.getHeader();
                rows.add(line.getFields().stream()
                        .mapToDouble(GoldenTable::number)
                        .toArray());
            }
        }
        return new GoldenTable(columns, rows.toArray(double[][]::new));
    }

    /** Octave writes Inf where Java reads Infinity. */
    private static double number(String text) {
        return Double.parseDouble(text.replace("Inf", "Infinity"));
    }

    double[] column(String name) {
        int column = columns.indexOf(name);
        var values = new double[rows.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = rows[row][column];
        }
        return values;
    }
}
