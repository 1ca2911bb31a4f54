package org.undertone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The picture is the rule: sources and classes of every module against the drawing in ARCHITECTURE.md. */
class ArchitectureTest {
    private static final List<String> MODULES = List.of("undertone-core", "undertone-lab", "undertone-app");

    @Test
    void isAsDrawn() throws IOException {
        Path root = Repository.root();
        var present = new TreeSet<String>();
        var classes = new ArrayList<Path>();
        var uses = new ArrayList<Use>();
        for (String module : MODULES) {
            Path sources = root.resolve(module).resolve("src/main/java");
            List<String> packages = SourceScan.packages(sources, Rules.ROOT);
            assertThat(packages).as("packages of " + module).isNotEmpty();
            present.addAll(packages);
            uses.addAll(SourceScan.uses(sources, Rules.ROOT));
            classes.add(root.resolve(module).resolve("target/classes"));
        }
        List<Use> ofClasses = ClassScan.uses(classes, Rules.ROOT);
        assertThat(packagesOf(ofClasses)).as("packages of the classes found").isEqualTo(present);
        uses.addAll(ofClasses);

        Drawing drawing = Drawing.parse(Files.readString(root.resolve("ARCHITECTURE.md")));
        assertThat(Rules.violations(drawing, present, uses)).isEmpty();
    }

    private static Set<String> packagesOf(List<Use> uses) {
        var packages = new TreeSet<String>();
        uses.forEach(use -> packages.add(use.from()));
        return packages;
    }
}
