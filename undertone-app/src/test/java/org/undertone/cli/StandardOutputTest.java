package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardOutputTest {
    private static StandardOutput failing(String reason) {
        return new StandardOutput(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(reason);
            }

            @Override
            public void write(byte[] bytes, int offset, int count) throws IOException {
                throw new IOException(reason);
            }
        });
    }

    @Test
    void writesLinesAtOnce() {
        var bytes = new ByteArrayOutputStream();
        var out = new StandardOutput(bytes);
        out.println("a row");
        assertThat(bytes.toString()).isEqualTo("a row" + System.lineSeparator());
        assertThatCode(out::requireWritten).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Broken pipe", "The pipe is being closed", "The pipe has been ended"})
    void tellsAReaderThatHasGoneFromAFailure(String reason) {
        StandardOutput out = failing(reason);
        out.println("a row");
        assertThatThrownBy(out::requireWritten).isInstanceOf(ClosedPipeException.class);
    }

    @Test
    void namesAFullDisk() {
        StandardOutput out = failing("No space left on device");
        out.println("a row");
        assertThatThrownBy(out::requireWritten)
                .isNotInstanceOf(ClosedPipeException.class)
                .satisfies(failure -> assertThat(Failure.sentence(failure))
                        .isEqualTo("standard output: its disk is full, and what was printed so far is cut off"));
    }

    @Test
    void namesWhatElseWentWrong() {
        StandardOutput out = failing("Input/output error");
        out.print("a row without its end");
        assertThatThrownBy(out::requireWritten).satisfies(failure -> assertThat(Failure.sentence(failure))
                .isEqualTo("standard output: it cannot be written (Input/output error), and what was printed so"
                        + " far is cut off"));
    }
}
