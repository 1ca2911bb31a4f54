package org.undertone.corpus;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What to import, and where to.
 *
 * @param acoustic computational sequence with 74 acoustic columns
 * @param labels computational sequence with sentiment and six emotions, or the six emotions alone
 * @param groups table {@code video,group}; without it every video is a group of its own
 * @param folds table {@code video,fold}; without it no clip is in a fold
 * @param target directory to make; must not exist or be empty
 */
public record ImportSettings(Path acoustic, Path labels, Optional<Path> groups, Optional<Path> folds, Path target) {

    /** Checks that nothing is left out. */
    public ImportSettings {
        Objects.requireNonNull(acoustic, "acoustic");
        Objects.requireNonNull(labels, "labels");
        Objects.requireNonNull(groups, "groups");
        Objects.requireNonNull(folds, "folds");
        Objects.requireNonNull(target, "target");
    }
}
