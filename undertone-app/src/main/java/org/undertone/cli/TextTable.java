package org.undertone.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A table for people: columns as wide as their widest cell, words to the left, numbers to the right. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();

    /** Begins a table. */
    static TextTable of(String... headings) {
        return new TextTable().row(headings);
    }

    /** A table of a name and its value in each row, without headings. */
    static TextTable ofPairs() {
        return new TextTable();
    }

    TextTable row(String... cells) {
        if (!rows.isEmpty() && rows.get(0).length != cells.length) {
            throw new IllegalArgumentException(
                    "a row of this table has " + rows.get(0).length + " cells, not " + cells.length);
        }
        rows.add(cells.clone());
        return this;
    }

    void print(PrintStream out) {
        if (rows.isEmpty()) {
            return;
        }
        int columns = rows.get(0).length;
        var widths = new int[columns];
        var numeric = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            int at = column;
            widths[column] =
                    rows.stream().mapToInt(row -> row[at].length()).max().orElse(0);
            numeric[column] = rows.stream().skip(1).allMatch(row -> row[at].matches("-?[0-9.,]+( %)?|-"));
        }
        for (String[] row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String padding = " ".repeat(widths[column] - row[column].length());
                line.append(numeric[column] ? padding + row[column] : row[column] + padding)
                        .append(GAP);
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
