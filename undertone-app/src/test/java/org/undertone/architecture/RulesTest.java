package org.undertone.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The architecture test itself, on trees of two or three classes that are compiled here. */
class RulesTest {
    private static final String DRAWING = "core & lab & cli\nlab --> core\ncli --> core & lab";

    @TempDir
    private Path directory;

    private final List<Path> sources = new ArrayList<>();

    private void source(String packageName, String name, String body) throws IOException {
        Path file = directory.resolve("src/" + packageName.replace('.', '/') + "/" + name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "package org.undertone." + packageName + ";\n" + body + "\n");
        sources.add(file);
    }

    private List<String> violations(String graph) throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        var arguments = new ArrayList<>(List.of("--release", "17", "-nowarn", "-d", classes.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        Path root = directory.resolve("src");
        var uses = new ArrayList<>(SourceScan.uses(root, Rules.ROOT));
        uses.addAll(ClassScan.uses(List.of(classes), Rules.ROOT));
        return Rules.violations(drawing(graph), new TreeSet<>(SourceScan.packages(root, Rules.ROOT)), uses);
    }

    private static Drawing drawing(String graph) {
        return Drawing.parse("# T\n\n```mermaid\ngraph LR\n" + graph + "\n```\n");
    }

    private void threePackages() throws IOException {
        source(
                "core",
                "A",
                "public class A { public static final int SIZE = 7; public static int size() { return 1; } public int depth() { return 2; } }");
        source("lab", "B", "public class B { int b = org.undertone.core.A.size(); }");
        source("cli", "C", "import org.undertone.lab.B; class C { B b; static { System.out.println(); } }");
    }

    @Test
    void isContentWithWhatIsDrawn() throws IOException {
        threePackages();
        assertThat(violations(DRAWING)).isEmpty();
    }

    @Test
    void rejectsAnImportWithoutAnArrow() throws IOException {
        threePackages();
        assertThat(violations("core & lab & cli\ncli --> lab"))
                .isNotEmpty()
                .allMatch(violation -> violation.startsWith("lab uses org.undertone.core.A"));
    }

    @Test
    void rejectsAnImportAgainstTheArrow() throws IOException {
        threePackages();
        source("core", "D", "class D { org.undertone.lab.B b; }");
        assertThat(violations(DRAWING))
                .anyMatch(violation -> violation.startsWith("core uses org.undertone.lab.B without an arrow to lab"));
    }

    @Test
    void seesAnImportOfWhichOnlyAnInlinedConstantIsUsed() throws IOException {
        threePackages();
        source("lab", "D", "import static org.undertone.cli.E.DEPTH; class D { int d = DEPTH; }");
        source("cli", "E", "public class E { public static final int DEPTH = 3; }");
        assertThat(violations(DRAWING))
                .containsExactly("lab uses org.undertone.cli.E without an arrow to cli: D.java (source)");
    }

    @Test
    void seesAQualifiedNameThatIsBrokenOverLines() throws IOException {
        threePackages();
        source("cli", "E", "public class E { public static final int DEPTH = 3; }");
        source("lab", "D", "class D { int d = org.undertone\n    .cli\n    .E.DEPTH; }");
        assertThat(violations(DRAWING))
                .containsExactly("lab uses org.undertone.cli.E without an arrow to cli: D.java (source)");
    }

    @Test
    void seesATypeThatIsNamedNowhere() throws IOException {
        threePackages();
        source("lab", "F", "public class F { public org.undertone.core.A a() { return null; } }");
        source("cli", "E", "class E { int size = new org.undertone.lab.F().a().depth(); }");
        assertThat(violations("core & lab & cli\nlab --> core\ncli --> lab"))
                .isNotEmpty()
                .allMatch(violation -> violation.startsWith("cli uses org.undertone.core.A"));
    }

    @Test
    void passesOverCommentsAndStrings() throws IOException {
        threePackages();
        source(
                "core",
                "D",
                "/** {@link org.undertone.cli.C} */ class D { // org.undertone.lab.B\n"
                        + "String s = \"org.undertone.lab.B \\\" org.undertone.cli.C\"; char c = '\"'; }");
        assertThat(violations(DRAWING)).isEmpty();
    }

    @Test
    void rejectsAPackageThatIsNotDrawn() throws IOException {
        threePackages();
        source("core.secret", "D", "class D {}");
        assertThat(violations(DRAWING)).containsExactly("package core.secret is not drawn in ARCHITECTURE.md");
    }

    @Test
    void tellsAPackageFromTheOneAboveIt() throws IOException {
        threePackages();
        source("core.kernel", "K", "public class K { }");
        source("core", "D", "class D { org.undertone.core.kernel.K k; }");
        String withKernel = DRAWING + "\nkernel[\"core.kernel\"]";
        assertThat(violations(withKernel))
                .isNotEmpty()
                .allMatch(violation -> violation.contains("without an arrow to core.kernel"));
        assertThat(violations(withKernel + "\ncore --> kernel")).isEmpty();
    }

    @Test
    void rejectsAnArrowToAPackageThatIsNotThere() throws IOException {
        threePackages();
        assertThat(violations(DRAWING + "\nlab --> gone"))
                .containsExactly("package gone is drawn in ARCHITECTURE.md but is not there");
    }

    @Test
    void rejectsACycle() throws IOException {
        threePackages();
        assertThat(violations(DRAWING + "\ncore --> cli"))
                .containsExactly("the drawing has a cycle: cli --> core --> cli");
    }

    @Test
    void rejectsStandardStreamsOutsideTheCommandLine() throws IOException {
        threePackages();
        source("lab", "D", "import static java.lang.System.err; class D { void d() { err.println(); } }");
        assertThat(violations(DRAWING))
                .hasSize(1)
                .allMatch(violation -> violation.startsWith("lab uses java.lang.System.err, which belongs to cli"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Math.ran%s()",
                "new java.util.Ran%s().nextInt()",
                "((java.util.function.Supplier<?>) java.util.Ran%s::new).get().hashCode()",
                "new java.util.SplittableRan%s().nextInt()",
                "java.util.concurrent.ThreadLocalRan%s.current().nextInt()",
                "new java.security.SecureRan%s(new byte[] {1}).nextInt()",
                "java.util.UUID.ran%sUUID().version()",
                "java.util.ran%1$s.Ran%1$sGenerator.getDefault().nextInt()",
            })
    void rejectsRandomnessWithoutASeed(String expression) throws IOException {
        threePackages();
        source("cli", "D", "class D { double d = " + expression.formatted("dom") + "; }");
        assertThat(violations(DRAWING))
                .isNotEmpty()
                .allMatch(violation -> violation.contains(", randomness without a seed: "));
    }

    @Test
    void allowsRandomnessWithASeed() throws IOException {
        threePackages();
        source("lab", "D", "class D { int d = new java.util.SplittableRandom(1).nextInt(); }");
        source(
                "lab",
                "E",
                "class E { void e(java.util.List<?> l) {"
                        + " java.util.Collections.shuffle(l, new java.util.Random(1)); } }");
        assertThat(violations(DRAWING)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class D implements java.io.Serializable {}",
                "class D { java.io.ObjectInputStream in; }",
                "class D { void d(java.io.OutputStream o) throws Exception { new java.io.ObjectOutputStream(o); } }",
            })
    void rejectsSerialization(String body) throws IOException {
        threePackages();
        source("lab", "D", body);
        assertThat(violations(DRAWING))
                .isNotEmpty()
                .allMatch(violation -> violation.contains(", the serialization of Java: "));
    }

    @Test
    void allowsExceptions() throws IOException {
        threePackages();
        source("lab", "D", "class D extends Exception { static final long serialVersionUID = 1L; }");
        assertThat(violations(DRAWING)).isEmpty();
    }

    @Test
    void readsSubgraphsLabelsAndChains() {
        Drawing drawing = drawing("subgraph lab [\"undertone-lab\"]\nnet --> kernel[\"network.kernel\"]\nend\n"
                + "%% a comment\nnet[\"network\"]\na --> net --> b & c");
        assertThat(drawing.packages()).containsExactlyInAnyOrder("a", "b", "c", "network", "network.kernel");
        assertThat(drawing.allows("network", "network.kernel")).isTrue();
        assertThat(drawing.allows("a", "network")).isTrue();
        assertThat(drawing.allows("network", "c")).isTrue();
        assertThat(drawing.allows("a", "c")).isFalse();
        assertThat(drawing.cycle()).isEmpty();
    }

    @Test
    void rejectsADrawingThatCannotBeRead() {
        assertThatThrownBy(() -> drawing("a -.-> b")).hasMessageContaining("cannot be read: a -.-> b");
        assertThatThrownBy(() -> drawing("a -->")).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> Drawing.parse("# nothing")).hasMessageContaining("no mermaid drawing");
        assertThatThrownBy(() -> Drawing.parse("```mermaid\na\n```\n```mermaid\nb\n```\n"))
                .hasMessageContaining("more than one");
    }
}
