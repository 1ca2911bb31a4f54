package org.undertone.extraction;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.undertone.storage.FileFormatException;

/** Why a recording has failed, as one sentence that names it. */
final class Reason {
    private Reason() {}

    static String of(String name, Exception failure) {
        if (failure instanceof FileFormatException) {
            return oneLine(failure.getMessage());
        }
        if (failure instanceof FileSystemException e) {
            return oneLine(e.getFile() + ": " + fileProblem(e));
        }
        if ((failure instanceof IOException || failure instanceof IllegalArgumentException)
                && failure.getMessage() != null) {
            return oneLine(name + ": " + failure.getMessage());
        }
        String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        return oneLine(name + ": unexpected failure, " + failure.getClass().getSimpleName() + message
                + "; please report it with the file");
    }

    private static String fileProblem(FileSystemException e) {
        if (e.getReason() != null) {
            return e.getReason();
        }
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        return e instanceof AccessDeniedException ? "permission denied" : "cannot be read";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
