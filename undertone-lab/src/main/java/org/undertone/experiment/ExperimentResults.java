package org.undertone.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything a report shows; it computes nothing itself.
 *
 * @param methods in the order in which they are to be shown
 * @param metrics in the order in which they are to be shown
 * @param emotions names, in the order of labels
 * @param budgets label budgets, ascending; the last one may be all labels ({@link #allLabels})
 * @param allLabels the budget that means all training labels, where it was run
 * @param repeats trials per method and budget
 * @param protocol such as {@code single} or {@code folds:5}
 * @param cells scores
 * @param comparisons paired tests against the baseline
 * @param efficiencies label efficiency per method and metric
 * @param labels what the labels look like
 * @param table1 the counterpart of the paper's table 1
 * @param losses of pre-training, per encoder
 * @param messages sentences that the reader must know: budgets that were cut, failed trials, undefined scores
 * @param provenance names and values, in order: version, seed, data hashes, machine
 * @param recipe the effective recipe as YAML
 */
public record ExperimentResults(
        List<Method> methods,
        List<MetricColumn> metrics,
        List<String> emotions,
        List<Integer> budgets,
        Optional<Integer> allLabels,
        int repeats,
        String protocol,
        List<Cell> cells,
        List<Comparison> comparisons,
        List<Efficiency> efficiencies,
        LabelStatistics labels,
        List<Table1Row> table1,
        List<LossCurve> losses,
        List<String> messages,
        Map<String, String> provenance,
        String recipe) {

    /** Copies the lists. */
    public ExperimentResults {
        methods = List.copyOf(methods);
        metrics = List.copyOf(metrics);
        emotions = List.copyOf(emotions);
        budgets = List.copyOf(budgets);
        cells = List.copyOf(cells);
        comparisons = List.copyOf(comparisons);
        efficiencies = List.copyOf(efficiencies);
        table1 = List.copyOf(table1);
        losses = List.copyOf(losses);
        messages = List.copyOf(messages);
        provenance = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(provenance));
    }

    /** Emotion of a {@link Cell} that stands for all of them. */
    public static final String OVERALL = "overall";

    /**
     * A method that took part.
     *
     * @param id as on the command line
     * @param title for people
     * @param summary one sentence on what it does
     */
    public record Method(String id, String title, MethodKind kind, String summary) {}

    /**
     * A metric that was computed.
     *
     * @param id short name, such as {@code ccc}
     * @param title for people
     * @param higherIsBetter which way is better
     * @param foolable whether a constant prediction can score well on it
     */
    public record MetricColumn(String id, String title, boolean higherIsBetter, boolean foolable) {}

    /**
     * The scores of one method at one budget by one metric.
     *
     * @param emotion one of the emotions, or {@link #OVERALL}
     * @param repeats one value per repeat; empty where undefined
     * @param mean over the defined repeats
     * @param standardDeviation sample standard deviation over them; 0 for one
     * @param interval 95 % interval of the mean over repeats, where there are 2 or more
     * @param emotionsCounted over how many emotions an overall mean is
     * @param undefined why there is no value; empty where there is one
     */
    public record Cell(
            String method,
            int budget,
            String metric,
            String emotion,
            List<OptionalDouble> repeats,
            OptionalDouble mean,
            OptionalDouble standardDeviation,
            Optional<Interval> interval,
            int emotionsCounted,
            String undefined) {}

    /** A 95 % interval. */
    public record Interval(double low, double high) {}

    /**
     * A paired test between two methods at one budget by one metric, over repeats.
     *
     * @param meanDifference mean of (method - reference)
     * @param p two-sided, Wilcoxon signed-rank; empty where it cannot be computed
     * @param holm p corrected over the methods compared at this budget and metric
     * @param smallestP the smallest p that so many repeats can reach
     * @param effect rank-biserial correlation, in [-1, 1]
     */
    public record Comparison(
            String method,
            String reference,
            int budget,
            String metric,
            int pairs,
            double meanDifference,
            OptionalDouble p,
            OptionalDouble holm,
            double smallestP,
            OptionalDouble effect) {}

    /**
     * How well a method uses labels.
     *
     * @param area normalised area under the learning curve over log2(labels): 0 the dummy, 1 the ceiling
     * @param labelsToMatch labels the baseline needs for this method's score, over the labels this method needs:
     *     above 1, the method needs fewer
     * @param labelsToMatchInterval 95 % bootstrap interval over repeats
     * @param crossing labels at which the baseline overtakes, where it does
     * @param note what is undefined and why; empty where all is defined
     */
    public record Efficiency(
            String method,
            String metric,
            OptionalDouble area,
            OptionalDouble labelsToMatch,
            Optional<Interval> labelsToMatchInterval,
            OptionalDouble crossing,
            String note) {}

    /**
     * The distribution of labels (the paper's figure 1).
     *
     * @param clips labelled clips in all
     * @param present clips with an intensity above 0, per emotion
     * @param rounded clips per emotion and rounded intensity 0..3: [emotion][class]
     * @param groups number of speakers or videos
     */
    public record LabelStatistics(int clips, List<Integer> present, List<List<Integer>> rounded, int groups) {}

    /**
     * One line of the counterpart of the paper's table 1: F1 of the class "rounds to 0", per emotion.
     *
     * @param values per emotion; empty where undefined
     * @param source "the paper", or what was run here
     */
    public record Table1Row(String title, List<OptionalDouble> values, String source) {}

    /**
     * The loss of pre-training.
     *
     * @param encoder such as {@code fold 1 of 5}
     * @param training per epoch
     * @param heldOut per epoch; empty where nothing was held out
     */
    public record LossCurve(String encoder, List<Double> training, List<OptionalDouble> heldOut) {}
}
