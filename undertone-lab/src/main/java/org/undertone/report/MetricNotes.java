package org.undertone.report;

import java.util.HashMap;
import java.util.Map;
import org.undertone.experiment.ExperimentResults.MetricColumn;

/**
 * What a metric means, in words.
 *
 * @param axis title of an axis that shows it, with unit or range
 * @param meaning one sentence
 * @param constant what a prediction that is the same for every clip gets
 */
record MetricNotes(String axis, String meaning, String constant) {
    static final String MAE = "mae";
    static final String ACCURACY = "accuracy4";
    static final String CCC = "ccc";
    static final String UAR = "uar";
    static final String AUROC = "auroc";

    private static final String ZERO_SHARE = "zero_share";
    private static final String SPREAD = "prediction_sd";
    private static final String UNDEFINED = "undefined";
    private static final Map<String, MetricNotes> NOTES = notes();

    /** Notes on a metric; what its column says where it has none of its own. */
    static MetricNotes of(MetricColumn metric) {
        return NOTES.getOrDefault(
                metric.id(),
                new MetricNotes(
                        metric.title(),
                        (metric.higherIsBetter() ? "Higher" : "Lower") + " is better.",
                        metric.foolable() ? "can be high although nothing was learned" : "not informative"));
    }

    /** Whether it describes predictions without being better in one direction. */
    static boolean descriptive(MetricColumn metric) {
        return metric.id().equals(ZERO_SHARE) || metric.id().equals(SPREAD);
    }

    private static Map<String, MetricNotes> notes() {
        Map<String, MetricNotes> notes = new HashMap<>();
        errorsAndClasses(notes);
        agreement(notes);
        presence(notes);
        collapse(notes);
        return notes;
    }

    private static void errorsAndClasses(Map<String, MetricNotes> notes) {
        notes.put(
                MAE,
                new MetricNotes(
                        "MAE (points of intensity, 0 to 3)",
                        "Mean absolute error on the scale of intensities, 0 to 3.",
                        "little where most labels are 0: the median is the best constant, often a good score"));
        notes.put(
                "skill",
                new MetricNotes(
                        "Skill (1 = perfect)",
                        "1 − MAE / MAE of the training median: the share of the median's error that is removed.",
                        "0 for the training median"));
        notes.put(
                ACCURACY,
                new MetricNotes(
                        "4-class accuracy (share of clips)",
                        "Share of clips whose prediction and label round to the same of the classes 0, 1, 2, 3 (the"
                                + " paper, equations 1 to 3).",
                        "the share of the most frequent class, up to .97 on CMU-MOSEI"));
        notes.put(
                "f1_absent",
                new MetricNotes(
                        "F1 of absent",
                        "F1 of the class \"rounds to 0\", only to compare with the paper's table 1.",
                        "up to .985 for always answering 0"));
        notes.put(
                "f1_macro4",
                new MetricNotes(
                        "Macro-F1, 4 classes", "Mean F1 over those of the four rounded classes that occur.", "low"));
    }

    private static void agreement(Map<String, MetricNotes> notes) {
        notes.put(
                "qwk",
                new MetricNotes(
                        "Quadratic weighted kappa",
                        "Agreement of rounded classes beyond chance, large errors weighted more.",
                        "0"));
        notes.put(
                CCC,
                new MetricNotes(
                        "CCC (1 = perfect, 0 = a constant)",
                        "Lin's concordance correlation: correlation that is lowered by a wrong mean or spread.",
                        "0"));
        notes.put(
                "pearson", new MetricNotes("Pearson's r", "Linear correlation of predictions and labels.", UNDEFINED));
        notes.put(
                "spearman",
                new MetricNotes("Spearman's rho", "Correlation of the ranks of predictions and labels.", UNDEFINED));
    }

    private static void presence(Map<String, MetricNotes> notes) {
        notes.put(
                UAR,
                new MetricNotes(
                        "UAR of presence (share; 0.5 = chance)",
                        "Unweighted average recall of present (label above 0) and absent; the threshold is chosen inside"
                                + " the label budget.",
                        ".5"));
        notes.put(
                "f1_macro_presence",
                new MetricNotes("Macro-F1 of presence", "Mean F1 of present and absent.", "below .5"));
        notes.put(
                "f1_present",
                new MetricNotes(
                        "F1 of present",
                        "F1 of the class \"present\".",
                        "0, or 2p / (1 + p) for always answering present, where a share p of clips has the emotion"));
        notes.put(
                "average_precision",
                new MetricNotes(
                        "Average precision",
                        "Area under precision against recall, for finding clips with the emotion.",
                        "the share of clips with the emotion"));
        notes.put(
                AUROC,
                new MetricNotes(
                        "AUROC of presence (0.5 = chance)",
                        "Probability that a clip with the emotion gets a higher prediction than one without.",
                        ".5"));
    }

    private static void collapse(Map<String, MetricNotes> notes) {
        notes.put(
                ZERO_SHARE,
                new MetricNotes(
                        "Share of predictions that round to 0",
                        "Check for collapse: 1 where a model predicts that nothing is felt. Neither high nor low is"
                                + " better.",
                        "1 or 0"));
        notes.put(
                SPREAD,
                new MetricNotes(
                        "Standard deviation of predictions",
                        "Check for collapse: near 0 where a model predicts the same for every clip.",
                        "0"));
    }
}
