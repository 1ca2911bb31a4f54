package org.undertone.cli;

import java.util.Locale;
import org.undertone.extraction.ExtractionFailure;
import org.undertone.extraction.ExtractionListener;
import org.undertone.extraction.ExtractionProgress;

/** Extraction as progress in megabytes, with how much faster it is than the recordings last. */
final class ExtractionDisplay implements ExtractionListener, AutoCloseable {
    private final Console console;
    private final ProgressDisplay display;
    private final long began;
    private long resumedBytes;
    private int failed;

    ExtractionDisplay(Console console) {
        this.console = console;
        display = console.progress("extract", -1, ProgressUnit.MEGABYTES);
        began = console.nanoTime().getAsLong();
    }

    @Override
    public void at(ExtractionProgress progress) {
        if (progress.resumedBytes() > resumedBytes) {
            resumedBytes = progress.resumedBytes();
            display.resumeAt(resumedBytes);
        }
        double seconds = (console.nanoTime().getAsLong() - began) / 1e9;
        String speed =
                seconds > 0 ? String.format(Locale.ROOT, "%.3g x real time", progress.audioSeconds() / seconds) : "";
        display.remark(speed + (failed > 0 ? ", " + failed + " failed" : ""));
        display.reach(progress.doneBytes(), progress.totalBytes());
    }

    @Override
    public void failed(ExtractionFailure failure) {
        failed++;
    }

    @Override
    public void close() {
        display.close();
    }
}
