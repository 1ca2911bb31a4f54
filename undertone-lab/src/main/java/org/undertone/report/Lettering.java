package org.undertone.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.io.IOException;

/** Fonts of the figures, none below 11 pixels, and text placed by its left, middle or right. */
final class Lettering {
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 14);
    static final Font AXIS = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    static final Color INK = new Color(0x222222);
    static final Color LINE = new Color(0x8A8A8A);
    static final Color GRID = new Color(0xE6E6E6);

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final String ELLIPSIS = "…";

    private Lettering() {}

    /**
     * Makes sure that letters can be drawn at all: a Java without fonts fails in many ways once it needs one.
     *
     * @throws IOException where they cannot
     */
    static void require(Runnable firstUse) throws IOException {
        try {
            firstUse.run();
        } catch (RuntimeException | LinkageError | InternalError e) {
            throw new IOException(
                    "figures cannot be drawn because this Java finds no font; install fontconfig and a font (on Debian"
                            + " and Ubuntu the packages fontconfig and fonts-dejavu-core)",
                    e);
        }
    }

    /** Width in pixels. */
    static double width(String text, Font font) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, CONTEXT).getWidth();
    }

    /** The text, or as much of its beginning as fits, with an ellipsis. */
    static String fit(String text, Font font, double pixels) {
        if (width(text, font) <= pixels) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        int kept = letters.length;
        while (kept > 1 && width(new String(letters, 0, kept) + ELLIPSIS, font) > pixels) {
            kept--;
        }
        return new String(letters, 0, kept).strip() + ELLIPSIS;
    }

    /**
     * Writes a line of text.
     *
     * @param anchor where x lies in the text: 0 its left, 0.5 its middle, 1 its right
     */
    static void write(Graphics2D g, String text, Font font, double x, double baseline, double anchor) {
        g.setFont(font);
        g.setColor(INK);
        g.drawString(text, (float) (x - anchor * width(text, font)), (float) baseline);
    }
}
