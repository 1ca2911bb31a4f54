package org.undertone.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.Utterance;
import org.undertone.metrics.Scores;
import org.undertone.model.EmotionModel;

/**
 * Runs a model over the clips of a corpus, in plain Java as it would run anywhere, and scores it on those that are
 * labelled. A clip whose group the model learned from fails the evaluation.
 */
public final class ModelEvaluation {

    static final String TRAINED_GROUPS = "trained_groups";
    static final String TRAINING_MEDIANS = "training_medians";

    private ModelEvaluation() {}

    /**
     * The model's scores of some clips.
     *
     * @return [clip][emotion of the model]
     */
    public static double[][] predict(EmotionModel model, Corpus corpus, int[] clips) throws IOException {
        if (!model.columns().equals(corpus.columns())) {
            throw new IllegalArgumentException(
                    "the model takes the columns " + model.columns().names() + " but the corpus has "
                            + corpus.columns().names());
        }
        double[][] scores = new double[clips.length][];
        for (int i = 0; i < clips.length; i++) {
            int frames = corpus.frames(clips[i]);
            float[] values = new float[frames * corpus.columns().count()];
            corpus.read(clips[i], 0, frames, values, 0);
            scores[i] = model.predict(values, frames);
        }
        return scores;
    }

    /**
     * Labelled clips of a corpus.
     *
     * @param split name of a fold; empty for all clips
     */
    public static int[] labelledClips(Corpus corpus, Optional<String> split) {
        int[] clips = IntStream.range(0, corpus.size())
                .filter(clip ->
                        split.isEmpty() || corpus.utterance(clip).split().equals(split.get()))
                .filter(clip -> corpus.utterance(clip).labelled())
                .toArray();
        if (clips.length == 0) {
            throw new IllegalArgumentException(split.map(name -> "the corpus has no labelled clip in a fold named \""
                            + name + "\"; it has the folds " + folds(corpus))
                    .orElse("the corpus has no labelled clip"));
        }
        return clips;
    }

    /** Scores the model on labelled clips. */
    public static Scores score(EmotionModel model, Corpus corpus, int[] clips) throws IOException {
        List<String> expected = PooledTrial.EMOTIONS;
        if (!model.emotions().equals(expected)) {
            throw new IllegalArgumentException(
                    "the model gives " + model.emotions() + " but the corpus is labelled with " + expected);
        }
        requireUnseen(model, corpus, clips);
        double[] thresholds = model.description().presenceThresholds().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[] medians = medians(model, expected.size());
        return Scores.of(predict(model, corpus, clips), FoldData.intensities(corpus, clips), thresholds, medians);
    }

    /** Medians of the labels the model learned from; 0 where a model of other make does not say. */
    private static double[] medians(EmotionModel model, int emotions) {
        JsonNode saved = model.description().provenance().path(TRAINING_MEDIANS);
        return IntStream.range(0, emotions)
                .mapToDouble(emotion -> saved.path(emotion).asDouble(0))
                .toArray();
    }

    private static void requireUnseen(EmotionModel model, Corpus corpus, int[] clips) {
        JsonNode provenance = model.description().provenance();
        if (!corpus.hash().equals(provenance.path("corpus").asText())) {
            return;
        }
        Set<String> trained = new HashSet<>();
        provenance.path(TRAINED_GROUPS).forEach(group -> trained.add(group.asText()));
        for (int clip : clips) {
            Utterance utterance = corpus.utterance(clip);
            if (trained.contains(utterance.group())) {
                throw new IllegalArgumentException("clip " + utterance.id() + " is of group " + utterance.group()
                        + ", which the model learned from; evaluate on another corpus, or on a fold (--split) of a corpus"
                        + " that was imported with --folds");
            }
        }
    }

    private static Set<String> folds(Corpus corpus) {
        Set<String> folds = new java.util.TreeSet<>();
        corpus.utterances().forEach(clip -> folds.add(clip.split().isEmpty() ? "(none)" : clip.split()));
        return folds;
    }
}
