package org.undertone.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/**
 * What a command talks to.
 *
 * @param out results and nothing else
 * @param err progress, notes, complaints
 * @param terminal what standard error is connected to
 * @param interruption whether Ctrl-C was pressed
 * @param nanoTime the clock of the progress display, in nanoseconds
 */
record Console(PrintStream out, PrintStream err, Terminal terminal, Interruption interruption, LongSupplier nanoTime) {

    /** The streams of this process; Ctrl-C is listened to from now on. */
    static Console ofProcess() {
        var interruption = new Interruption();
        interruption.listen(System.err);
        var out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        return new Console(out, System.err, Terminal.ofProcess(), interruption, System::nanoTime);
    }

    /**
     * Begins to show how far a piece of work has come; to be closed when it ends.
     *
     * @param task one or two words, such as {@code pretrain}
     * @param total the whole of the work in the unit's smallest parts, or -1 where it is not known yet
     */
    ProgressDisplay progress(String task, long total, ProgressUnit unit) {
        return terminal.interactive()
                ? new ProgressBarDisplay(task, total, unit, this)
                : new ProgressLineDisplay(task, total, unit, this);
    }

    /**
     * Writes the results that are still in memory.
     *
     * @throws ClosedPipeException where their reader has gone
     * @throws IOException where they, or earlier ones, could not be written
     */
    void requireWritten() throws IOException {
        if (out instanceof StandardOutput standard) {
            standard.requireWritten();
        } else {
            out.flush();
        }
    }

    /** Prints one complaint on standard error. */
    void complain(String sentence) {
        err.println(sentence);
        err.flush();
    }

    /** Prints the stack trace of a failure on standard error. */
    void trace(Throwable failure) {
        var writer = errWriter();
        failure.printStackTrace(writer);
        writer.flush();
    }

    PrintWriter outWriter() {
        return new PrintWriter(out, true);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true);
    }
}
