package org.undertone.model;

import java.util.Objects;

/** The dense layer on what a readout keeps of a clip's steps, step by step. Immutable. */
final class ScoreHead {
    private final DenseWeights weights;
    private final Readout readout;
    private final int outputs;
    private final int emotions;

    ScoreHead(DenseWeights weights, Readout readout, int outputs, int emotions) {
        weights.check("head", readout.width(outputs), emotions);
        this.weights = weights;
        this.readout = readout;
        this.outputs = outputs;
        this.emotions = emotions;
    }

    DenseWeights weights() {
        return weights;
    }

    /** How many values {@link ModelState#gathered} has. */
    int gathered() {
        return readout.pooling() == Readout.Pooling.FLATTEN ? emotions : outputs;
    }

    /** Whether a state has as many steps as the readout takes. */
    boolean isFull(ModelState state) {
        return state.steps >= readout.maximumSteps();
    }

    /** Adds the output of a step to what a state that is not full has gathered; {@code next} may be {@code state}. */
    void gather(ModelState state, float[] output, ModelState next) {
        switch (readout.pooling()) {
            case LAST -> gather(state.gathered, 0, output, next.gathered);
            case MEAN -> gather(state.gathered, 1, output, next.gathered);
            case FLATTEN -> gatherScores(state, output, next.gathered);
            default -> throw new IllegalStateException("no such pooling: " + readout.pooling());
        }
        next.steps = state.steps + 1;
    }

    private static void gather(double[] before, int keep, float[] output, double[] after) {
        for (int i = 0; i < output.length; i++) {
            after[i] = keep * before[i] + output[i];
        }
    }

    private void gatherScores(ModelState state, float[] output, double[] after) {
        int width = readout.width(output.length);
        for (int emotion = 0; emotion < after.length; emotion++) {
            int row = emotion * width + state.steps * output.length;
            double sum = state.gathered[emotion];
            for (int i = 0; i < output.length; i++) {
                sum += (double) weights.weights()[row + i] * output[i];
            }
            after[emotion] = sum;
        }
    }

    /** The scores of a state with one step or more. */
    void scores(ModelState state, double[] target) {
        if (state.steps == 0) {
            throw new IllegalStateException("there are no scores before the first frame");
        }
        Objects.checkFromIndexSize(0, emotions, target.length);
        int divisor = readout.pooling() == Readout.Pooling.MEAN ? state.steps : 1;
        for (int emotion = 0; emotion < emotions; emotion++) {
            double score = weights.bias()[emotion];
            if (readout.pooling() == Readout.Pooling.FLATTEN) {
                score += state.gathered[emotion];
            } else {
                int row = emotion * state.gathered.length;
                for (int i = 0; i < state.gathered.length; i++) {
                    score += weights.weights()[row + i] * (state.gathered[i] / divisor);
                }
            }
            target[emotion] = score;
        }
    }
}
