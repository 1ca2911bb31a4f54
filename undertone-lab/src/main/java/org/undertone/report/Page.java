package org.undertone.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.undertone.experiment.ExperimentResults;
import org.undertone.experiment.MethodKind;

/** The words, tables and figures of {@code report.html}, and the template that makes a page of them. */
final class Page {
    private static final String TEMPLATE = "report.mustache";
    private static final String STYLE = "report.css";
    private static final String SINGLE = "single";
    private static final String FOLDS = "folds:";

    private final ScoreLookup scores;
    private final ExperimentResults results;
    private final Budgets budgets;
    private final ScoreTables tables;
    private final ComparisonTables comparisons;

    private Page(ScoreLookup scores) {
        this.scores = scores;
        this.results = scores.results();
        this.budgets = new Budgets(results);
        this.tables = new ScoreTables(scores, budgets);
        this.comparisons = new ComparisonTables(scores, budgets);
    }

    /** A figure with its drawing as an SVG element. */
    record Drawn(Figure figure, String svg) {
        String number() {
            return figure.number();
        }

        String title() {
            return figure.title();
        }

        String caption() {
            return figure.caption();
        }

        String file() {
            return figure.file();
        }
    }

    /** Well-formed XHTML5. */
    static String html(ScoreLookup scores, Figures figures, Map<String, String> drawings) throws IOException {
        Map<String, Object> values = new Page(scores).values();
        values.put("style", resource(STYLE));
        values.put("learning", drawn(figures.learning(), drawings));
        values.put("paper", drawn(figures.paper(), drawings));
        values.put("training", drawn(figures.training(), drawings));
        try (Reader template = open(TEMPLATE)) {
            return Mustache.compiler()
                    .withEscaper(XmlText::escaped)
                    .withLoader(name -> open(name + ".mustache"))
                    .compile(template)
                    .execute(values);
        }
    }

    private static List<Drawn> drawn(List<Figure> figures, Map<String, String> drawings) {
        return figures.stream()
                .map(figure -> new Drawn(figure, drawings.get(figure.file())))
                .toList();
    }

    private Map<String, Object> values() {
        List<Integer> shown = budgets.shown();
        List<Integer> tested = Stream.of(budgets.focus(), budgets.largest())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        List<Integer> others =
                budgets.every().stream().filter(n -> !tested.contains(n)).toList();
        Map<String, Object> values = new HashMap<>();
        values.put("title", title());
        values.put("subtitle", subtitle());
        values.put("findings", new Findings(scores, budgets).list());
        values.put("messages", results.messages());
        values.put("summary", summary());
        values.put("protocol", protocol());
        values.put("methods", comparisons.methods());
        values.put("key", tables.key());
        values.put("labels", comparisons.labels());
        values.put("table1", comparisons.table1());
        values.put(
                "emotionTables",
                budgets.focus().map(tables::byEmotion).map(List::of).orElse(List.of()));
        values.put(
                "otherEmotionTables",
                shown.stream()
                        .filter(n -> !budgets.focus().filter(n::equals).isPresent())
                        .map(tables::byEmotion)
                        .toList());
        values.put("tests", comparisons.tests(tested));
        values.put("otherTests", comparisons.tests(others));
        values.put("efficiency", comparisons.efficiency());
        values.put("full", results.metrics().stream().map(tables::full).toList());
        values.put("metrics", comparisons.metrics());
        values.put("provenance", new ArrayList<>(results.provenance().entrySet()));
        values.put("recipe", results.recipe());
        for (String list : List.of("messages", "otherEmotionTables", "otherTests")) {
            values.put("has" + CurveFigures.capital(list), !((List<?>) values.get(list)).isEmpty());
        }
        values.put("seed", results.provenance().getOrDefault("seed", "N"));
        return values;
    }

    private String title() {
        String against = scores.methods(MethodKind.BASELINE).stream()
                .findFirst()
                .map(method -> " against “" + method.title() + "”")
                .orElse("");
        return scores.methods(MethodKind.PROPOSED).stream()
                .findFirst()
                .map(method -> "“" + method.title() + "”" + against)
                .orElse("Comparison of " + results.methods().size() + " methods");
    }

    private String subtitle() {
        return "Six emotions from speech with few labels: "
                + Numbers.count(results.labels().clips())
                + " labelled clips, " + Numbers.count(results.labels().groups()) + " groups, "
                + results.methods().size() + " methods, " + results.budgets().size()
                + (results.budgets().size() == 1 ? " label budget" : " label budgets");
    }

    private String summary() {
        String range = budgets.numbered().isEmpty()
                ? "no label budgets"
                : budgets.numbered().size() == 1
                        ? "a budget of " + budgets.name(budgets.numbered().get(0))
                        : budgets.numbered().size() + " budgets, from "
                                + Numbers.count(budgets.numbered().get(0)) + " to "
                                + budgets.name(budgets.largest().orElseThrow());
        return "The corpus holds " + Numbers.count(results.labels().clips()) + " clips labelled with the intensity of "
                + String.join(", ", results.emotions()) + " (0 to 3), in "
                + Numbers.count(results.labels().groups())
                + " groups: speakers where they are known, else recordings. At " + range
                + results.allLabels()
                        .map(n -> ", and with all " + Numbers.count(n)
                                + " training labels for those that could be given them")
                        .orElse("")
                + ", " + results.methods().size()
                + (results.methods().size() == 1 ? " method" : " methods")
                + " learned from the same labelled clips and were scored on the same others.";
    }

    private String protocol() {
        String repeats = results.repeats() == 1 ? "1 repeat" : results.repeats() + " repeats";
        if (results.protocol().equals(SINGLE)) {
            return "Protocol “single”, " + repeats
                    + ": one split into training and evaluation clips. A repeat draws the"
                    + " labelled clips and the initial weights anew, not the split; deviations and p therefore say nothing"
                    + " about other evaluation clips or other speakers.";
        }
        if (results.protocol().startsWith(FOLDS)) {
            return "Protocol “" + results.protocol() + "”, " + repeats + ": the groups are dealt into "
                    + results.protocol().substring(FOLDS.length())
                    + " folds; each fold is predicted by models that saw none of its clips, and a repeat's predictions are"
                    + " pooled over all folds before they are scored.";
        }
        return "Protocol “" + results.protocol() + "”, " + repeats + ".";
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = stream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Reader open(String name) throws IOException {
        return new InputStreamReader(stream(name), StandardCharsets.UTF_8);
    }

    private static InputStream stream(String name) throws IOException {
        InputStream in = Page.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("the resource " + name + " of the report is missing from this installation");
        }
        return in;
    }
}
