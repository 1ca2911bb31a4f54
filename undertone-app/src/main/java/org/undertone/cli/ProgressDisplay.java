package org.undertone.cli;

/**
 * How far a piece of work has come, shown on standard error with rate and time left: a bar on a terminal, plain lines
 * every few seconds elsewhere. Any thread may report. Each report is also where Ctrl-C takes effect: it throws {@link
 * java.util.concurrent.CancellationException}, and the work unwinds through its {@code close} methods.
 */
abstract sealed class ProgressDisplay implements AutoCloseable permits ProgressBarDisplay, ProgressLineDisplay {
    private final Interruption interruption;

    ProgressDisplay(Interruption interruption) {
        this.interruption = interruption;
    }

    /** So much of the work is done, counted from its beginning. */
    final void reach(long done) {
        interruption.check();
        show(done);
    }

    /** So much of the work is done, and this is the whole of it as known now. */
    final void reach(long done, long total) {
        interruption.check();
        whole(total);
        show(done);
    }

    /** So much was done before now and says nothing about the rate: where a resumed run begins. */
    abstract void resumeAt(long done);

    /** A few words on the state of the work, such as the loss. */
    abstract void remark(String words);

    /** A line that stays, such as a warning. */
    abstract void note(String line);

    /** Ends the display and leaves its last state standing. */
    @Override
    public abstract void close();

    abstract void show(long done);

    abstract void whole(long total);
}
