package org.undertone.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.undertone.features.FeatureRecipe;

/**
 * What there is to know about an emotion model besides its weights.
 *
 * @param emotions names of the scores, in order; at least one, none twice
 * @param presenceThresholds {@code [emotion]}: an emotion counts as present where its score is above this; finite
 * @param uncertainties {@code [emotion]}: half the width of the interval around a score that held the label of nine in ten
 *     clips left out in training, 0 or more; empty where that was not measured
 * @param recipe how audio became the frames that the model learned from; empty where they came from elsewhere
 * @param readout how the steps of a clip become one vector
 * @param provenance where the model comes from: recipe, seeds, data and its hash, versions; free content
 * @param evaluation how it was measured and what came out; free content
 */
public record ModelDescription(
        List<String> emotions,
        List<Double> presenceThresholds,
        List<OptionalDouble> uncertainties,
        Optional<FeatureRecipe> recipe,
        Readout readout,
        ObjectNode provenance,
        ObjectNode evaluation) {
    static final int MOST_EMOTIONS = 1_000;

    /** Uncertainties of which none was measured. */
    public static List<OptionalDouble> unmeasured(int emotions) {
        return Collections.nCopies(emotions, OptionalDouble.empty());
    }

    public ModelDescription {
        emotions = List.copyOf(emotions);
        presenceThresholds = List.copyOf(presenceThresholds);
        uncertainties = List.copyOf(uncertainties);
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(readout, "readout");
        provenance = provenance.deepCopy();
        evaluation = evaluation.deepCopy();
        if (emotions.isEmpty() || emotions.size() > MOST_EMOTIONS) {
            throw new IllegalArgumentException(
                    "number of emotions must lie in [1, " + MOST_EMOTIONS + "] but is " + emotions.size());
        }
        if (new HashSet<>(emotions).size() < emotions.size() || emotions.contains("")) {
            throw new IllegalArgumentException("emotions must have a name each, none twice, but are " + emotions);
        }
        if (presenceThresholds.size() != emotions.size()) {
            throw new IllegalArgumentException("there must be one presence threshold for each of " + emotions.size()
                    + " emotions but there are " + presenceThresholds.size());
        }
        if (uncertainties.size() != emotions.size()) {
            throw new IllegalArgumentException("there must be one uncertainty for each of " + emotions.size()
                    + " emotions but there are " + uncertainties.size());
        }
        for (OptionalDouble uncertainty : uncertainties) {
            double value = uncertainty.orElse(1);
            if (!(value >= 0 && value <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("an uncertainty must be a number of 0 or more but is " + value);
            }
        }
        for (double threshold : presenceThresholds) {
            if (!Double.isFinite(threshold)) {
                throw new IllegalArgumentException("a presence threshold must be finite but is " + threshold);
            }
        }
    }
}
