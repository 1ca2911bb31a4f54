package org.undertone.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.Utterance;
import org.undertone.metrics.PresenceThreshold;
import org.undertone.metrics.Scores;
import org.undertone.model.EmotionModel;
import org.undertone.training.Workers;

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
     * @param workers threads to share the clips out to
     * @param progress hears, from any worker, the number of clips that are done; a {@link java.util.concurrent.CancellationException} thrown
     *     from it ends the work
     * @return [clip][emotion of the model]
     */
    public static double[][] predict(
            EmotionModel model, Corpus corpus, int[] clips, Workers workers, IntConsumer progress) {
        if (!model.columns().equals(corpus.columns())) {
            throw new IllegalArgumentException(
                    "the model takes the columns " + model.columns().names() + " but the corpus has "
                            + corpus.columns().names());
        }
        double[][] scores = new double[clips.length][];
        AtomicInteger done = new AtomicInteger();
        AtomicBoolean stopped = new AtomicBoolean();
        workers.each(clips.length, (worker, number) -> {
            if (stopped.get()) {
                return;
            }
            try {
                scores[number] = predict(model, corpus, clips[number]);
                progress.accept(done.incrementAndGet());
            } catch (RuntimeException e) {
                stopped.set(true);
                throw e;
            }
        });
        return scores;
    }

    private static double[] predict(EmotionModel model, Corpus corpus, int clip) {
        int frames = corpus.frames(clip);
        float[] values = new float[frames * corpus.columns().count()];
        try {
            corpus.read(clip, 0, frames, values, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return model.predict(values, frames);
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

    /**
     * Scores the model on labelled clips, beside the dummies that need no more than what the model knows.
     *
     * @param workers threads to share the clips out to
     * @param progress as in {@link #predict}
     */
    public static Evaluation evaluate(
            EmotionModel model, Corpus corpus, int[] clips, Workers workers, IntConsumer progress) {
        List<String> emotions = PooledTrial.EMOTIONS;
        if (!model.emotions().equals(emotions)) {
            throw new IllegalArgumentException(
                    "the model gives " + model.emotions() + " but the corpus is labelled with " + emotions);
        }
        requireUnseen(model, corpus, clips);
        double[][] predictions = predict(model, corpus, clips, workers, progress);
        double[][] labels = corpus.intensities(clips);
        double[] thresholds = numbers(model.description().presenceThresholds());
        Optional<double[]> known = medians(model);
        double[] zeros = new double[emotions.size()];
        double[] medians = known.orElse(zeros);
        List<Evaluation.Rated> systems = new ArrayList<>();
        systems.add(new Evaluation.Rated("model", Scores.of(predictions, labels, thresholds, medians)));
        systems.add(constant("zeros", zeros, labels, medians));
        known.ifPresent(median -> systems.add(constant("median", median, labels, medians)));
        int[] groups = groups(corpus, clips);
        EvaluationIntervals intervals =
                new EvaluationIntervals(transposed(predictions), transposed(labels), thresholds, medians, groups);
        return new Evaluation(
                emotions,
                clips.length,
                (int) Arrays.stream(groups).distinct().count(),
                systems,
                intervals.estimate(workers));
    }

    /** What the same prediction for every clip scores. */
    private static Evaluation.Rated constant(String id, double[] prediction, double[][] labels, double[] medians) {
        double[][] predictions = new double[labels.length][];
        Arrays.fill(predictions, prediction);
        double[] thresholds = new double[prediction.length];
        Arrays.fill(thresholds, PresenceThreshold.DEFAULT);
        return new Evaluation.Rated(id, Scores.of(predictions, labels, thresholds, medians));
    }

    /** [emotion]: medians of the labels the model learned from; empty where a model of other make does not say. */
    private static Optional<double[]> medians(EmotionModel model) {
        List<Double> saved = new ArrayList<>();
        model.description().provenance().path(TRAINING_MEDIANS).forEach(median -> saved.add(median.asDouble()));
        return saved.size() == model.emotions().size() ? Optional.of(numbers(saved)) : Optional.empty();
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** [clip]: a number for its group. */
    private static int[] groups(Corpus corpus, int[] clips) {
        Map<String, Integer> numbers = new HashMap<>();
        return Arrays.stream(clips)
                .map(clip -> numbers.computeIfAbsent(corpus.utterance(clip).group(), group -> numbers.size()))
                .toArray();
    }

    private static double[][] transposed(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = rows[row][column];
            }
        }
        return columns;
    }

    private static void requireUnseen(EmotionModel model, Corpus corpus, int[] clips) {
        JsonNode provenance = model.description().provenance();
        if (!sameData(provenance, corpus)) {
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

    /** Whether a model learned from these clips, imported with the same folds and groups or with others. */
    private static boolean sameData(JsonNode provenance, Corpus corpus) {
        if (corpus.hash().equals(provenance.path(Provenance.CORPUS).asText())) {
            return true;
        }
        String acoustic = provenance.path(Provenance.ACOUSTIC).asText();
        return !acoustic.isEmpty()
                && acoustic.equals(Provenance.of(corpus, 0).values().get(Provenance.ACOUSTIC));
    }

    private static Set<String> folds(Corpus corpus) {
        Set<String> folds = new java.util.TreeSet<>();
        corpus.utterances().forEach(clip -> folds.add(clip.split().isEmpty() ? "(none)" : clip.split()));
        return folds;
    }
}
