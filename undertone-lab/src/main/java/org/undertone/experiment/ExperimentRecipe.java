package org.undertone.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.undertone.corpus.SplitRule;
import org.undertone.features.StandardizerSettings;
import org.undertone.training.FineTuningSettings;
import org.undertone.training.PretrainingSettings;

/**
 * Everything that decides an experiment but the corpus and the seed. As YAML the keys are the names of the components,
 * nested as the records are.
 *
 * @param protocol one split or folds
 * @param split how a single split is made; folds are always of groups
 * @param evaluationShare share of the clips that a single split evaluates, in (0, 1); the paper's 0.2
 * @param budgets numbers of labelled clips, ascending
 * @param allLabels which methods are also given all labels
 * @param repeats draws of labels and initial weights per budget; the paper's 3
 * @param methods ids of {@link Methods}
 * @param standardizer how frames are standardised
 * @param pretraining settings of pre-training
 * @param fineTuning settings of learning from labels
 */
public record ExperimentRecipe(
        Protocol protocol,
        SplitChoice split,
        double evaluationShare,
        List<Integer> budgets,
        AllLabels allLabels,
        int repeats,
        List<String> methods,
        StandardizerSettings standardizer,
        PretrainingSettings pretraining,
        FineTuningSettings fineTuning) {

    /** Which methods are given all labels of the training clips, to know the ceiling. */
    public enum AllLabels {
        /** None. */
        NONE,
        /** Those that take seconds. */
        CHEAP,
        /** Every one. */
        EVERY
    }

    /** The paper's experiment, with the stated defaults where it is silent. */
    public static final ExperimentRecipe PAPER = new ExperimentRecipe(
            Protocol.ONE_SPLIT,
            SplitChoice.GROUPS,
            SplitRule.DEFAULT_SHARE,
            IntStream.concat(
                            IntStream.iterate(20, n -> n <= 200, n -> n + 15),
                            IntStream.iterate(400, n -> n <= 1200, n -> n + 200))
                    .boxed()
                    .toList(),
            AllLabels.CHEAP,
            3,
            Methods.ids(),
            StandardizerSettings.DEFAULT,
            PretrainingSettings.PAPER,
            FineTuningSettings.PAPER);

    /**
     * A small experiment for a small corpus, done in a few minutes: a network of a quarter of the paper's width, and few
     * budgets, with enough repeats that a test can find something (0.0625 is the least p of five).
     */
    public static final ExperimentRecipe DEMO = new ExperimentRecipe(
            Protocol.ONE_SPLIT,
            SplitChoice.GROUPS,
            0.25,
            List.of(20, 50, 100, 200),
            AllLabels.CHEAP,
            5,
            Methods.ids(),
            StandardizerSettings.DEFAULT,
            PretrainingSettings.PAPER.withHidden(64),
            FineTuningSettings.PAPER);

    /** Checks the ranges. */
    public ExperimentRecipe {
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(split, "split");
        Objects.requireNonNull(allLabels, "allLabels");
        Objects.requireNonNull(standardizer, "standardizer");
        Objects.requireNonNull(pretraining, "pretraining");
        Objects.requireNonNull(fineTuning, "fineTuning");
        if (!(evaluationShare > 0 && evaluationShare < 1)) {
            throw new IllegalArgumentException(
                    "share of clips to evaluate must lie in (0, 1) but is " + evaluationShare);
        }
        if (repeats < 1 || repeats > 1000) {
            throw new IllegalArgumentException("repeats must lie in 1..1000 but are " + repeats);
        }
        budgets = List.copyOf(budgets);
        for (int i = 0; i < budgets.size(); i++) {
            if (budgets.get(i) < 2 || i > 0 && budgets.get(i) <= budgets.get(i - 1)) {
                throw new IllegalArgumentException("label budgets must be 2 or more and ascend but are " + budgets);
            }
        }
        methods = List.copyOf(methods);
        if (methods.isEmpty() || new HashSet<>(methods).size() < methods.size()) {
            throw new IllegalArgumentException("methods must be at least one and each named once but are " + methods);
        }
        methods.forEach(Methods::require);
    }
}
