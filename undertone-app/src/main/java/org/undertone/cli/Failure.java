package org.undertone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.undertone.storage.FileFormatException;

/** What went wrong, as one sentence for the person who ran the command. */
final class Failure {
    private Failure() {}

    /** The sentence for a failure: value, place and, where there is one, the way out. */
    static String sentence(Throwable failure) {
        Throwable cause = unwrap(failure);
        if (cause instanceof FileSystemException e) {
            return fileSentence(e);
        }
        if (cause instanceof IOException e) {
            return ioSentence(e);
        }
        if (cause instanceof IllegalArgumentException e && e.getMessage() != null) {
            return e.getMessage();
        }
        if (cause instanceof WorkFailedException) {
            return cause.getMessage();
        }
        if (cause instanceof CancellationException) {
            return "cancelled";
        }
        if (cause instanceof OutOfMemoryError e) {
            return memorySentence(e);
        }
        if (cause instanceof LinkageError) {
            return "the native libraries could not be loaded (" + cause.getMessage() + "); they exist for Linux x86-64,"
                    + " macOS arm64 and Windows x86-64, and this is " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch");
        }
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return "unexpected failure, " + cause.getClass().getSimpleName() + message
                + "; please report it with the command, the output of 'undertone --version' and what --debug adds";
    }

    /** The sentence for what went wrong with one of several things, which it names. */
    static String sentence(String place, Throwable failure) {
        Throwable cause = unwrap(failure);
        boolean named = cause instanceof FileFormatException || cause instanceof FileSystemException;
        String sentence = named ? sentence(cause) : place + ": " + sentence(cause);
        return sentence.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** The failure itself, without what threads and streams wrapped around it. */
    private static Throwable unwrap(Throwable failure) {
        Throwable inner = failure;
        while (wraps(inner) && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }

    private static boolean wraps(Throwable failure) {
        return failure instanceof UncheckedIOException
                || failure instanceof ExecutionException
                || failure instanceof CompletionException
                || failure instanceof ExceptionInInitializerError
                || failure instanceof picocli.CommandLine.ExecutionException;
    }

    /** The Java library gives file and, only sometimes, a reason; ours add one. */
    private static String fileSentence(FileSystemException e) {
        String file = e.getOtherFile() == null ? e.getFile() : e.getFile() + " -> " + e.getOtherFile();
        String reason = e.getReason();
        if (reason != null) {
            return isDiskFull(reason) ? diskFull(file + ": ") : file + ": " + reason;
        }
        if (e instanceof NoSuchFileException) {
            return file + ": no such file or directory";
        }
        if (e instanceof AccessDeniedException) {
            return file + ": permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return file + ": exists already; name another place or remove it";
        }
        if (e instanceof NotDirectoryException) {
            return file + ": is not a directory";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return file + ": is not empty; name another directory or remove this one";
        }
        return file + ": could not be read or written";
    }

    private static String ioSentence(IOException e) {
        String message = e.getMessage();
        if (message == null) {
            return "reading or writing failed (" + e.getClass().getSimpleName() + ")";
        }
        return isDiskFull(message) ? diskFull("") : message;
    }

    /** Whether this is what systems say where there is no room. */
    static boolean isDiskFull(String reason) {
        String lower = reason.toLowerCase(Locale.ROOT);
        return lower.contains("no space left")
                || lower.contains("not enough space")
                || lower.contains("quota exceeded");
    }

    private static String diskFull(String place) {
        return place + "the disk is full; nothing half-written was kept, free some space and run the command again";
    }

    private static String memorySentence(OutOfMemoryError e) {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return "memory is used up (" + e.getMessage() + "; the heap may take " + megabytes
                + " MB): give it more, as in UNDERTONE_JAVA_OPTS=-Xmx" + Math.max(1, (2 * megabytes + 512) >> 10) + "g";
    }
}
