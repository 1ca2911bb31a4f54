package org.undertone.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undertone.model.WindowSettings;

/**
 * What is asked of a recording besides its scores.
 *
 * @param windows the timeline, where one is asked for
 * @param tracks whether the columns of the voice source are asked for
 */
record PredictionOptions(Optional<WindowSettings> windows, boolean tracks) {
    private static final Set<String> KNOWN = Set.of("window", "hop", "tracks");

    static PredictionOptions of(Map<String, List<String>> query) throws ProblemException {
        var parameters = new Parameters(query, KNOWN);
        return new PredictionOptions(parameters.windows(), parameters.flag("tracks"));
    }
}
