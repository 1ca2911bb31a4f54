package org.undertone.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * Values over time and height as colours. It is painted as one image of as many pixels as {@link PngImage} has: charts of a
 * library draw a rectangle for each cell, which is too many for SVG and leaves seams.
 *
 * @param field what is drawn
 * @param scale its colours
 * @param low value of the first colour
 * @param high value of the last colour
 */
record HeatMap(Field field, ColorScale scale, double low, double high) {
    private static final int SHADES = 1024;

    /** A value for each place of the plot. */
    interface Field {
        /**
         * The value at a place; NaN where there is none.
         *
         * @param along from 0 at the left to 1 at the right
         * @param up from 0 at the bottom to 1 at the top
         */
        double at(double along, double up);
    }

    void draw(Graphics2D g, Rectangle2D plot) {
        // A pixel further on each side would hide the plot's border.
        int left = (int) Math.ceil(plot.getMinX());
        int top = (int) Math.ceil(plot.getMinY());
        int width = (int) Math.floor(plot.getMaxX()) - left;
        int height = (int) Math.floor(plot.getMaxY()) - top;
        g.drawImage(image(width * PngImage.SCALE, height * PngImage.SCALE), left, top, width, height, null);
    }

    private BufferedImage image(int width, int height) {
        var shades = new int[SHADES];
        for (int i = 0; i < SHADES; i++) {
            shades[i] = scale.at(i / (SHADES - 1.0)).getRGB();
        }
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            double up = 1 - (y + 0.5) / height;
            for (int x = 0; x < width; x++) {
                double value = field.at((x + 0.5) / width, up);
                double share = Math.max(0, Math.min(1, (value - low) / (high - low)));
                int rgb = Double.isNaN(value) ? Color.WHITE.getRGB() : shades[(int) Math.round(share * (SHADES - 1))];
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }
}
