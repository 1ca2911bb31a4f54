package org.undertone.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * What there is to know about an emotion model besides its weights.
 *
 * @param emotions names of the scores, in order; at least one, none twice
 * @param presenceThresholds {@code [emotion]}: an emotion counts as present where its score is above this; finite
 * @param readout how the steps of a clip become one vector
 * @param provenance where the model comes from: recipe, seeds, data and its hash, versions; free content
 * @param evaluation how it was measured and what came out; free content
 */
public record ModelDescription(
        List<String> emotions,
        List<Double> presenceThresholds,
        Readout readout,
        ObjectNode provenance,
        ObjectNode evaluation) {
    static final int MOST_EMOTIONS = 1_000;

    public ModelDescription {
        emotions = List.copyOf(emotions);
        presenceThresholds = List.copyOf(presenceThresholds);
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
        for (double threshold : presenceThresholds) {
            if (!Double.isFinite(threshold)) {
                throw new IllegalArgumentException("a presence threshold must be finite but is " + threshold);
            }
        }
    }
}
