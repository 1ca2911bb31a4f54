package org.undertone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** One kind of thing that {@code undertone inspect} knows. */
interface Inspection {
    /** What it is, for the list of what is known: {@code a corpus}. */
    String kind();

    /** Whether the path looks like one, at a glance; whether it is sound comes out when it is printed. */
    boolean recognises(Path path) throws IOException;

    /** Prints what it holds. */
    void print(Path path, PrintStream out) throws IOException;
}
