package org.undertone.cli;

import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.ProgressState;

/** Progress as a bar that is drawn over itself. */
final class ProgressBarDisplay extends ProgressDisplay {
    private static final int REDRAW_MILLIS = 250;
    /** Below this width there is no room for a bar beside the figures. */
    private static final int NARROW = 60;

    private final Console console;
    private final ConsoleProgressBarConsumer consumer;
    private final ProgressBar bar;

    ProgressBarDisplay(String task, long total, ProgressUnit unit, Console console) {
        super(console.interruption());
        this.console = console;
        // A bar that fills the last column makes some terminals begin a new line.
        int columns = Math.max(1, console.terminal().columns() - 1);
        consumer = new ConsoleProgressBarConsumer(console.err(), columns);
        var builder = ProgressBar.builder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(console.terminal().blocks() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUnit(" " + unit.name(), unit.parts())
                .showSpeed()
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setMaxRenderedLength(columns)
                .setConsumer(consumer);
        if (columns < NARROW) {
            builder.setRenderer(ProgressBarDisplay::renderNarrow);
        }
        bar = builder.build();
    }

    /** The most important first, as far as the line goes: task, share, time left. */
    static String renderNarrow(ProgressState state, int columns) {
        var line = new StringBuilder(state.getTaskName());
        double share = state.getNormalizedProgress();
        if (!state.isIndefinite()) {
            line.append(String.format(Locale.ROOT, " %.0f%%", 100 * share));
        }
        long here = state.getCurrent() - state.getStart();
        if (!state.isIndefinite() && here > 0) {
            double seconds = state.getElapsedAfterStart().toMillis() / 1e3;
            line.append(' ').append(Durations.words((state.getMax() - state.getCurrent()) * seconds / here));
        }
        return line.substring(0, Math.min(columns, line.length()));
    }

    @Override
    void resumeAt(long done) {
        bar.stepTo(done);
    }

    @Override
    void remark(String words) {
        bar.setExtraMessage(" " + words);
    }

    @Override
    void note(String line) {
        synchronized (console.err()) {
            consumer.clear();
            console.err().println(line);
        }
        bar.refresh();
    }

    @Override
    void whole(long total) {
        bar.maxHint(total);
    }

    @Override
    void show(long done) {
        bar.stepTo(done);
    }

    @Override
    public void close() {
        bar.close();
    }
}
