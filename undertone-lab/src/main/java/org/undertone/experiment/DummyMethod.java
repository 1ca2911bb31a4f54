package org.undertone.experiment;

import java.util.Arrays;
import java.util.Locale;
import org.undertone.baseline.Dummy;

/** A constant. */
final class DummyMethod implements ExperimentMethod {

    private final Dummy dummy;
    private final String title;
    private final String summary;

    DummyMethod(Dummy dummy, String title, String summary) {
        this.dummy = dummy;
        this.title = title;
        this.summary = summary;
    }

    @Override
    public ExperimentResults.Method description() {
        return new ExperimentResults.Method(dummy.name().toLowerCase(Locale.ROOT), title, MethodKind.DUMMY, summary);
    }

    @Override
    public boolean cheap() {
        return true;
    }

    @Override
    public TrialOutcome run(FoldData fold, int[] clips, int repeat, long seed) {
        double[] constant = dummy.fit(fold.intensities(clips));
        return new TrialOutcome(rows(constant, clips.length), rows(constant, fold.evaluation().length));
    }

    private static double[][] rows(double[] constant, int count) {
        double[][] rows = new double[count][];
        Arrays.setAll(rows, i -> constant.clone());
        return rows;
    }
}
