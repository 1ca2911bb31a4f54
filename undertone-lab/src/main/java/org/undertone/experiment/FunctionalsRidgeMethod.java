package org.undertone.experiment;

import java.io.IOException;
import org.undertone.baseline.Ridge;

/** The classic system, without any encoder. */
final class FunctionalsRidgeMethod implements ExperimentMethod {

    @Override
    public ExperimentResults.Method description() {
        return new ExperimentResults.Method(
                "functionals-ridge",
                "Functionals + ridge",
                MethodKind.CONTROL,
                "Ten statistics of each column over the clip and ridge regression in closed form, its penalty chosen by"
                        + " leave-one-out inside the labelled clips.");
    }

    @Override
    public boolean cheap() {
        return true;
    }

    @Override
    public void prepare(FoldData fold) throws IOException {
        fold.prepareFunctionals();
    }

    @Override
    public TrialOutcome run(FoldData fold, int[] clips, int repeat, long seed) {
        Ridge ridge = Ridge.fit(fold.functionals(clips), fold.intensities(clips));
        return new TrialOutcome(ridge.leftOutScores(), ridge.scores(fold.functionals(fold.evaluation())));
    }
}
