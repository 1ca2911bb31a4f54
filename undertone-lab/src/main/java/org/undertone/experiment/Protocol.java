package org.undertone.experiment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How often the corpus is split: once ({@code single}, the paper's), or into k folds of groups of which each is evaluated
 * once ({@code folds:k}, for claims).
 *
 * @param folds number of folds; 1 for a single split
 */
public record Protocol(int folds) {

    private static final String SINGLE = "single";
    private static final String FOLDS = "folds:";

    /** One split. */
    public static final Protocol ONE_SPLIT = new Protocol(1);

    /** Checks the number. */
    public Protocol {
        if (folds < 1 || folds > 100) {
            throw new IllegalArgumentException("the number of folds must lie in 2..100 but is " + folds);
        }
    }

    /** Reads {@code single} or {@code folds:5}. */
    @JsonCreator
    public static Protocol of(String text) {
        if (text.equals(SINGLE)) {
            return ONE_SPLIT;
        }
        if (text.matches(FOLDS + "[0-9]{1,3}") && !text.equals(FOLDS + "1")) {
            return new Protocol(Integer.parseInt(text.substring(FOLDS.length())));
        }
        throw new IllegalArgumentException(
                "protocol must be \"single\" or \"folds:K\" with K of 2 or more but is \"" + text + "\"");
    }

    /** Whether there is one split only. */
    public boolean single() {
        return folds == 1;
    }

    @Override
    @JsonValue
    public String toString() {
        return single() ? SINGLE : FOLDS + folds;
    }
}
