package org.undertone.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.undertone.baseline.Dummy;
import org.undertone.corpus.ClipWindow;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.LabelSubsets;
import org.undertone.corpus.Seed;
import org.undertone.features.FeatureRecipe;
import org.undertone.model.DenseWeights;
import org.undertone.model.EmotionModel;
import org.undertone.model.ModelDescription;
import org.undertone.model.PretrainedEncoder;
import org.undertone.model.Readout;
import org.undertone.storage.StagedDirectory;
import org.undertone.training.FineTuningSettings;
import org.undertone.training.FrozenEncoder;
import org.undertone.training.HeadTraining;
import org.undertone.training.HeadWeights;
import org.undertone.training.PretrainedWeights;
import org.undertone.training.Workers;

/**
 * Trains a head on a frozen encoder and writes the model directory, which runs in plain Java. Labels come from the fold
 * {@code train} where the corpus has one, else from all labelled clips.
 */
public final class ModelMaking {

    private final Corpus corpus;
    private final ExperimentRecipe recipe;
    private final long seed;

    /** Fine-tuning by the recipe's settings. */
    public ModelMaking(Corpus corpus, ExperimentRecipe recipe, long seed) {
        this.corpus = corpus;
        this.recipe = recipe;
        this.seed = seed;
    }

    /**
     * Trains and writes.
     *
     * @param encoder directory of the encoder
     * @param labels number of labelled clips to learn from; none for all
     * @param target model directory to make
     * @return number of labelled clips learned from
     */
    public int run(Path encoder, OptionalInt labels, Path target, int workers) throws IOException {
        StagedDirectory.refuseOccupied(target);
        PretrainedEncoder read = PretrainedEncoder.read(encoder);
        if (!read.columns().equals(corpus.columns())) {
            throw new IllegalArgumentException(encoder + ": the encoder takes the columns "
                    + read.columns().names() + " but the corpus has "
                    + corpus.columns().names());
        }
        int[] available = FoldData.labelledOf(corpus, TrainingClips.of(corpus));
        int[] clips = LabelSubsets.draw(available, labels.orElse(available.length), Seed.derive(seed, "labels"));
        double[][] intensities = corpus.intensities(clips);
        float[][] pooled = pool(EncoderStore.fromModel(read), clips, workers);
        long headSeed = Seed.derive(seed, "head");
        FineTuningSettings settings = recipe.fineTuning();
        HeadWeights head = HeadTraining.fit(pooled, intensities, settings.trainer(), headSeed);
        LeftOutParts parts = LeftOutParts.ofGroups(
                Arrays.stream(clips)
                        .mapToObj(clip -> corpus.utterance(clip).group())
                        .toList(),
                headSeed);
        var leftOut = new LeftOutScores(
                parts, HeadTrials.leftOut(pooled, intensities, parts, settings.trainer(), headSeed), intensities);
        List<Double> thresholds = thresholds(leftOut.scores(), intensities);
        ModelDescription description = new ModelDescription(
                PooledTrial.EMOTIONS,
                thresholds,
                leftOut.uncertainties(),
                Optional.ofNullable(corpus.description().extraction().get("recipe"))
                        .map(FeatureRecipe::of),
                readout(settings),
                provenance(read, clips, intensities),
                leftOut.toJson(thresholds));
        new EmotionModel(read, new DenseWeights(head.weights(), head.bias()), description).write(target);
        return clips.length;
    }

    private float[][] pool(PretrainedWeights weights, int[] clips, int workers) {
        FineTuningSettings settings = recipe.fineTuning();
        try (Workers pool = Workers.of(workers);
                FrozenEncoder frozen =
                        FrozenEncoder.create(weights, corpus, settings.window(), settings.pooling(), pool)) {
            return frozen.pool(clips);
        }
    }

    private List<Double> thresholds(double[][] scores, double[][] labels) {
        return PooledTrial.thresholds(scores, labels, Seed.derive(seed, "thresholds"))
                .boxed()
                .toList();
    }

    /** How the model reads a clip: a random cut becomes the centre. */
    private static Readout readout(FineTuningSettings settings) {
        ClipWindow window = settings.window().forPrediction();
        return new Readout(
                Readout.Pooling.valueOf(settings.pooling().name()),
                window.maximumSteps(),
                Readout.Cut.valueOf(window.cut().name()));
    }

    private ObjectNode provenance(PretrainedEncoder read, int[] clips, double[][] intensities) {
        ObjectNode json = Provenance.of(corpus, seed)
                .with("recipe", RecipeReader.write(recipe))
                .with("labelled clips", Integer.toString(clips.length))
                .json();
        json.set("encoder", read.description().provenance());
        var groups = json.putArray(ModelEvaluation.TRAINED_GROUPS);
        Arrays.stream(TrainingClips.of(corpus))
                .mapToObj(clip -> corpus.utterance(clip).group())
                .distinct()
                .sorted()
                .forEach(groups::add);
        var medians = json.putArray(ModelEvaluation.TRAINING_MEDIANS);
        Arrays.stream(Dummy.MEDIAN.fit(intensities)).forEach(medians::add);
        return json;
    }
}
