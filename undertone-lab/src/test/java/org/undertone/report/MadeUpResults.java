package org.undertone.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.undertone.experiment.ExperimentResults;
import org.undertone.experiment.ExperimentResults.Cell;
import org.undertone.experiment.ExperimentResults.Comparison;
import org.undertone.experiment.ExperimentResults.Efficiency;
import org.undertone.experiment.ExperimentResults.Interval;
import org.undertone.experiment.ExperimentResults.LabelStatistics;
import org.undertone.experiment.ExperimentResults.LossCurve;
import org.undertone.experiment.ExperimentResults.Method;
import org.undertone.experiment.ExperimentResults.MetricColumn;
import org.undertone.experiment.ExperimentResults.Table1Row;
import org.undertone.experiment.MethodKind;

/** Results that nobody measured, in the shape of a real run, and with what can go wrong with one. */
final class MadeUpResults {
    static final List<String> EMOTIONS = List.of("happiness", "sadness", "anger", "surprise", "disgust", "fear");
    static final List<Method> USUAL = List.of(
            new Method("pretrained", "Pre-trained, frozen", MethodKind.PROPOSED, "Learned without labels first."),
            new Method("from-scratch", "From scratch", MethodKind.BASELINE, "The same network, end to end."),
            new Method("untrained", "Untrained, frozen", MethodKind.CONTROL, "The same encoder, random weights."),
            new Method("functionals-ridge", "Functionals + ridge", MethodKind.CONTROL, "Statistics and ridge."),
            new Method("zeros", "Zeros", MethodKind.DUMMY, "Predicts that nothing is felt."),
            new Method("median", "Training median", MethodKind.DUMMY, "Predicts the median."),
            new Method("mean", "Training mean", MethodKind.DUMMY, "Predicts the mean."));
    private static final List<MetricColumn> METRICS = List.of(
            new MetricColumn("mae", "MAE", false, true),
            new MetricColumn("skill", "Skill", true, false),
            new MetricColumn("accuracy4", "4-class accuracy", true, true),
            new MetricColumn("qwk", "Quadratic weighted kappa", true, false),
            new MetricColumn("ccc", "CCC", true, false),
            new MetricColumn("uar", "UAR", true, false),
            new MetricColumn("auroc", "AUROC", true, false),
            new MetricColumn("f1_absent", "F1 of absent (rounds to 0)", true, true),
            new MetricColumn("zero_share", "Share of predictions that round to 0", false, false));

    private List<Method> methods = USUAL;
    private List<MetricColumn> metrics = METRICS;
    private List<Integer> budgets =
            List.of(20, 35, 50, 65, 80, 95, 110, 125, 140, 155, 170, 185, 200, 400, 600, 800, 1000, 1200);
    private Optional<Integer> allLabels = Optional.empty();
    private int repeats = 3;
    private String undefinedEmotion = "surprise";
    private int gap = -1;
    private double proposedGain = 0.06;
    private List<String> messages = List.of();
    private List<LossCurve> losses = List.of(losses("encoder", 50));

    MadeUpResults methods(List<Method> value) {
        methods = value;
        return this;
    }

    MadeUpResults metrics(List<MetricColumn> value) {
        metrics = value;
        return this;
    }

    MadeUpResults budgets(List<Integer> value) {
        budgets = value;
        return this;
    }

    MadeUpResults allLabels(int value) {
        allLabels = Optional.of(value);
        return this;
    }

    MadeUpResults repeats(int value) {
        repeats = value;
        return this;
    }

    /** The learners have no value at this budget. */
    MadeUpResults gapAt(int budget) {
        gap = budget;
        return this;
    }

    MadeUpResults proposedGain(double value) {
        proposedGain = value;
        return this;
    }

    MadeUpResults messages(String... value) {
        messages = List.of(value);
        return this;
    }

    MadeUpResults losses(List<LossCurve> value) {
        losses = value;
        return this;
    }

