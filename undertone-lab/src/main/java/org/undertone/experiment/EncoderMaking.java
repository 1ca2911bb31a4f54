package org.undertone.experiment;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.Seed;
import org.undertone.features.Standardizer;
import org.undertone.storage.StagedDirectory;
import org.undertone.training.LossHistory;
import org.undertone.training.PretrainedWeights;
import org.undertone.training.Pretraining;
import org.undertone.training.StandardizerFit;
import org.undertone.training.TrainingListener;
import org.undertone.training.Workers;

/**
 * Pre-trains one encoder on a corpus and writes its directory: on the clips of the fold {@code train} where the corpus has
 * one, else on all.
 */
public final class EncoderMaking {

    private static final String TRAINING = ".training";

    private final Corpus corpus;
    private final ExperimentRecipe recipe;
    private final long seed;

    /** Pre-training by the recipe's settings. */
    public EncoderMaking(Corpus corpus, ExperimentRecipe recipe, long seed) {
        this.corpus = corpus;
        this.recipe = recipe;
        this.seed = seed;
    }

    /** Where the checkpoint of an encoder is kept until the encoder is whole. */
    public static Path unfinished(Path target) {
        return target.resolveSibling(target.getFileName() + TRAINING);
    }

    /**
     * Runs to the end. Until then a checkpoint is kept beside the target, in {@code TARGET.training}.
     *
     * @param target encoder directory to make
     * @param resume whether to go on from a checkpoint; an encoder that is complete is left as it is
     * @return losses of each epoch
     */
    public LossHistory run(Path target, boolean resume, int workers, TrainingListener listener) throws IOException {
        if (EncoderStore.exists(target)) {
            if (resume) {
                return EncoderStore.read(target).losses();
            }
            throw new FileAlreadyExistsException(
                    target.toString(), null, "holds an encoder already; give another --out");
        }
        StagedDirectory.refuseOccupied(target);
        Path training = unfinished(target);
        if (Files.exists(training) && !resume) {
            throw new FileAlreadyExistsException(
                    training.toString(), null, "holds an unfinished training; go on with it by --resume, or remove it");
        }
        Files.createDirectories(training);
        int[] clips = TrainingClips.of(corpus);
        Standardizer standardizer = StandardizerFit.fit(corpus, clips, recipe.standardizer());
        Pretraining pretraining =
                new Pretraining(recipe.pretraining(), corpus, clips, standardizer, Seed.derive(seed, "encoder"));
        try (Workers pool = Workers.of(workers)) {
            PretrainedWeights weights = pretraining.run(training, pool, listener);
            EncoderStore.write(
                    target,
                    weights,
                    corpus.frameRate(),
                    Provenance.of(corpus, seed)
                            .with("recipe", RecipeReader.write(recipe))
                            .json());
            pretraining.forget(training);
            Files.delete(training);
            return weights.losses();
        }
    }
}
