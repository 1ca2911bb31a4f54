package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.undertone.storage.FileFormatException;

class FailureTest {
    static Stream<Arguments> failures() {
        String full = "the disk is full; nothing half-written was kept, free some space and run the command again";
        return Stream.of(
                Arguments.of(new FileFormatException(Path.of("a"), "header", "is cut off"), "a: header: is cut off"),
                Arguments.of(new NoSuchFileException("a"), "a: no such file or directory"),
                Arguments.of(new NoSuchFileException("a", null, "no such file"), "a: no such file"),
                Arguments.of(new AccessDeniedException("a"), "a: permission denied"),
                Arguments.of(new FileAlreadyExistsException("a"), "a: exists already; name another place or remove it"),
                Arguments.of(new NotDirectoryException("a"), "a: is not a directory"),
                Arguments.of(
                        new DirectoryNotEmptyException("a"),
                        "a: is not empty; name another directory or remove this one"),
                Arguments.of(new FileSystemException("a"), "a: could not be read or written"),
                Arguments.of(new FileSystemException("a", "b", "Too many links"), "a -> b: Too many links"),
                Arguments.of(new FileSystemException("a", null, "No space left on device"), "a: " + full),
                Arguments.of(new IOException("No space left on device"), full),
                Arguments.of(new IOException("Disk quota exceeded"), full),
                Arguments.of(new EOFException(), "reading or writing failed (EOFException)"),
                Arguments.of(new IllegalArgumentException("rate must be above 0"), "rate must be above 0"),
                Arguments.of(new UncheckedIOException(new IOException("torn")), "torn"),
                Arguments.of(new ExecutionException(new CompletionException(new IOException("torn"))), "torn"),
                Arguments.of(new CancellationException(), "cancelled"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isOneSentence(Throwable failure, String sentence) {
        assertThat(Failure.sentence(failure)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @MethodSource("natives")
    void namesThePlatformsWhereNativeLibrariesAreMissing(LinkageError failure) {
        assertThat(Failure.sentence(failure)).contains("no jnitorch", "Linux x86-64", System.getProperty("os.name"));
    }

    static Stream<LinkageError> natives() {
        return Stream.of(new UnsatisfiedLinkError("no jnitorch"), new NoClassDefFoundError("no jnitorch"));
    }
}