    static LossCurve losses(String name, int epochs) {
        List<Double> training = new ArrayList<>();
        List<OptionalDouble> heldOut = new ArrayList<>();
        for (int i = 0; i < epochs; i++) {
            training.add(0.31 + 0.6 * Math.exp(-i / 9.0) + 0.0002 * name.hashCode() % 0.05);
            heldOut.add(OptionalDouble.of(0.36 + 0.55 * Math.exp(-i / 8.0) + 0.004 * Math.sin(i)));
        }
        return new LossCurve(name, training, heldOut);
    }

    static List<Method> twelve() {
        List<Method> many = new ArrayList<>(USUAL);
        for (int i = 0; i < 5; i++) {
            many.add(
                    4 + i,
                    new Method(
                            "extra-" + i,
                            "Another encoder, objective number " + (i + 1),
                            MethodKind.CONTROL,
                            "One more."));
        }
        return many;
    }

    ExperimentResults build() {
        List<Integer> every = new ArrayList<>(budgets);
        allLabels.ifPresent(every::add);
        List<List<Integer>> rounded = List.of(
                List.of(15258, 6345, 1420, 236),
                List.of(20142, 2542, 465, 110),
                List.of(20235, 2512, 412, 100),
                List.of(22561, 560, 118, 20),
                List.of(21073, 1730, 376, 80),
                List.of(22515, 590, 124, 30));
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("undertone", "0.1.0");
        provenance.put("seed", "1");
        provenance.put("corpus", "4f1c0a9be4f1c0a9be4f1c0a9be4f1c0a9be4f1c0a9be4f1c0a9be4f1c0a9be5");
        provenance.put("java", "17.0.15 <Debian & \"friends\">");
        return new ExperimentResults(
                methods,
                metrics,
                EMOTIONS,
                every,
                allLabels,
                repeats,
                "single",
                cells(every),
                comparisons(every),
                efficiencies(),
                new LabelStatistics(23259, List.of(12465, 5998, 4960, 2275, 4040, 1882), rounded, 3293),
                table1(),
                losses,
                messages,
                provenance,
                "protocol: single\nsplit: groups\nbudgets: [20, 35, 50]\nnote: \"a < b & c\"\n");
    }

    private List<Cell> cells(List<Integer> every) {
        List<Cell> cells = new ArrayList<>();
        for (int m = 0; m < methods.size(); m++) {
            for (int budget : every) {
                for (MetricColumn metric : metrics) {
                    for (String emotion : EMOTIONS) {
                        cells.add(cell(m, budget, metric, emotion));
                    }
                    cells.add(cell(m, budget, metric, ExperimentResults.OVERALL));
                }
            }
        }
        return cells;
    }

