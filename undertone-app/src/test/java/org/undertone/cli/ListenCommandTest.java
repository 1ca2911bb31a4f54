package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.audio.AudioStream;
import org.undertone.audio.RawEncoding;
import org.undertone.audio.RawSound;
import org.undertone.media.Microphones;
import org.undertone.recogniser.RandomModel;

class ListenCommandTest {
    private static final int RATE = 8000;

    private TestConsole test = new TestConsole();
    private InputStream in = new ByteArrayInputStream(sound(0.75));

    @TempDir
    private Path directory;

    /** One microphone, on which there is three quarters of a second of sound. */
    private static final class Desk implements Microphones {
        @Override
        public List<String> names() {
            return List.of("Desk");
        }

        @Override
        public AudioStream open(Optional<String> name, Optional<Integer> rate) throws IOException {
            if (name.isPresent() && !name.get().equals("Desk")) {
                throw new IOException("there is no microphone '" + name.get() + "'; there is Desk");
            }
            return RawSound.open("Desk", new ByteArrayInputStream(sound(0.75)), RawEncoding.S16LE, rate.orElse(RATE));
        }
    }

    /** No microphone. */
    private static final class Nothing implements Microphones {
        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public AudioStream open(Optional<String> name, Optional<Integer> rate) throws IOException {
            throw new IOException("no microphone was found on this machine");
        }
    }

    @BeforeEach
    void writeAModel() throws IOException {
        RandomModel.of(3).write(directory.resolve("model"));
    }

    private static byte[] sound(double seconds) {
        var bytes = ByteBuffer.allocate(2 * (int) (seconds * RATE)).order(ByteOrder.LITTLE_ENDIAN);
        for (int n = 0; bytes.hasRemaining(); n++) {
            bytes.putShort((short) (3000 * Math.sin(2 * Math.PI * 120 * n / RATE)));
        }
        return bytes.array();
    }

    private int listen(Microphones microphones, Object... arguments) {
        var words = new ArrayList<String>(List.of("listen"));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return test.run(List.of(new ListenCommand(test.console, in, () -> microphones)), words.toArray(String[]::new));
    }

    private Path model() {
        return directory.resolve("model");
    }

    @Test
    void judgesRawSoundOnStandardInputByWindows() {
        int code = listen(
                new Desk(),
                model(),
                "--pcm",
                "s16le",
                "--rate",
                RATE,
                "--window",
                "0.3",
                "--hop",
                "0.3",
                "--format",
                "csv");
        assertThat(code).as(test.complained()).isZero();
        assertThat(test.printed().lines().map(line -> line.replaceFirst("^([^,]*,[^,]*,[^,]*),.*", "$1")))
                .containsExactly("file,start,end", "-,0.0,0.3", "-,0.3,0.6", "-,0.6,0.75");
        assertThat(test.complained())
                .contains("listening to standard input: scores of the latest 0.3 s every 0.3 s, at most 1.5 s after");
    }

    @Test
    void judgesAMicrophoneInLinesForPeopleWhereNothingCanBeDrawn() {
        assertThat(listen(new Desk(), model(), "--window", "0.5", "--hop", "0.5"))
                .as(test.complained())
                .isZero();
        assertThat(test.printed().lines().toList())
                .hasSize(2)
                .allMatch(line -> line.matches("0:00.[05]-0:00.[58]  happiness -?[0-9.]+\\*?  sadness .*  fear .*"));
        assertThat(test.complained()).contains("listening to microphone");
    }

    @Test
    void drawsOnATerminal() {
        test = new TestConsole(new Terminal(true, 60, false));
        assertThat(listen(new Desk(), model(), "--device", "Desk")).isZero();
        assertThat(test.printed()).isEmpty();
        assertThat(test.complained())
                .contains("listening to Desk", "\u001b[9A", "0:00.0 to 0:00.8")
                .endsWith("\u001b[?25h");
    }

    @Test
    void printsJsonLines() {
        assertThat(listen(new Desk(), model(), "--format", "jsonl")).isZero();
        assertThat(test.printed()).startsWith("{\"file\":\"microphone\",\"startSeconds\":0.0,\"endSeconds\":0.75,");
    }

    @Test
    void judgesWhatWasHeardWhereItIsInterrupted() {
        test.pressCtrlC();
        listen(new Desk(), model(), "--pcm", "s16le", "--rate", RATE, "--format", "csv");
        test.interruption.workEnded();
        assertThat(test.printed()).startsWith("file,start,end");
    }

    @Test
    void listsMicrophones() {
        assertThat(listen(new Desk(), "--list-devices")).isZero();
        assertThat(test.printed().strip()).isEqualTo("Desk");
        assertThat(listen(new Nothing(), "--list-devices")).isEqualTo(1);
    }

    @Test
    void namesThePipeWhereThereIsNoMicrophone() {
        assertThat(listen(new Nothing(), model())).isEqualTo(1);
        assertThat(test.complained().lines()).hasSize(1);
        assertThat(test.complained()).contains("no microphone was found", "arecord", "--pcm s16le");
    }

    @Test
    void refusesWhatIsUsedWrongly() {
        assertThat(listen(new Desk())).isEqualTo(2);
        assertThat(test.complained()).contains("no model is named");
        assertThat(listen(new Desk(), model(), "--pcm", "s16le", "--device", "Desk"))
                .isEqualTo(2);
        assertThat(listen(new Desk(), model(), "--pcm", "mp3")).isEqualTo(2);
        assertThat(test.complained()).contains("--pcm: there is no encoding 'mp3'");
        assertThat(listen(new Desk(), model(), "--rate", "1")).isEqualTo(2);
        assertThat(listen(new Desk(), model(), "--window", "0")).isEqualTo(2);
        assertThat(listen(new Desk(), model(), "--format", "table")).isEqualTo(2);
        assertThat(test.complained()).contains("--format must be live, csv or jsonl but is 'table'");
        assertThat(listen(new Desk(), directory.resolve("none"))).isEqualTo(1);
        assertThat(test.printed()).isEmpty();
    }

    @Test
    void namesSoundThatIsNotThere() {
        in = InputStream.nullInputStream();
        assertThat(listen(new Desk(), model(), "--pcm", "s16le")).isEqualTo(1);
        assertThat(test.complained()).contains("undertone: standard input: data: holds no samples");
    }
}
