package org.undertone.report;

import java.awt.Graphics2D;

/**
 * A drawing and the words that go with it.
 *
 * @param number as the page calls it: the paper's number, or a letter
 * @param file name without directory and ending
 * @param title one line
 * @param caption what is drawn, and how to read it
 * @param description what it shows, for those who cannot see it
 * @param width in pixels
 * @param height in pixels
 * @param drawing on a canvas of that size
 */
record Figure(
        String number,
        String file,
        String title,
        String caption,
        String description,
        int width,
        int height,
        Drawing drawing) {
    /** Paints on any canvas: pixels or SVG. */
    interface Drawing {
        void draw(Graphics2D g);
    }
}
