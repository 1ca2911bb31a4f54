package org.undertone.cli;

import java.io.IOException;
import java.util.Locale;
import org.undertone.features.Frames;
import org.undertone.model.ModelDescription;
import org.undertone.model.Prediction;
import org.undertone.model.WindowSettings;
import org.undertone.recognition.RecognitionListener;
import org.undertone.recognition.RecognitionSettings;
import org.undertone.recognition.Recording;

/** Prints rows as they come, complaints beside them, and each remark once. */
final class PredictionDisplay implements RecognitionListener {
    private static final int USUAL_WINDOW_STEPS =
            (int) Math.round(WindowSettings.DEFAULT.windowSeconds() * Frames.PER_SECOND);

    private final Console console;
    private final PredictionRows rows;
    private final ModelDescription model;
    private final RecognitionSettings settings;
    private int finished;
    private int failed;
    private boolean cutNoted;

    PredictionDisplay(Console console, PredictionRows rows, ModelDescription model, RecognitionSettings settings) {
        this.console = console;
        this.rows = rows;
        this.model = model;
        this.settings = settings;
    }

    /**
     * Before the first recording.
     *
     * @param recipeNamed whether the user said by which recipe
     */
    void begin(boolean recipeNamed) {
        if (model.recipe().isEmpty() && !recipeNamed) {
            console.complain(
                    "note: the model does not say how its features were made; recordings are analysed by recipe "
                            + settings.features().recipe().label() + ", another one can be named by --recipe");
        }
        rows.begin();
    }

    /** After the last recording. */
    void end() throws IOException {
        rows.end();
        console.requireWritten();
    }

    /** How many recordings were judged to their end, or failed. */
    int finished() {
        return finished;
    }

    int failed() {
        return failed;
    }

    @Override
    public void judged(Recording recording, Prediction prediction) throws IOException {
        rows.row(recording.name(), prediction);
        console.requireWritten();
    }

    @Override
    public void finished(Recording recording, boolean cut) {
        finished++;
        if (cut && !cutNoted) {
            cutNoted = true;
            console.complain(String.format(
                    Locale.ROOT,
                    "note: %s is longer than the %s s that the model takes, and was judged by the part between start and"
                            + " end alone; --window %s judges all of it, window by window",
                    recording.name(),
                    seconds(model.readout().maximumSteps()),
                    seconds(Math.min(USUAL_WINDOW_STEPS, model.readout().maximumSteps()))));
        }
    }

    private static String seconds(int steps) {
        return Double.toString(Cells.seconds(steps / (double) Frames.PER_SECOND))
                .replaceFirst("\\.0$", "");
    }

    @Override
    public void failed(Recording recording, Exception failure) {
        finished++;
        failed++;
        console.complain("failed: " + Failure.sentence(recording.name(), failure));
    }

    @Override
    public void check() {
        console.interruption().check();
    }
}
