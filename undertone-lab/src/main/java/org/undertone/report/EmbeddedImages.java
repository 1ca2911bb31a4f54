package org.undertone.report;

import java.awt.Image;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Element;

/**
 * Puts images into a drawing as PNG in base 64. Batik's own handler would need its module of codecs for the PNG that
 * every Java can write.
 */
final class EmbeddedImages extends DefaultImageHandler {
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    @Override
    protected void handleHREF(Image image, Element element, SVGGeneratorContext context) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!(image instanceof RenderedImage pixels) || !ImageIO.write(pixels, "png", bytes)) {
                throw new IOException("this Java has no writer of PNG images, which a drawing needs");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = Base64.getEncoder().encodeToString(bytes.toByteArray());
        element.setAttributeNS(XLINK, "xlink:href", "data:image/png;base64," + text);
    }
}
