package org.undertone.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of the page.
 *
 * @param caption what it shows
 * @param head titles of the columns, the first one that of the row titles
 * @param blocks rows in groups
 * @param notes sentences below it
 */
record PageTable(String caption, List<String> head, List<Block> blocks, List<String> notes) {
    /** Rows with a title; an empty title for none. */
    record Block(String title, List<Row> rows) {
        boolean hasTitle() {
            return !title.isEmpty();
        }
    }

    /**
     * A row.
     *
     * @param kind {@code dummy}, {@code proposed} or empty: how it is set
     */
    record Row(String title, String kind, List<Entry> cells) {}

    /**
     * What stands in a column.
     *
     * @param kind {@code best}, {@code words} or empty: how it is set
     */
    record Entry(String text, String kind) {
        static Entry of(String text) {
            return new Entry(text, "");
        }

        static Entry best(String text) {
            return new Entry(text, "best");
        }

        static Entry words(String text) {
            return new Entry(text, "words");
        }
    }

    /** How many columns it has. */
    int columns() {
        return head.size();
    }

    /** Without the first, set as what stands below. */
    List<Entry> headings() {
        List<Entry> headings = new ArrayList<>();
        List<Entry> below = blocks.stream()
                .flatMap(block -> block.rows().stream())
                .findFirst()
                .map(Row::cells)
                .orElse(List.of());
        for (int column = 1; column < head.size(); column++) {
            boolean words =
                    column <= below.size() && below.get(column - 1).kind().equals("words");
            headings.add(new Entry(head.get(column), words ? "words" : ""));
        }
        return headings;
    }

    /** Title of the row titles. */
    String corner() {
        return head.get(0);
    }
}
