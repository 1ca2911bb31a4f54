package org.undertone.cli;

import java.util.Locale;
import org.undertone.extraction.ExtractionFailure;
import org.undertone.extraction.ExtractionListener;
import org.undertone.extraction.ExtractionProgress;

/** Extraction as progress in bytes, with how much faster it is than the recordings last. */
final class ExtractionDisplay implements ExtractionListener, AutoCloseable {
    /** Fewer are counted in kilobytes. */
    private static final long LEAST_MEGABYTES = 100;

    private final Console console;
    private final long began;
    /** Begun when it is known how much there is; until then null. */
    private ProgressDisplay display;

    private long resumedBytes;
    private int failed;

    ExtractionDisplay(Console console) {
        this.console = console;
        began = console.nanoTime().getAsLong();
    }

    @Override
    public void at(ExtractionProgress progress) {
        if (display == null) {
            var unit = progress.totalBytes() < LEAST_MEGABYTES << 20 ? ProgressUnit.KILOBYTES : ProgressUnit.MEGABYTES;
            display = console.progress("extract", progress.totalBytes(), unit);
        }
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
        if (display != null) {
            display.close();
        }
    }
}
