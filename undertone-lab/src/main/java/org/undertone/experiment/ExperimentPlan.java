package org.undertone.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.GroupFolds;
import org.undertone.corpus.LabelSubsets;
import org.undertone.corpus.LeakCheck;
import org.undertone.corpus.Seed;
import org.undertone.corpus.Split;
import org.undertone.corpus.SplitRule;

/**
 * What an experiment is going to do; follows from corpus, recipe and seed alone.
 *
 * @param splits one per fold, checked for leaks
 * @param budgets that the corpus allows
 * @param keys all trials, the dear ones first so that the last minutes are not one worker's alone
 */
record ExperimentPlan(List<Split> splits, BudgetPlan budgets, List<TrialKey> keys) {

    static ExperimentPlan of(Corpus corpus, ExperimentRecipe recipe, long seed) {
        List<Split> splits = splits(corpus, recipe, seed);
        int smallest = splits.stream()
                .mapToInt(split -> FoldData.labelledOf(corpus, split.training()).length)
                .min()
                .orElseThrow();
        BudgetPlan budgets = BudgetPlan.of(recipe, smallest);
        return new ExperimentPlan(splits, budgets, keys(recipe, budgets, splits.size()));
    }

    /** The clips whose labels a trial is given, in the order in which they are bought. */
    static int[] labels(TrialKey key, int[] labelledTraining, long seed) {
        int budget = key.all() ? labelledTraining.length : key.budget();
        return LabelSubsets.draw(labelledTraining, budget, key.labelSeed(seed));
    }

    private static List<Split> splits(Corpus corpus, ExperimentRecipe recipe, long seed) {
        if (recipe.protocol().single()) {
            SplitRule rule = recipe.split().rule(recipe.evaluationShare());
            Split split = rule.split(corpus.utterances(), Seed.derive(seed, "split"));
            LeakCheck.require(corpus.utterances(), split, rule);
            return List.of(split);
        }
        List<Split> splits =
                GroupFolds.deal(corpus.utterances(), recipe.protocol().folds(), Seed.derive(seed, "folds"));
        splits.forEach(split -> {
            LeakCheck.requireGroupsApart(corpus.utterances(), split);
            LeakCheck.requireSamplesApart(corpus.utterances(), split);
        });
        return splits;
    }

    private static List<TrialKey> keys(ExperimentRecipe recipe, BudgetPlan plan, int folds) {
        List<TrialKey> keys = new ArrayList<>();
        for (String method : recipe.methods()) {
            boolean all = recipe.allLabels() == ExperimentRecipe.AllLabels.EVERY
                    || Methods.require(method).cheap();
            for (int repeat = 0; repeat < recipe.repeats(); repeat++) {
                for (int fold = 0; fold < folds; fold++) {
                    for (int budget : plan.budgets()) {
                        keys.add(new TrialKey(method, budget, false, repeat, fold));
                    }
                    if (all && plan.allLabels().isPresent()) {
                        keys.add(new TrialKey(method, plan.allLabels().get(), true, repeat, fold));
                    }
                }
            }
        }
        keys.sort(Comparator.comparing(
                        (TrialKey key) -> Methods.require(key.method()).cheap())
                .thenComparing(key -> -key.budget()));
        return keys;
    }
}
