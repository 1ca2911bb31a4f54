package org.undertone.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The label budgets that a corpus allows.
 *
 * @param budgets those of the recipe that do not exceed the labelled training clips, ascending
 * @param allLabels number of labelled training clips, where some method is given all of them
 * @param message what was left out and why, where anything was
 */
record BudgetPlan(List<Integer> budgets, Optional<Integer> allLabels, Optional<String> message) {

    /**
     * Cuts a recipe's budgets to a corpus.
     *
     * @param available labelled training clips, of the smallest fold
     */
    static BudgetPlan of(ExperimentRecipe recipe, int available) {
        List<Integer> kept = new ArrayList<>();
        List<Integer> cut = new ArrayList<>();
        for (int budget : recipe.budgets()) {
            (budget <= available ? kept : cut).add(budget);
        }
        boolean all = recipe.allLabels() != ExperimentRecipe.AllLabels.NONE
                && (kept.isEmpty() || kept.get(kept.size() - 1) < available);
        if (kept.isEmpty() && !all) {
            throw new IllegalArgumentException("no label budget of " + recipe.budgets() + " fits into the " + available
                    + " labelled training clips; give smaller ones with --budgets");
        }
        return new BudgetPlan(
                List.copyOf(kept),
                all ? Optional.of(available) : Optional.empty(),
                cut.isEmpty()
                        ? Optional.empty()
                        : Optional.of("Budgets " + join(cut) + " are left out: there are " + available
                                + " labelled training clips"
                                + (recipe.protocol().single() ? "." : " in the smallest fold.")));
    }

    private static String join(List<Integer> budgets) {
        return String.join(", ", budgets.stream().map(String::valueOf).toList());
    }
}
