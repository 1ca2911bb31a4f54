package org.undertone.storage;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file is not what it claims to be. The message is one sentence, {@code <file>: <where>: <problem>[; <way out>]}, fit
 * to be shown to the person who named the file.
 */
public final class FileFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String where;

    /**
     * Names the file, the place in it and the problem.
     *
     * @param where the part of the file that is wrong, such as {@code tensor 'head.bias'}
     * @param problem what is wrong with the offending value in it, optionally followed by {@code "; "} and a way out
     */
    public FileFormatException(Path file, String where, String problem) {
        this(file, where, problem, null);
    }

    /** The same with the exception that revealed the problem. */
    public FileFormatException(Path file, String where, String problem, Throwable cause) {
        super(file + ": " + where + ": " + problem, cause);
        this.file = file.toString();
        this.where = where;
    }

    /** The file that is not what it claims to be. */
    public Path file() {
        return Path.of(file);
    }

    /** The part of the file that is wrong. */
    public String where() {
        return where;
    }
}
