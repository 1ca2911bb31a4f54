package org.undertone.cli;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Progress as plain lines, one every five seconds at most and one at the end: for log files and dumb terminals. */
final class ProgressLineDisplay extends ProgressDisplay {
    static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final String task;
    private final ProgressUnit unit;
    private final Console console;
    private final long began;
    private long total;
    private long before;
    private long done;
    private long shownAt;
    private long shown = -1;
    private String remark = "";

    ProgressLineDisplay(String task, long total, ProgressUnit unit, Console console) {
        super(console.interruption());
        this.task = task;
        this.total = total;
        this.unit = unit;
        this.console = console;
        this.began = console.nanoTime().getAsLong();
        this.shownAt = began;
    }

    @Override
    synchronized void resumeAt(long already) {
        before = already;
        done = already;
    }

    @Override
    synchronized void remark(String words) {
        remark = words;
    }

    @Override
    synchronized void note(String line) {
        console.err().println(line);
    }

    @Override
    synchronized void whole(long units) {
        total = units;
    }

    @Override
    synchronized void show(long reached) {
        done = reached;
        long now = console.nanoTime().getAsLong();
        if (now - shownAt >= INTERVAL_NANOS) {
            print(now);
        }
    }

    @Override
    public synchronized void close() {
        if (done != shown && done > 0) {
            print(console.nanoTime().getAsLong());
        }
    }

    private void print(long now) {
        shownAt = now;
        shown = done;
        double seconds = (now - began) / 1e9;
        double rate = seconds > 0 ? (done - before) / seconds : 0;
        var line = new StringBuilder(task).append(": ").append(count(done));
        if (total > 0) {
            line.append(" of ").append(count(total));
        }
        line.append(' ').append(unit.name());
        if (total > 0) {
            line.append(String.format(Locale.ROOT, " (%.0f %%)", 100.0 * done / total));
        }
        if (rate > 0) {
            line.append(String.format(Locale.ROOT, ", %.4g %s/s", rate / unit.parts(), unit.name()));
            line.append(done < total ? ", " + Durations.words((total - done) / rate) + " left" : "");
            line.append(done == total ? ", done in " + Durations.words(seconds) : "");
        }
        line.append(remark.isEmpty() ? "" : ", " + remark);
        console.err().println(line);
    }

    private String count(long parts) {
        return String.format(Locale.ROOT, "%d", parts / unit.parts());
    }
}
