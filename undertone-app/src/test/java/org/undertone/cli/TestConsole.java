package org.undertone.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A console whose two streams are read back and whose clock is set by hand. */
final class TestConsole {
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final AtomicLong nanos = new AtomicLong();
    final Interruption interruption = new Interruption();
    final Console console;

    TestConsole() {
        this(new Terminal(false, 80, false));
    }

    TestConsole(Terminal terminal) {
        console = new Console(stream(out), stream(err), terminal, interruption, nanos::get);
    }

    int run(List<? extends Subcommand> commands, String... arguments) {
        return Undertone.run(console, commands, arguments);
    }

    /** Runs a command as the process does. */
    int runAny(String... arguments) {
        return Undertone.run(console, Undertone.commands(console), arguments);
    }

    /** Asks the work to stop, as the end of the process does, and returns the thread that waits for it. */
    Thread pressCtrlC() {
        var request = new Thread(() -> interruption.request(console.err()));
        request.start();
        while (!interruption.requested()) {
            Thread.onSpinWait();
        }
        return request;
    }

    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
