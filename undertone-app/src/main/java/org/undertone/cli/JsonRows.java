package org.undertone.cli;

import java.io.PrintStream;
import org.undertone.model.EmotionScore;
import org.undertone.model.Prediction;
import org.undertone.storage.JsonFile;

/** A JSON object on a line for each row. */
final class JsonRows implements PredictionRows {
    private final PrintStream out;

    JsonRows(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin() {
        // JSON lines have no heading.
    }

    @Override
    public void row(String file, Prediction prediction) {
        var line = JsonFile.object()
                .put("file", file)
                .put("startSeconds", Cells.seconds(prediction.startSeconds()))
                .put("endSeconds", Cells.seconds(prediction.endSeconds()));
        var emotions = line.putArray("emotions");
        for (EmotionScore score : prediction.scores()) {
            var emotion = emotions.addObject()
                    .put("emotion", score.emotion())
                    .put("intensity", score.intensity())
                    .put("present", score.present());
            if (score.uncertainty().isPresent()) {
                emotion.put("uncertainty", score.uncertainty().getAsDouble());
            } else {
                emotion.putNull("uncertainty");
            }
        }
        out.println(line);
    }

    @Override
    public void end() {
        // The last row is the end.
    }
}
