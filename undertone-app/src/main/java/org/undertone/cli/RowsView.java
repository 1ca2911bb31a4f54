package org.undertone.cli;

import java.io.IOException;
import org.undertone.model.Prediction;
import org.undertone.recognition.Hearing;

/** A row on standard output for each window, for programs. */
final class RowsView implements ListeningView {
    private final Console console;
    private final PredictionRows rows;
    private final String source;

    RowsView(Console console, PredictionRows rows, String source) throws IOException {
        this.console = console;
        this.rows = rows;
        this.source = source;
        rows.begin();
        console.requireWritten();
    }

    @Override
    public void judged(Prediction prediction) throws IOException {
        rows.row(source, prediction);
        console.requireWritten();
    }

    @Override
    public void heard(Hearing hearing) {
        // Rows are about windows.
    }

    @Override
    public void note(String line) {
        console.complain(line);
    }

    @Override
    public void close() {
        rows.end();
    }
}
