package org.undertone.cli;

import java.io.IOException;
import java.util.Locale;
import org.undertone.model.EmotionScore;
import org.undertone.model.Prediction;
import org.undertone.recognition.Hearing;

/** A line on standard output for each window, for people whose terminal cannot draw over itself. */
final class PlainView implements ListeningView {
    private final Console console;

    PlainView(Console console) {
        this.console = console;
    }

    @Override
    public void judged(Prediction prediction) throws IOException {
        var line = new StringBuilder(LiveView.clock(prediction.startSeconds()))
                .append('-')
                .append(LiveView.clock(prediction.endSeconds()));
        for (EmotionScore score : prediction.scores()) {
            line.append("  ").append(score.emotion()).append(String.format(Locale.ROOT, " %.2f", score.intensity()));
            line.append(score.present() ? "*" : "");
        }
        console.out().println(line);
        console.requireWritten();
    }

    @Override
    public void heard(Hearing hearing) {
        // A level that cannot be drawn over would fill the screen.
    }

    @Override
    public void note(String line) {
        console.complain(line);
    }

    @Override
    public void close() {
        // The last line is the end.
    }
}
