package org.undertone.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.undertone.model.Prediction;
import org.undertone.recognition.Hearing;

/** A few lines on a terminal that are drawn over themselves: time, level, six bars. */
final class LiveView implements ListeningView {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final int LEVEL_BAR = 24;
    /** The level meter's left end; speech close to a microphone lies around -20 dB. */
    private static final double LOWEST_DB = -60;

    private static final String ESCAPE = "\u001b[";
    private static final String HIDE_CURSOR = ESCAPE + "?25l";
    private static final String SHOW_CURSOR = ESCAPE + "?25h";
    /** Without wrapping a line that a window made narrow cuts off stays one line. */
    private static final String NO_WRAP = ESCAPE + "?7l";

    private static final String WRAP = ESCAPE + "?7h";
    private static final String CLEAR_LINE = ESCAPE + "K";

    private final PrintStream err;
    private final Console console;
    private final EmotionBars bars;
    private final int columns;
    private final double firstSeconds;
    private Prediction latest;
    private Hearing hearing = new Hearing(0, 0, 0, 0);
    private long drawnAt;
    private int drawnLines;
    private boolean ending;

    /**
     * A view on standard error.
     *
     * @param firstSeconds when the first scores can be expected
     */
    LiveView(Console console, List<String> emotions, double firstSeconds) {
        this.console = console;
        this.err = console.err();
        // One that fills the last column makes some terminals begin a new line.
        this.columns = Math.max(1, console.terminal().columns() - 1);
        this.bars = new EmotionBars(emotions, columns, console.terminal().blocks());
        this.firstSeconds = firstSeconds;
        this.drawnAt = console.nanoTime().getAsLong() - REDRAW_NANOS;
        err.print(HIDE_CURSOR + NO_WRAP);
    }

    @Override
    public void judged(Prediction prediction) {
        latest = prediction;
        draw();
    }

    @Override
    public void heard(Hearing now) {
        hearing = now;
        if (console.nanoTime().getAsLong() - drawnAt >= REDRAW_NANOS) {
            draw();
        }
    }

    @Override
    public void note(String line) {
        err.print(home() + ESCAPE + "J");
        Wrapping.lines(line, columns).forEach(err::println);
        drawnLines = 0;
        draw();
    }

    @Override
    public void close() {
        draw();
        err.print(WRAP + SHOW_CURSOR);
        err.flush();
    }

    private void draw() {
        drawnAt = console.nanoTime().getAsLong();
        List<String> lines = lines();
        // What the end of the process has printed meanwhile is not drawn over.
        if (console.interruption().requested() && !ending) {
            ending = true;
            drawnLines = 0;
        }
        var frame = new StringBuilder(home());
        for (String line : lines) {
            frame.append(line).append(CLEAR_LINE).append(System.lineSeparator());
        }
        drawnLines = lines.size();
        err.print(frame);
        err.flush();
    }

    private String home() {
        return drawnLines == 0 ? "" : "\r" + ESCAPE + drawnLines + "A";
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(cut(clock(hearing.seconds()) + "  " + level()));
        lines.addAll(latest == null ? bars.withoutScores() : bars.of(latest.scores()));
        lines.add(cut(status()));
        return lines;
    }

    private String status() {
        String behind = hearing.behindSeconds() >= ListeningDisplay.BEHIND_SECONDS
                ? String.format(Locale.ROOT, ", %.0f s behind", hearing.behindSeconds())
                : "";
        String scores = latest == null
                ? "first scores at " + clock(firstSeconds)
                : clock(latest.startSeconds()) + " to " + clock(latest.endSeconds());
        return scores + behind;
    }

    private String level() {
        double decibels = Math.max(LOWEST_DB, 20 * Math.log10(Math.max(1e-9, hearing.rms())));
        int width = Math.min(LEVEL_BAR, columns - 24);
        String figure = hearing.rms() == 0 ? "silence" : String.format(Locale.ROOT, "%.0f dB", decibels);
        String clipped = hearing.peak() >= 1 ? " too loud" : "";
        if (width < 4) {
            return figure + clipped;
        }
        int filled = (int) Math.round(width * (1 - decibels / LOWEST_DB));
        String full = console.terminal().blocks() ? "\u2588" : "#";
        String rest = console.terminal().blocks() ? "\u2591" : ".";
        return "level " + full.repeat(Math.min(width, Math.max(0, filled))) + rest.repeat(Math.max(0, width - filled))
                + " " + figure + clipped;
    }

    /** Minutes and seconds, with hours where there are any. */
    static String clock(double seconds) {
        long tenths = Math.round(10 * seconds);
        long minutes = tenths / 600;
        String rest = String.format(Locale.ROOT, "%02d.%d", tenths / 10 % 60, tenths % 10);
        return minutes < 60
                ? minutes + ":" + rest
                : String.format(Locale.ROOT, "%d:%02d:%s", minutes / 60, minutes % 60, rest);
    }

    private String cut(String line) {
        return line.substring(0, Math.min(columns, line.length()));
    }
}
