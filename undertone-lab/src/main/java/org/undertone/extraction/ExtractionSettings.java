package org.undertone.extraction;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an extraction makes, and how.
 *
 * @param target the corpus directory to make; must not exist or be empty
 * @param csd where to write the frames as a computational sequence too, {@code FILE.csd}; labels come beside it, in
 *     {@code FILE-labels.csd}
 * @param labels the table that labels came from, which is named among the sources
 * @param workers number of threads, 1 or more; the result does not depend on it
 * @param resume whether what an earlier run on the same target finished may be used
 * @param description everything that the frames depend on besides the samples, by name: the recipe, the decoder
 */
public record ExtractionSettings(
        Path target,
        Optional<Path> csd,
        Optional<Path> labels,
        int workers,
        boolean resume,
        Map<String, String> description) {
    public ExtractionSettings {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(csd, "csd");
        if (target.toString().isBlank()) {
            throw new IllegalArgumentException("the corpus directory to make must have a name, but '" + target
                    + "' is none; give one, such as corpus");
        }
        if (csd.isPresent() && SequenceFiles.of(csd.get()).liesIn(target)) {
            throw new IllegalArgumentException(
                    "the computational sequence " + csd.get() + " cannot lie in the corpus directory " + target
                            + ", which is made whole; name a place outside it");
        }
        Objects.requireNonNull(labels, "labels");
        if (workers < 1) {
            throw new IllegalArgumentException("there must be at least 1 worker but " + workers + " are asked for");
        }
        description = new TreeMap<>(description);
    }

    /** Makes a corpus directory and nothing else, from the beginning. */
    public static ExtractionSettings of(Path target, int workers, Map<String, String> description) {
        return new ExtractionSettings(target, Optional.empty(), Optional.empty(), workers, false, description);
    }

    @Override
    public Map<String, String> description() {
        return new TreeMap<>(description);
    }
}
