package org.undertone.report;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** Samples of lines with their names, below a figure in columns. */
final class Legend {
    /** A line of the figure. */
    record Entry(String text, SeriesStyle style) {}

    private record Placed(Entry entry, String text, double x, int row) {}

    private static final double SAMPLE = 40;
    private static final double GAP = 7;
    private static final double BETWEEN = 26;
    private static final int ROW = 21;
    private static final int MARGIN = 8;

    private final List<Placed> placed = new ArrayList<>();
    private final int rows;

    /** Lays the entries out in a width of so many pixels, row by row. */
    Legend(List<Entry> entries, double width, int mostColumns) {
        double widest = 1;
        for (Entry entry : entries) {
            widest = Math.max(widest, SAMPLE + GAP + Lettering.width(text(entry, width), Lettering.AXIS) + BETWEEN);
        }
        int columns = Math.max(1, Math.min(mostColumns, (int) ((width + BETWEEN) / widest)));
        for (Entry entry : entries) {
            int index = placed.size();
            placed.add(new Placed(entry, text(entry, width), index % columns * widest, index / columns));
        }
        rows = (entries.size() + columns - 1) / columns;
    }

    private static String text(Entry entry, double width) {
        return Lettering.fit(entry.text(), Lettering.AXIS, width - SAMPLE - GAP);
    }

    /** Pixels it needs. */
    int height() {
        return rows * ROW + MARGIN;
    }

    void draw(Graphics2D g, double left, double top) {
        for (Placed place : placed) {
            double y = top + MARGIN / 2.0 + place.row() * ROW + ROW / 2.0;
            place.entry().style().sample(g, left + place.x(), y, SAMPLE);
            Lettering.write(g, place.text(), Lettering.AXIS, left + place.x() + SAMPLE + GAP, y + 4, 0);
        }
    }
}
