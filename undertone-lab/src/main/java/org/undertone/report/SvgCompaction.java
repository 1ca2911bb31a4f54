package org.undertone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Makes a drawing of charts about half as large without changing what it shows: clipping goes (all that is drawn lies
 * inside its plot, because the axes are made to hold the data), and lines that follow each other in the same style become
 * one path. What would clash when drawings stand in one page, or says nothing, goes too.
 */
final class SvgCompaction {
    private static final List<String> ENDS = List.of("x1", "y1", "x2", "y2");

    private SvgCompaction() {}

    static Element of(Element root) {
        clean(root);
        return root;
    }

    private static void clean(Element parent) {
        Element path = null;
        String style = "";
        for (Node child : children(parent)) {
            if (!(child instanceof Element element)) {
                if (child.getNodeType() == Node.COMMENT_NODE) {
                    parent.removeChild(child);
                }
                continue;
            }
            if (element.getTagName().equals("defs")) {
                parent.removeChild(element);
                continue;
            }
            element.removeAttribute("clip-path");
            if (!element.getTagName().equals("line")) {
                path = null;
                clean(element);
            } else if (path != null && style.equals(style(element))) {
                path.setAttribute("d", path.getAttribute("d") + stroke(element));
                parent.removeChild(element);
            } else {
                style = style(element);
                path = asPath(element);
                parent.replaceChild(path, element);
            }
        }
    }

    private static List<Node> children(Element parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }

    private static Element asPath(Element line) {
        Element path = line.getOwnerDocument().createElementNS(line.getNamespaceURI(), "path");
        NamedNodeMap attributes = line.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (!ENDS.contains(attributes.item(i).getNodeName())) {
                path.setAttribute(
                        attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
            }
        }
        path.setAttribute("d", stroke(line));
        return path;
    }

    private static String stroke(Element line) {
        return "M" + line.getAttribute("x1") + " " + line.getAttribute("y1") + "L" + line.getAttribute("x2") + " "
                + line.getAttribute("y2");
    }

    private static String style(Element line) {
        TreeMap<String, String> style = new TreeMap<>();
        NamedNodeMap attributes = line.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (!ENDS.contains(attributes.item(i).getNodeName())) {
                style.put(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
            }
        }
        return style.toString();
    }
}
