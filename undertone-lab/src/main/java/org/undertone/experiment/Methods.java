package org.undertone.experiment;

import java.util.List;
import java.util.stream.Collectors;
import org.undertone.baseline.Dummy;

/** The methods that an experiment can compare, in the order in which a report shows them. */
public final class Methods {

    private static final List<ExperimentMethod> ALL = List.of(
            new PretrainedHeadMethod(),
            new FromScratchMethod(),
            new UntrainedHeadMethod(),
            new FunctionalsRidgeMethod(),
            new DummyMethod(Dummy.ZEROS, "Zeros", "Predicts that nothing is felt, whatever the clip."),
            new DummyMethod(Dummy.MEDIAN, "Training median", "Predicts the median of the labels it is given."),
            new DummyMethod(Dummy.MEAN, "Training mean", "Predicts the mean of the labels it is given."));

    private Methods() {}

    /** Ids of all methods. */
    public static List<String> ids() {
        return ALL.stream().map(method -> method.description().id()).toList();
    }

    /** All methods. */
    public static List<ExperimentResults.Method> descriptions() {
        return ALL.stream().map(ExperimentMethod::description).toList();
    }

    static ExperimentMethod require(String id) {
        return ALL.stream()
                .filter(method -> method.description().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no method is called \"" + id + "\"; there are "
                        + ids().stream().collect(Collectors.joining(", "))));
    }
}
