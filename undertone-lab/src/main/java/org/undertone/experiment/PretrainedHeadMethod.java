package org.undertone.experiment;

/** The paper's method. */
final class PretrainedHeadMethod implements ExperimentMethod {

    @Override
    public ExperimentResults.Method description() {
        return new ExperimentResults.Method(
                "pretrained",
                "Pre-trained, frozen",
                MethodKind.PROPOSED,
                "The encoder learned without labels to restore hidden spans; frozen, it carries one dense layer that is"
                        + " trained on the labels (the paper's method).");
    }

    @Override
    public boolean cheap() {
        return true;
    }

    @Override
    public void prepare(FoldData fold) {
        fold.preparePretrained();
    }

    @Override
    public TrialOutcome run(FoldData fold, int[] clips, int repeat, long seed) {
        return HeadTrials.run(
                fold.pretrained(clips),
                fold.intensities(clips),
                fold.pretrained(fold.evaluation()),
                fold.recipe().fineTuning().trainer(),
                seed);
    }
}
