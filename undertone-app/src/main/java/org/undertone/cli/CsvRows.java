package org.undertone.cli;

import java.io.PrintStream;
import java.util.List;
import org.undertone.model.EmotionScore;
import org.undertone.model.Prediction;

/** A heading, then a line for each row, as RFC 4180 has it; three columns for each emotion. */
final class CsvRows implements PredictionRows {
    private final List<String> emotions;
    private final PrintStream out;

    CsvRows(List<String> emotions, PrintStream out) {
        this.emotions = emotions;
        this.out = out;
    }

    @Override
    public void begin() {
        var heading = new StringBuilder("file,start,end");
        for (String emotion : emotions) {
            heading.append(',').append(Cells.quoted(emotion));
            heading.append(',').append(Cells.quoted(emotion + "_present"));
            heading.append(',').append(Cells.quoted(emotion + "_uncertainty"));
        }
        out.println(heading);
    }

    @Override
    public void row(String file, Prediction prediction) {
        var line = new StringBuilder(Cells.quoted(file));
        line.append(',').append(Cells.seconds(prediction.startSeconds()));
        line.append(',').append(Cells.seconds(prediction.endSeconds()));
        for (EmotionScore score : prediction.scores()) {
            line.append(',').append(score.intensity()).append(',').append(score.present());
            line.append(',');
            score.uncertainty().ifPresent(line::append);
        }
        out.println(line);
    }

    @Override
    public void end() {
        // The last row is the end.
    }
}
