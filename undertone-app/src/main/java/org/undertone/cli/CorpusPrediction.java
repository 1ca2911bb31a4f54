package org.undertone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.undertone.corpus.Corpus;
import org.undertone.experiment.ModelEvaluation;
import org.undertone.model.EmotionModel;
import org.undertone.training.Workers;

/** What {@code predict} does with a corpus; a class of its own, so that recordings are judged without loading all this. */
final class CorpusPrediction {
    private CorpusPrediction() {}

    static void run(EmotionModel model, Path corpus, PredictionFormat format, int threads, Console console)
            throws IOException {
        try (var opened = Corpus.open(corpus);
                var workers = Workers.of(threads)) {
            int[] clips = IntStream.range(0, opened.size()).toArray();
            double[][] scores;
            try (var progress = console.progress("predict", clips.length, ProgressUnit.of("clips"))) {
                scores = ModelEvaluation.predict(model, opened, clips, workers, progress::reach);
            }
            new ClipScores(model.emotions(), opened.utterances(), scores).print(format, console.out());
        }
    }
}
