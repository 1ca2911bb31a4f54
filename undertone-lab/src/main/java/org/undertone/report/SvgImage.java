package org.undertone.report;

import java.awt.Dimension;
import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.svggen.SimpleImageHandler;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A figure as SVG. Letters are outlines, so that it looks the same wherever it is opened; title and description are
 * texts. Ids begin with the name of the figure, so that many can stand in one page.
 */
final class SvgImage {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int DECIMALS = 2;

    private SvgImage() {}

    /** The element with all in it, without XML declaration. */
    static String of(Figure figure) {
        try {
            Document document = newDocument();
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
            context.setComment("");
            context.setPrecision(DECIMALS);
            context.setGenericImageHandler(new SimpleImageHandler(new EmbeddedImages()));
            context.setIDGenerator(new NamedIds("figure" + figure.number()));
            var graphics = new SVGGraphics2D(context, true);
            graphics.setSVGCanvasSize(new Dimension(figure.width(), figure.height()));
            figure.drawing().draw(graphics);
            return text(described(figure, document, SvgCompaction.of(graphics.getRoot())));
        } catch (ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException("figure " + figure.file() + " cannot be written as SVG", e);
        }
    }

    private static Document newDocument() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().getDOMImplementation().createDocument(SVG, "svg", null);
    }

    private static Element described(Figure figure, Document document, Element root) {
        root.setAttribute("viewBox", "0 0 " + figure.width() + " " + figure.height());
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", figure.file() + "-title " + figure.file() + "-desc");
        Element title = document.createElementNS(SVG, "title");
        title.setAttribute("id", figure.file() + "-title");
        title.setTextContent(XmlText.legal(figure.title()));
        Element description = document.createElementNS(SVG, "desc");
        description.setAttribute("id", figure.file() + "-desc");
        description.setTextContent(XmlText.legal(figure.description()));
        root.insertBefore(description, root.getFirstChild());
        root.insertBefore(title, description);
        return root;
    }

    private static String text(Element root) throws TransformerException {
        var factory = TransformerFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Transformer transformer = factory.newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        var writer = new StringWriter();
        transformer.transform(new DOMSource(root), new StreamResult(writer));
        return writer.toString();
    }

    private static final class NamedIds extends SVGIDGenerator {
        private final String name;

        NamedIds(String name) {
            this.name = name;
        }

        @Override
        public String generateID(String prefix) {
            return name + "-" + super.generateID(prefix);
        }
    }
}
