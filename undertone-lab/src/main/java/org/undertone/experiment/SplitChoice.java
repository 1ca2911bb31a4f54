package org.undertone.experiment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.undertone.corpus.SplitRule;

/**
 * How a single split is made: {@code groups} (the default: no speaker on both sides), {@code random} (the paper's) or
 * {@code folds:NAME,NAME} (those of the corpus's own folds are evaluated).
 */
public record SplitChoice(String text) {

    private static final String FOLDS = "folds:";

    /** Group-disjoint. */
    public static final SplitChoice GROUPS = new SplitChoice("groups");

    /** Checks the name. */
    @JsonCreator
    public SplitChoice {
        boolean folds = text.startsWith(FOLDS) && text.length() > FOLDS.length();
        if (!folds && !text.equals("groups") && !text.equals("random")) {
            throw new IllegalArgumentException(
                    "split must be \"groups\", \"random\" or \"folds:NAME[,NAME]\" but is \"" + text + "\"");
        }
    }

    /** The rule, for a share of the clips to evaluate. */
    public SplitRule rule(double share) {
        if (text.startsWith(FOLDS)) {
            Set<String> names =
                    new LinkedHashSet<>(List.of(text.substring(FOLDS.length()).split(",")));
            return SplitRule.folds(names);
        }
        return text.equals("random") ? SplitRule.random(share) : SplitRule.groups(share);
    }

    @Override
    @JsonValue
    public String toString() {
        return text;
    }
}
