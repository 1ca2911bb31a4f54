package org.undertone.metrics;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What predictions are scored by, each for one emotion at a time. Present means a label above 0, and is predicted where
 * the prediction is at or above the emotion's threshold; classes are intensities rounded half up and clipped to 0..3.
 */
public enum Metric {
    /** Mean absolute error. */
    MAE(
            "MAE",
            Kind.ERROR,
            "Mean absolute error on the scale of 0 to 3.",
            "as little as the labels stray from their median, which is little for a rare emotion",
            ErrorScores::meanAbsoluteError),
    /** Share of the error of the training median that is gone. */
    SKILL(
            "Skill",
            Kind.HONEST,
            "1 - MAE / MAE of the training median: the share of the median's error that is gone.",
            "0 for the training median, about 0 at best for others",
            ErrorScores::skill),
    /** The paper's accuracy. */
    ACCURACY4(
            "4-class accuracy",
            Kind.FOOLABLE,
            "Share of clips whose prediction and label round to the same of the classes 0 to 3.",
            "the share of the class it answers, up to .97 for zeros",
            ClassScores::accuracy),
    /** Macro-F1 of the rounded classes. */
    F1_MACRO4(
            "Macro-F1, 4 classes",
            Kind.HONEST,
            "Mean F1 of those of the classes 0 to 3 that occur in the labels.",
            "at most 1 / (number of classes in the labels)",
            ClassScores::macroF1),
    /** Quadratic weighted kappa of the rounded classes; undefined where the labels all round to the same. */
    QWK(
            "Quadratic weighted kappa",
            Kind.HONEST,
            "Agreement of the classes 0 to 3 beyond chance, disagreements weighted by their square.",
            "0",
            ClassScores::quadraticKappa),
    /** Concordance. */
    CCC(
            "CCC",
            Kind.HONEST,
            "Lin's concordance correlation coefficient: correlation, less for a wrong mean or a wrong spread.",
            "0",
            ConcordanceScores::concordance),
    /** Linear correlation. */
    PEARSON("Pearson", Kind.HONEST, "Linear correlation.", "undefined", ConcordanceScores::pearson),
    /** Rank correlation. */
    SPEARMAN(
            "Spearman",
            Kind.HONEST,
            "Correlation of ranks, equal values sharing their mean rank.",
            "undefined",
            ConcordanceScores::spearman),
    /** Unweighted average recall of presence. */
    UAR(
            "UAR, presence",
            Kind.HONEST,
            "Mean of the recalls of present and of absent.",
            ".5",
            PresenceScores::averageRecall),
    /** Macro-F1 of presence. */
    F1_MACRO_PRESENCE(
            "Macro-F1, presence",
            Kind.HONEST,
            "Mean of the F1 of present and the F1 of absent.",
            "below .5",
            PresenceScores::macroF1),
    /** F1 of present. */
    F1_PRESENT(
            "F1, present",
            Kind.FOOLABLE,
            "F1 of the clips where the emotion is present.",
            "0, or 2p / (1 + p) with p the share of positives where it answers present",
            PresenceScores::f1Present),
    /** Average precision of presence. */
    AVERAGE_PRECISION(
            "Average precision",
            Kind.HONEST,
            "Mean precision over the recalls reached as the threshold falls, without interpolation.",
            "the share of positives",
            PresenceScores::averagePrecision),
    /** Area under the receiver operating characteristic of presence. */
    AUROC(
            "AUROC",
            Kind.HONEST,
            "Chance that a clip with the emotion is predicted above one without, ties counting one half.",
            ".5",
            PresenceScores::areaUnderRoc),
    /** F1 of class 0. */
    F1_ABSENT(
            "F1, absent",
            Kind.FOOLABLE,
            "F1 of the class of intensities that round to 0; only to compare with the paper's table 1.",
            "2a / (1 + a) with a the share of labels that round to 0, up to .985 for zeros",
            ClassScores::f1Absent),
    /** Collapse check: zeros. */
    ZERO_SHARE(
            "Share of zeros",
            Kind.DESCRIPTION,
            "Share of predictions that round to 0: a collapse check.",
            "1 for zeros",
            ErrorScores::zeroShare),
    /** Collapse check: spread. */
    PREDICTION_SD(
            "SD of predictions",
            Kind.DESCRIPTION,
            "Population standard deviation of the predictions: a collapse check.",
            "0",
            ErrorScores::predictionDeviation);

    private final String title;
    private final Kind kind;
    private final String meaning;
    private final String constant;
    private final Function<OneEmotion, Score> formula;

    Metric(String title, Kind kind, String meaning, String constant, Function<OneEmotion, Score> formula) {
        this.title = title;
        this.kind = kind;
        this.meaning = meaning;
        this.constant = constant;
        this.formula = formula;
    }

    /** The name in files, such as {@code f1_macro4}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The metric of that {@link #id()}. */
    public static Metric ofId(String id) {
        for (Metric metric : values()) {
            if (metric.id().equals(id)) {
                return metric;
            }
        }
        throw new IllegalArgumentException("there is no metric '" + id + "'; there are "
                + Arrays.stream(values()).map(Metric::id).collect(Collectors.joining(", ")));
    }

    /** The name in figures and tables. */
    public String title() {
        return title;
    }

    /** False for errors, and for the two descriptions, of which neither side is better. */
    public boolean higherIsBetter() {
        return kind == Kind.FOOLABLE || kind == Kind.HONEST;
    }

    /** Whether a constant prediction can score well, so that a good score alone is no evidence of anything. */
    public boolean foolable() {
        return kind != Kind.HONEST;
    }

    /** Whether it describes the predictions without looking at the labels: a collapse check, no score. */
    public boolean descriptive() {
        return kind == Kind.DESCRIPTION;
    }

    /** What it is, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** What a constant prediction gets, for people. */
    public String constant() {
        return constant;
    }

    Score of(OneEmotion emotion) {
        return formula.apply(emotion);
    }

    private enum Kind {
        ERROR,
        FOOLABLE,
        HONEST,
        DESCRIPTION
    }
}
