package org.undertone.cli;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.undertone.experiment.ExperimentResults;
import org.undertone.experiment.ExperimentResults.Cell;
import org.undertone.experiment.ExperimentResults.Method;

/** What came out of an experiment at a glance: a table for each of a few metrics, a column for each of a few budgets. */
final class ExperimentTables {
    /** The metrics that are shown, by id; those of the paper, and those that a constant cannot score well on. */
    private static final Map<String, String> SHOWN = new LinkedHashMap<>();

    static {
        SHOWN.put("ccc", "CCC, higher is better, 0 for any constant");
        SHOWN.put("uar", "UAR of presence, higher is better, 0.5 for any constant");
        SHOWN.put("mae", "MAE, lower is better");
        SHOWN.put("accuracy4", "4-class accuracy, higher is better");
    }

    private static final int[] LANDMARKS = {50, 100, 200};

    private final ExperimentResults results;

    ExperimentTables(ExperimentResults results) {
        this.results = results;
    }

    void print(PrintStream out) {
        List<Integer> budgets = budgets(results.budgets());
        boolean first = true;
        for (Map.Entry<String, String> shown : SHOWN.entrySet()) {
            if (!first) {
                out.println();
            }
            first = false;
            out.println(shown.getValue());
            table(shown.getKey(), budgets).print(out);
        }
    }

    private TextTable table(String metric, List<Integer> budgets) {
        var table = TextTable.of(
                row("labels", budgets.stream().map(budget -> Figures.count(budget) + (all(budget) ? " (all)" : ""))));
        for (Method method : results.methods()) {
            table.row(row(method.id(), budgets.stream().map(budget -> text(mean(method.id(), budget, metric)))));
        }
        return table;
    }

    private boolean all(int budget) {
        return results.allLabels().equals(Optional.of(budget));
    }

    private static String[] row(String heading, Stream<String> cells) {
        return Stream.concat(Stream.of(heading), cells).toArray(String[]::new);
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? Figures.decimal(value.getAsDouble()) : "-";
    }

    private OptionalDouble mean(String method, int budget, String metric) {
        return results.cells().stream()
                .filter(cell -> cell.method().equals(method)
                        && cell.budget() == budget
                        && cell.metric().equals(metric)
                        && cell.emotion().equals(ExperimentResults.OVERALL))
                .map(Cell::mean)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    /** The first, those nearest to the landmarks, and the last; all of them where they are few. */
    static List<Integer> budgets(List<Integer> all) {
        if (all.size() <= LANDMARKS.length + 2) {
            return all;
        }
        var chosen = new TreeSet<Integer>();
        chosen.add(all.get(0));
        for (int landmark : LANDMARKS) {
            all.stream()
                    .min(Comparator.comparingInt(budget -> Math.abs(budget - landmark)))
                    .ifPresent(chosen::add);
        }
        chosen.add(all.get(all.size() - 1));
        return List.copyOf(chosen);
    }
}
