package org.undertone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** docs/dependencies.md against the root pom. */
class DependenciesTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (\\S+) \\| [^|]+ \\| [^|]+ \\|$");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    @Test
    void everyVersionInThePomIsExplained() throws Exception {
        Path root = Repository.root();
        var explained = new TreeSet<String>();
        ROW.matcher(Files.readString(root.resolve("docs/dependencies.md")))
                .results()
                .forEach(row -> explained.add(row.group(1) + " " + row.group(2)));
        assertThat(explained).isEqualTo(versions(root.resolve("pom.xml")));
    }

    /** Every artifact and its version, properties replaced; our own modules left out. */
    private static TreeSet<String> versions(Path pom) throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        var properties = new TreeMap<String, String>();
        var all = ((Element) document.getElementsByTagName("properties").item(0)).getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            properties.put(all.item(i).getNodeName(), all.item(i).getTextContent());
        }
        var versions = new TreeSet<String>();
        for (String kind : new String[] {"dependency", "plugin"}) {
            var elements = document.getElementsByTagName(kind);
            for (int i = 0; i < elements.getLength(); i++) {
                var element = (Element) elements.item(i);
                String version = child(element, "version");
                if (!version.isEmpty() && !version.equals("${project.version}")) {
                    versions.add(child(element, "artifactId") + " " + resolve(version, properties));
                }
            }
        }
        return versions;
    }

    private static String resolve(String version, TreeMap<String, String> properties) {
        String resolved = version;
        while (resolved.contains("${")) {
            resolved = PROPERTY.matcher(resolved)
                    .replaceAll(property -> Matcher.quoteReplacement(properties.get(property.group(1))));
        }
        return resolved;
    }

    private static String child(Element element, String name) {
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return node.getTextContent().strip();
            }
        }
        return "";
    }
}
