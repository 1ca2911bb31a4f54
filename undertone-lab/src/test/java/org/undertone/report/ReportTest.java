package org.undertone.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.experiment.ExperimentResults;
import org.undertone.experiment.ExperimentResults.Method;
import org.undertone.experiment.MethodKind;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportTest {
    private static final List<String> FIGURES = List.of(
            "figureA-ccc",
            "figureB-uar",
            "figureC-auroc",
            "figureD-pretraining-loss",
            "figure1-emotions",
            "figure4-accuracy",
            "figure5-mae",
            "figure6-accuracy-by-emotion",
            "figure7-mae-by-emotion");

    @TempDir
    private static Path usual;

    @TempDir
    private Path directory;

    @BeforeAll
    static void writeTheUsualReport() throws IOException {
        Report.write(new MadeUpResults().messages("Cut <to> 7 & fewer.").build(), usual);
    }

    @Test
    void writesEveryFigureAndThePageAndNothingElse() throws IOException {
        List<String> expected = new ArrayList<>(List.of("report.html"));
        FIGURES.forEach(name -> expected.addAll(List.of("figures/" + name + ".svg", "figures/" + name + ".png")));
        assertThat(files(usual)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void sameResultsGiveTheSameBytes() throws IOException {
        Report.write(new MadeUpResults().messages("Cut <to> 7 & fewer.").build(), directory);
        for (String file : files(usual)) {
            assertThat(directory.resolve(file)).hasSameBinaryContentAs(usual.resolve(file));
        }
    }

    @Test
    void overwritesAnEarlierReportAndLeavesOutTheBoxOfMessagesWhereThereIsNone() throws Exception {
        Files.writeString(directory.resolve("report.html"), "old");
        Report.write(small().build(), directory);
        assertThat(Files.readString(directory.resolve("report.html"))).startsWith("<!DOCTYPE html>");
        assertThat(text(directory)).doesNotContain("Know this first");
    }

    @Test
    void pageIsWellFormedAndShowsEveryFigureWithATitleAndACaption() throws Exception {
        Document page = page(usual);
        assertThat(elements(page, "svg")).hasSize(FIGURES.size()).allSatisfy(svg -> {
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                    .isNotBlank();
            assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                    .isNotBlank();
        });
        assertThat(elements(page, "figcaption")).hasSize(FIGURES.size());
    }

    @Test
    void idsOfThePageAreUnique() throws Exception {
        List<String> ids = elements(page(usual), "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().contains("found", "figure4-accuracy");
    }

    @Test
    void everyLinkLeadsToAPlaceInThePage() throws Exception {
        Document page = page(usual);
        List<String> ids =
                elements(page, "*").stream().map(e -> e.getAttribute("id")).toList();
        assertThat(elements(page, "a")).isNotEmpty().allSatisfy(a -> assertThat(ids)
                .contains(a.getAttribute("href").substring(1)));
    }

    @Test
    void needsNothingFromElsewhereAndRunsNoScript() throws Exception {
        Document page = page(usual);
        assertThat(elements(page, "script")).isEmpty();
        assertThat(elements(page, "link")).isEmpty();
        assertThat(elements(page, "*"))
                .allSatisfy(element -> assertThat(element.hasAttribute("src")).isFalse());
        assertThat(Files.readString(usual.resolve("report.html"))).doesNotContain("url(", "@import");
    }

    @Test
    void everyMethodAndDummyIsInEveryTableOfScores() throws Exception {
        List<Element> tables = elements(page(usual), "table").stream()
                .filter(table -> caption(table).contains("deviation over")
                        || caption(table).startsWith("F1 of"))
                .toList();
        int metrics = new MadeUpResults().build().metrics().size();
        int budgetsShown = 5;
        assertThat(tables).hasSize(1 + metrics + budgetsShown + 1);
        assertThat(tables).allSatisfy(table -> assertThat(table.getTextContent())
                .contains(MadeUpResults.USUAL.stream().map(Method::title).toList()));
    }

    @Test
    void tablesHaveCaptionsAndHeadersWithAScope() throws Exception {
        Document page = page(usual);
        assertThat(elements(page, "table"))
                .allSatisfy(table -> assertThat(caption(table)).isNotBlank());
        assertThat(elements(page, "th"))
                .allSatisfy(header -> assertThat(header.getAttribute("scope")).isIn("col", "row", "rowgroup"));
    }

    @Test
    void rowsHaveAsManyCellsAsTheTableHasColumns() throws Exception {
        for (Element table : elements(page(usual), "table")) {
            NodeList heads = table.getElementsByTagName("thead");
            if (heads.getLength() > 0) {
                int columns =
                        ((Element) heads.item(0)).getElementsByTagName("th").getLength();
                NodeList rows = table.getElementsByTagName("tr");
                for (int i = 1; i < rows.getLength(); i++) {
                    Element row = (Element) rows.item(i);
                    if (!row.getAttribute("class").equals("block")) {
                        assertThat(row.getElementsByTagName("td").getLength()).isEqualTo(columns - 1);
                    }
                }
            }
        }
    }

    @Test
    void marksMetricsThatAConstantCanFoolAndSaysWhy() throws Exception {
        String text = text(usual);
        assertThat(text).contains("MAE ↓ †", "4-class accuracy ↑ †", "CCC ↑").doesNotContain("CCC ↑ †");
        assertThat(text).contains("† A prediction that is the same for every clip can score well here");
    }

    @Test
    void showsMessagesProvenanceRecipeAndHowToRunItAgain() throws Exception {
        assertThat(text(usual))
                .contains("Know this first", "Cut <to> 7 & fewer.")
                .contains("4f1c0a9be4f1c0a9be", "17.0.15 <Debian & \"friends\">")
                .contains("note: \"a < b & c\"")
                .contains("undertone experiment CORPUS --recipe recipe.yaml --seed 1 --out RUN");
    }

    @Test
    void writesNoWordOfAMachineWhereAValueIsMissing() throws Exception {
        Report.write(new MadeUpResults().gapAt(50).allLabels(1300).build(), directory);
        assertThat(text(directory)).doesNotContain("NaN", "null", "Infinity", "Optional", "-0.000");
        assertThat(text(directory)).contains("Surprise: no evaluation clip has it.");
        for (String file : files(directory)) {
            if (file.endsWith(".svg")) {
                assertThat(Files.readString(directory.resolve(file))).doesNotContain("NaN", "null", "Infinity");
            }
        }
    }

    @Test
    void escapesNamesAndSurvivesLongOnes() throws Exception {
        String name = "A <b>method</b> & \"its\" 'name' \u0000 ]]> ";
        String longName = "Very long name of a method ".repeat(12).strip();
        List<Method> methods = new ArrayList<>(MadeUpResults.USUAL);
        methods.add(1, new Method("odd", name, MethodKind.CONTROL, "<script>alert(1)</script>"));
        methods.add(2, new Method("long", longName, MethodKind.CONTROL, longName));
        methods.add(new Method("odd dummy", longName + " <dummy>", MethodKind.DUMMY, "&amp;"));
        Report.write(small().methods(methods).build(), directory);
        assertThat(elements(page(directory), "script")).isEmpty();
        assertThat(text(directory))
                .contains(
                        "A <b>method</b> & \"its\" 'name' \uFFFD ]]>", longName, "<script>alert(1)</script>", "&amp;");
        assertThat(Files.readString(directory.resolve("report.html"))).doesNotContain("<b>method");
    }

    @Test
    void reportsOneRepeatAtOneBudget() throws Exception {
        Report.write(new MadeUpResults().budgets(List.of(50)).repeats(1).build(), directory);
        assertThat(text(directory)).contains("one repeat", "At 50 labels").doesNotContain("NaN", "±");
        assertThat(elements(page(directory), "svg")).hasSize(FIGURES.size());
    }

    @Test
    void reportsOnlyAllLabels() throws Exception {
        Report.write(new MadeUpResults().budgets(List.of()).allLabels(428).build(), directory);
        assertThat(text(directory)).contains("All 428 labels");
    }

    @Test
    void reportsTwelveMethodsWithDistinctStyles() throws Exception {
        List<Method> methods = MadeUpResults.twelve();
        assertThat(methods).hasSize(12);
        assertThat(SeriesStyle.of(methods).values()).doesNotHaveDuplicates();
        Report.write(small().methods(methods).build(), directory);
        assertThat(text(directory)).contains(methods.stream().map(Method::title).toList());
    }

    @Test
    void reportsResultsWithoutScoresLossesOrKnownMetrics() throws Exception {
        ExperimentResults bare = new MadeUpResults()
                .methods(List.of())
                .metrics(List.of(new ExperimentResults.MetricColumn("own", "A metric of one's own", true, false)))
                .losses(List.of())
                .build();
        Report.write(bare, directory);
        assertThat(files(directory))
                .containsExactlyInAnyOrder(
                        "report.html", "figures/figure1-emotions.svg", "figures/figure1-emotions.png");
        assertThat(text(directory)).contains("There is no score to compare.", "Nothing was tested.");
    }

    @Test
    void drawsLossesOfEveryFold() throws Exception {
        Report.write(
                small().losses(List.of(MadeUpResults.losses("fold 1 of 2", 4), MadeUpResults.losses("fold 2 of 2", 1)))
                        .build(),
                directory);
        assertThat(text(directory)).contains("fold 1 of 2", "fold 2 of 2");
    }

    @Test
    void saysWhatIsMissingWhereThereIsNoFont() {
        assertThatThrownBy(() -> Lettering.require(() -> {
                    throw new InternalError("Fontconfig head is null");
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("finds no font; install fontconfig");
    }

    @Test
    void vectorFiguresAreWellFormedAndStateTheirSize() throws Exception {
        for (String name : FIGURES) {
            Document svg = parse(Files.readString(usual.resolve("figures/" + name + ".svg")));
            Element root = svg.getDocumentElement();
            assertThat(root.getTagName()).isEqualTo("svg");
            assertThat(root.getAttribute("viewBox"))
                    .isEqualTo("0 0 " + root.getAttribute("width") + " " + root.getAttribute("height"));
            assertThat(elements(svg, "path")).hasSizeGreaterThan(20);
        }
    }

    @Test
    void pixelFiguresHaveTwiceTheSizeOfTheVectorFiguresAndAreNotBlank() throws Exception {
        for (String name : FIGURES) {
            Element svg = parse(Files.readString(usual.resolve("figures/" + name + ".svg")))
                    .getDocumentElement();
            BufferedImage png =
                    ImageIO.read(usual.resolve("figures/" + name + ".png").toFile());
            assertThat(png.getWidth()).isEqualTo(2 * Integer.parseInt(svg.getAttribute("width")));
            assertThat(png.getHeight()).isEqualTo(2 * Integer.parseInt(svg.getAttribute("height")));
            assertThat(Stream.iterate(0, x -> x < png.getWidth(), x -> x + 3)
                            .flatMap(x -> Stream.iterate(0, y -> y < png.getHeight(), y -> y + 3)
                                    .map(y -> png.getRGB(x, y)))
                            .distinct()
                            .count())
                    .isGreaterThan(10);
        }
    }

    private static MadeUpResults small() {
        return new MadeUpResults().budgets(List.of(20, 50));
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path directory) throws Exception {
        return page(directory).getDocumentElement().getTextContent();
    }

    private static Document page(Path directory) throws Exception {
        return parse(Files.readString(directory.resolve("report.html")));
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static String caption(Element table) {
        return table.getElementsByTagName("caption").item(0).getTextContent();
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
