package org.undertone.experiment;

/** The control that shows what pre-training itself is worth. */
final class UntrainedHeadMethod implements ExperimentMethod {

    @Override
    public ExperimentResults.Method description() {
        return new ExperimentResults.Method(
                "untrained",
                "Untrained, frozen",
                MethodKind.CONTROL,
                "The same encoder with random weights, frozen, under the same dense layer: what is gained over it is due to"
                        + " pre-training.");
    }

    @Override
    public boolean cheap() {
        return true;
    }

    @Override
    public void prepare(FoldData fold) {
        fold.prepareUntrained();
    }

    @Override
    public TrialOutcome run(FoldData fold, int[] clips, int repeat, long seed) {
        return HeadTrials.run(
                fold.untrained(repeat, clips),
                fold.intensities(clips),
                fold.untrained(repeat, fold.evaluation()),
                fold.recipe().fineTuning().trainer(),
                seed);
    }
}
