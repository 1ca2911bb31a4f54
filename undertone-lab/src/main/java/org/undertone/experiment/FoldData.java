package org.undertone.experiment;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.undertone.baseline.Functionals;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.Seed;
import org.undertone.corpus.Split;
import org.undertone.features.Standardizer;
import org.undertone.training.FrozenEncoder;
import org.undertone.training.PretrainedWeights;
import org.undertone.training.Workers;

/**
 * One fold of an experiment and what its trials share: the split, the encoder, and every clip encoded once.
 *
 * <p>Filled by {@link ExperimentMethod#prepare} before trials begin, then only read.
 */
final class FoldData {

    private final Corpus corpus;
    private final ExperimentRecipe recipe;
    private final int number;
    private final int[] labelled;
    private final int[] evaluation;
    private final PretrainedWeights encoder;
    private final Workers workers;
    private final long runSeed;
    private final Map<Integer, float[][]> untrained = new HashMap<>();
    private float[][] pretrained;
    private float[][] functionals;

    FoldData(
            Corpus corpus,
            ExperimentRecipe recipe,
            Fold fold,
            PretrainedWeights encoder,
            Workers workers,
            long runSeed) {
        this.corpus = corpus;
        this.recipe = recipe;
        this.number = fold.number();
        this.labelled = labelledOf(corpus, fold.split().training());
        this.evaluation = labelledOf(corpus, fold.split().evaluation());
        this.encoder = encoder;
        this.workers = workers;
        this.runSeed = runSeed;
    }

    /**
     * A split and its number.
     *
     * @param number from 0
     */
    record Fold(int number, Split split) {}

    static int[] labelledOf(Corpus corpus, int[] clips) {
        return Arrays.stream(clips)
                .filter(clip -> corpus.utterance(clip).labelled())
                .toArray();
    }

    Corpus corpus() {
        return corpus;
    }

    ExperimentRecipe recipe() {
        return recipe;
    }

    int[] evaluation() {
        return evaluation;
    }

    Standardizer standardizer() {
        return encoder.standardizer();
    }

    PretrainedWeights encoder() {
        return encoder;
    }

    /** Intensities of labelled clips [clip][emotion]. */
    double[][] intensities(int[] clips) {
        return corpus.intensities(clips);
    }

    void preparePretrained() {
        if (pretrained == null) {
            pretrained = pool(encoder);
        }
    }

    /** One encoder for each repeat, since a repeat redraws the initial weights. */
    void prepareUntrained() {
        for (int repeat = 0; repeat < recipe.repeats(); repeat++) {
            long seed = Seed.derive(runSeed, "untrained encoder", number, repeat);
            untrained.computeIfAbsent(
                    repeat, r -> pool(PretrainedWeights.untrained(encoder.encoder(), standardizer(), seed)));
        }
    }

    void prepareFunctionals() throws IOException {
        if (functionals == null) {
            Functionals of = new Functionals(corpus);
            float[][] rows = new float[corpus.size()][];
            for (int clip : needed()) {
                rows[clip] = of.of(clip);
            }
            functionals = rows;
        }
    }

    float[][] pretrained(int[] clips) {
        return rows(pretrained, clips);
    }

    float[][] untrained(int repeat, int[] clips) {
        return rows(untrained.get(repeat), clips);
    }

    float[][] functionals(int[] clips) {
        return rows(functionals, clips);
    }

    /** Labelled clips of both sides; pooled vectors of others are never asked for. */
    private int[] needed() {
        return IntStream.concat(Arrays.stream(labelled), Arrays.stream(evaluation))
                .sorted()
                .toArray();
    }

    private float[][] pool(PretrainedWeights weights) {
        int[] clips = needed();
        float[][] byClip = new float[corpus.size()][];
        var settings = recipe.fineTuning();
        try (FrozenEncoder frozen =
                FrozenEncoder.create(weights, corpus, settings.window(), settings.pooling(), workers)) {
            float[][] pooled = frozen.pool(clips);
            for (int i = 0; i < clips.length; i++) {
                byClip[clips[i]] = pooled[i];
            }
        }
        return byClip;
    }

    private static float[][] rows(float[][] byClip, int[] clips) {
        return Arrays.stream(clips).mapToObj(clip -> byClip[clip]).toArray(float[][]::new);
    }
}
