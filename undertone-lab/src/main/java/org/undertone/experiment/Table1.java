package org.undertone.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.undertone.corpus.Emotion;
import org.undertone.metrics.Metric;

/** The counterpart of the paper's table 1, with the paper's own lines. */
final class Table1 {

    private static final String PAPER = "the paper, on CMU-MOSEI";

    private Table1() {}

    static List<ExperimentResults.Table1Row> of(
            List<ExperimentResults.Cell> cells, List<ExperimentResults.Method> methods, List<Integer> budgets) {
        List<ExperimentResults.Table1Row> rows = new ArrayList<>();
        for (ExperimentResults.Method method : methods) {
            int largest = cells.stream()
                    .filter(cell -> cell.method().equals(method.id()))
                    .mapToInt(ExperimentResults.Cell::budget)
                    .max()
                    .orElse(budgets.get(budgets.size() - 1));
            List<OptionalDouble> values = Arrays.stream(Emotion.values())
                    .map(emotion -> cells.stream()
                            .filter(cell -> cell.method().equals(method.id())
                                    && cell.budget() == largest
                                    && cell.metric().equals(Metric.F1_ABSENT.id())
                                    && cell.emotion().equals(emotion.label()))
                            .map(ExperimentResults.Cell::mean)
                            .findFirst()
                            .orElse(OptionalDouble.empty()))
                    .toList();
            rows.add(new ExperimentResults.Table1Row(method.title(), values, "this run, " + largest + " labels"));
        }
        rows.add(paper("SSL", 0.77, 0.93, 0.93, 0.99, 0.96, 0.98));
        rows.add(paper("BLSTM", 0.37, 0.36, 0.16, 0.74, 0.22, 0.77));
        rows.add(paper("Best of the prior literature", 0.62, 0.66, 0.72, 0.74, 0.76, 0.78));
        return rows;
    }

    private static ExperimentResults.Table1Row paper(String title, double... values) {
        return new ExperimentResults.Table1Row(
                title, Arrays.stream(values).mapToObj(OptionalDouble::of).toList(), PAPER);
    }
}
