package org.undertone.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHashTest {
    private static final int BYTES = 5_000_000;
    private static final long AHEAD = 1_000_000;

    @TempDir
    Path temporary;

    private Path file;
    private String expected;

    @BeforeEach
    void writeAFile() throws IOException {
        var bytes = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            bytes[i] = (byte) (i * 31 >>> 7);
        }
        file = Files.write(temporary.resolve("file"), bytes);
        expected = HexFormat.of().formatHex(Seed.sha256().digest(bytes));
    }

    @Test
    void goesToTheEndWhenTheImportWaitsForIt() throws IOException {
        try (FileHash hash = FileHash.start(file, AHEAD)) {
            assertThat(hash.await()).isEqualTo(expected);
        }
    }

    @Test
    void followsTheImport() throws IOException {
        try (FileHash hash = FileHash.start(file, AHEAD)) {
            for (long reached = 0; reached <= BYTES; reached += AHEAD) {
                hash.reached(reached);
            }
            assertThat(hash.await()).isEqualTo(expected);
        }
    }

    @Test
    void endsWhereTheImportIsGivenUp() throws IOException {
        FileHash hash = FileHash.start(file, AHEAD);
        hash.close();
        Files.delete(file);
        assertThatThrownBy(hash::await).isInstanceOf(IOException.class);
    }

    @Test
    void aFileThatCannotBeReadIsAnError() {
        try (FileHash hash = FileHash.start(temporary.resolve("none"))) {
            assertThatThrownBy(hash::await)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the SHA-256 of a source cannot be computed");
        }
    }
}
