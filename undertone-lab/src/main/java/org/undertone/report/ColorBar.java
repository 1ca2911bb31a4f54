package org.undertone.report;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * What the colours of a plot mean, to the right of it.
 *
 * @param scale its colours, the first at the bottom
 * @param steps so many even fields, or 0 for a smooth run
 * @param labels from the bottom to the top, at even distances
 */
record ColorBar(ColorScale scale, int steps, List<String> labels) {
    private static final double GAP = 12;
    private static final double WIDTH = 12;
    private static final int SMOOTH = 64;

    void draw(Graphics2D g, Rectangle2D plot) {
        double left = plot.getMaxX() + GAP;
        int fields = steps == 0 ? SMOOTH : steps;
        for (int i = 0; i < fields; i++) {
            double bottom = plot.getMaxY() - plot.getHeight() * i / fields;
            // Each reaches up to the top, so that no gap shows between it and the next.
            g.setColor(scale.at(i / (fields - 1.0)));
            g.fill(new Rectangle2D.Double(left, plot.getMinY(), WIDTH, bottom - plot.getMinY()));
        }
        g.setColor(Lettering.LINE);
        g.setStroke(new BasicStroke(1));
        g.draw(new Rectangle2D.Double(left, plot.getMinY(), WIDTH, plot.getHeight()));
        for (int i = 0; i < labels.size(); i++) {
            double y = plot.getMaxY() - plot.getHeight() * i / (labels.size() - 1);
            g.setColor(Lettering.LINE);
            g.draw(new Line2D.Double(left + WIDTH, y, left + WIDTH + 4, y));
            Lettering.write(g, labels.get(i), Lettering.TICK, left + WIDTH + 8, y + 4, 0);
        }
    }
}
