package org.undertone.experiment;

import org.undertone.training.EndToEnd;

/** The paper's baseline. */
final class FromScratchMethod implements ExperimentMethod {

    @Override
    public ExperimentResults.Method description() {
        return new ExperimentResults.Method(
                "from-scratch",
                "From scratch",
                MethodKind.BASELINE,
                "The same network without pre-training, trained end to end on the labelled clips (the paper's baseline).");
    }

    @Override
    public boolean cheap() {
        return false;
    }

    @Override
    public TrialOutcome run(FoldData fold, int[] clips, int repeat, long seed) {
        try (EndToEnd network = EndToEnd.fit(
                fold.corpus(),
                clips,
                fold.standardizer(),
                fold.encoder().encoder(),
                fold.recipe().fineTuning(),
                seed)) {
            return new TrialOutcome(network.scores(clips), network.scores(fold.evaluation()));
        }
    }
}
