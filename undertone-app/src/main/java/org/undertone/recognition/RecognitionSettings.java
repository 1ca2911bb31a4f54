package org.undertone.recognition;

import java.util.Objects;
import java.util.Optional;
import org.undertone.features.ExtractorSettings;
import org.undertone.model.WindowSettings;

/**
 * How recordings are judged.
 *
 * @param features how they become frames
 * @param windows how they become timelines; empty where each is judged as one clip
 * @param workers threads, 1 to 1000: each works on a recording of its own, and those that are left over help
 */
public record RecognitionSettings(ExtractorSettings features, Optional<WindowSettings> windows, int workers) {
    private static final int MOST_WORKERS = 1000;

    public RecognitionSettings {
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(windows, "windows");
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException(
                    "the number of workers must lie in 1 to " + MOST_WORKERS + " but is " + workers);
        }
    }
}