    private Cell cell(int m, int budget, MetricColumn metric, String emotion) {
        Method method = methods.get(m);
        boolean dummy = method.kind() == MethodKind.DUMMY;
        boolean undefined = emotion.equals(undefinedEmotion) && !metric.foolable() || budget == gap && !dummy;
        if (undefined) {
            List<OptionalDouble> none = new ArrayList<>();
            for (int i = 0; i < repeats; i++) {
                none.add(OptionalDouble.empty());
            }
            return new Cell(
                    method.id(),
                    budget,
                    metric.id(),
                    emotion,
                    none,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    0,
                    "no evaluation clip has it");
        }
        double mean = dummy ? dummyScore(m, metric, emotion) : learnerScore(m, budget, metric, emotion);
        double deviation = repeats < 2 || dummy ? 0 : 0.03 * Math.pow(budget / 20.0, -0.3) * (1 + 0.1 * (m % 3));
        List<OptionalDouble> values = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            values.add(OptionalDouble.of(mean + deviation * (i - (repeats - 1) / 2.0)));
        }
        Optional<Interval> interval =
                repeats < 2 ? Optional.empty() : Optional.of(new Interval(mean - 2 * deviation, mean + 2 * deviation));
        return new Cell(
                method.id(),
                budget,
                metric.id(),
                emotion,
                values,
                OptionalDouble.of(mean),
                OptionalDouble.of(deviation),
                interval,
                emotion.equals(ExperimentResults.OVERALL) ? (metric.foolable() ? 6 : 5) : 1,
                "");
    }

    private double dummyScore(int m, MetricColumn metric, String emotion) {
        double shade = 0.02 * EMOTIONS.indexOf(emotion);
        int which = methods.size() - 1 - m;
        return switch (metric.id()) {
            case "mae" -> 0.167 + (which == 0 ? 0.056 : 0) + shade;
            case "accuracy4" -> 0.872 - (which == 0 ? 0.03 : 0) - shade;
            case "uar", "auroc" -> 0.5;
            case "f1_absent" -> 0.928;
            case "zero_share" -> 1;
            default -> 0;
        };
    }

    private double learnerScore(int m, int budget, MetricColumn metric, String emotion) {
        double learned = 0.05
                + 0.07 * Math.log(budget / 10.0)
                + (m == 0 ? proposedGain : 0)
                - 0.012 * m
                + 0.006 * Math.sin(budget / 31.0 + m)
                + 0.02 * EMOTIONS.indexOf(emotion);
        return switch (metric.id()) {
            case "mae" -> 0.30 - 0.3 * learned;
            case "accuracy4" -> 0.80 + 0.15 * learned;
            case "uar" -> 0.5 + 0.4 * learned;
            case "auroc" -> 0.52 + 0.45 * learned;
            case "f1_absent" -> 0.90 + 0.05 * learned;
            case "zero_share" -> 0.7;
            default -> learned;
        };
    }

    private List<Comparison> comparisons(List<Integer> every) {
        List<Comparison> tests = new ArrayList<>();
        for (Method method : methods) {
            if (method.kind() == MethodKind.PROPOSED || method.kind() == MethodKind.CONTROL) {
                for (int budget : every) {
                    for (MetricColumn metric : metrics) {
                        if (List.of("mae", "accuracy4", "ccc", "uar", "auroc").contains(metric.id())) {
                            boolean none = budget == gap;
                            tests.add(new Comparison(
                                    method.id(),
                                    "from-scratch",
                                    budget,
                                    metric.id(),
                                    repeats,
                                    none ? Double.NaN : proposedGain,
                                    none ? OptionalDouble.empty() : OptionalDouble.of(0.25),
                                    none ? OptionalDouble.empty() : OptionalDouble.of(0.75),
                                    repeats > 1 ? 2 / Math.pow(2, repeats) : 1,
                                    none ? OptionalDouble.empty() : OptionalDouble.of(1)));
                        }
                    }
                }
            }
        }
        return tests;
    }

    private List<Efficiency> efficiencies() {
        List<Efficiency> all = new ArrayList<>();
        for (Method method : methods) {
            if (method.kind() != MethodKind.DUMMY) {
                for (String metric : List.of("mae", "ccc", "uar")) {
                    boolean first = method.kind() == MethodKind.PROPOSED;
                    all.add(new Efficiency(
                            method.id(),
                            metric,
                            OptionalDouble.of(first ? 0.61 : 0.44),
                            first ? OptionalDouble.of(2.4) : OptionalDouble.empty(),
                            first ? Optional.of(new Interval(1.3, 4.1)) : Optional.empty(),
                            first ? OptionalDouble.of(870) : OptionalDouble.empty(),
                            first ? "" : "labels to match: never reaches the score"));
                }
            }
        }
        return all;
    }

    private List<Table1Row> table1() {
        List<Table1Row> rows = new ArrayList<>();
        for (Method method : methods) {
            List<OptionalDouble> values = new ArrayList<>();
            for (String emotion : EMOTIONS) {
                values.add(emotion.equals(undefinedEmotion) ? OptionalDouble.empty() : OptionalDouble.of(0.928));
            }
            rows.add(new Table1Row(method.title(), values, "this run"));
        }
        rows.add(new Table1Row("SSL", List.of(of(.77), of(.93), of(.93), of(.99), of(.96), of(.98)), "the paper"));
        return rows;
    }

    private static OptionalDouble of(double value) {
        return OptionalDouble.of(value);
    }
}
