package org.undertone.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.audio.AudioStream;
import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;

class InspectPlotTest {
    private final TestConsole test = new TestConsole();

    @TempDir
    private Path directory;

    /** Recordings of so many samples of a saw, however they are read. */
    private static final class Saw implements AudioStream {
        private final int samples;
        private int given;
        private boolean closed;

        Saw(int samples) {
            this.samples = samples;
        }

        @Override
        public int rate() {
            return 8000;
        }

        @Override
        public OptionalLong expectedSamples() {
            return OptionalLong.of(samples);
        }

        @Override
        public int read(double[] buffer, int offset, int count) {
            if (given == samples) {
                return -1;
            }
            int now = Math.min(count, Math.min(333, samples - given));
            for (int i = 0; i < now; i++) {
                buffer[offset + i] = (given++ % 80) / 80.0 - 0.5;
            }
            return now;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Text files stand in for recordings, and reading half of the samples for an analysis. */
    private record SawInspection(Saw saw) implements PlottableInspection {
        @Override
        public String kind() {
            return "a saw";
        }

        @Override
        public boolean recognises(Path path) {
            return path.toString().endsWith(".saw");
        }

        @Override
        public void print(Path path, PrintStream out) {
            out.println("saw " + path);
        }

        @Override
        public RecordingPlot plot(Path path) {
            return new RecordingPlot(path.getFileName().toString(), () -> saw, stream -> {
                int read = stream.read(new double[saw.samples / 2 + 1], 0, saw.samples / 2 + 1);
                int frames = read < 0 ? 0 : saw.samples / 80;
                return new Frames(FrameColumns.COVAREP, new double[frames * FrameColumns.COVAREP.count()]);
            });
        }
    }

    private int inspect(Saw saw, String... arguments) {
        List<Inspection> known = List.of(new SawInspection(saw), new TensorInspection());
        List<String> words = new ArrayList<>(List.of("inspect"));
        words.addAll(List.of(arguments));
        return test.run(List.of(new InspectCommand(test.console, known)), words.toArray(String[]::new));
    }

    private int plot(Saw saw, Path path, Path picture) {
        return inspect(saw, path.toString(), "--plot", picture.toString());
    }

    private Path recording() throws IOException {
        return Files.writeString(directory.resolve("a.saw"), "");
    }

    @Test
    void drawsARecordingInsteadOfDescribingIt() throws IOException {
        Path picture = directory.resolve("pictures/a.png");
        var saw = new Saw(8000);
        assertThat(plot(saw, recording(), picture)).as(test.complained()).isZero();
        assertThat(test.printed()).isEqualTo(picture + System.lineSeparator());
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(2400);
        assertThat(saw.closed).isTrue();
        assertThat(saw.given).isEqualTo(8000);
    }

    @Test
    void describesARecordingWithoutTheOption() throws IOException {
        assertThat(inspect(new Saw(10), recording().toString())).isZero();
        assertThat(test.printed()).startsWith("saw ");
    }

    @Test
    void refusesAnEndingBeforeItReads() throws IOException {
        Path picture = directory.resolve("a.jpg");
        var saw = new Saw(8000);
        assertThat(plot(saw, recording(), picture)).isEqualTo(2);
        assertThat(test.complained()).contains("--plot: a picture must end in .png or .svg but is to be 'a.jpg'");
        assertThat(picture).doesNotExist();
        assertThat(saw.given).isZero();
    }

    @Test
    void refusesAPlaceWhereNothingCanBeMadeBeforeItReads() throws IOException {
        Path picture = recording().resolve("a.png");
        var saw = new Saw(8000);
        assertThat(plot(saw, recording(), picture)).isEqualTo(1);
        assertThat(test.complained())
                .contains(picture + ": cannot be made there, " + recording() + " is a file; name another place");
        assertThat(saw.given).isZero();
    }

    @Test
    void namesTheRecordingThatIsTooShortToDraw() throws IOException {
        // The header of 160 samples of silence at 8 kHz, 16 bit.
        var wav = ByteBuffer.allocate(44 + 320).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(US_ASCII)).putInt(36 + 320).put("WAVEfmt ".getBytes(US_ASCII));
        wav.putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(8000).putInt(16000).putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(US_ASCII)).putInt(320);
        Path file = Files.write(directory.resolve("short.wav"), wav.array());
        Path picture = directory.resolve("a.png");
        assertThat(test.run(
                        List.of(new InspectCommand(test.console)),
                        "inspect",
                        file.toString(),
                        "--plot",
                        picture.toString()))
                .isEqualTo(1);
        assertThat(test.complained())
                .contains("undertone: " + file + ": recording: it lasts 20 ms, and features need 30 ms or more");
        assertThat(picture).doesNotExist();
    }

    @Test
    void drawsNothingButRecordings() throws IOException {
        Path tensors = Files.writeString(directory.resolve("a.safetensors"), "");
        assertThat(plot(new Saw(1), tensors, directory.resolve("a.png"))).isEqualTo(2);
        assertThat(test.complained())
                .contains("--plot draws a recording, but " + tensors + " is a tensor file (.safetensors)");
        assertThat(directory.resolve("a.png")).doesNotExist();
    }

    @Test
    void doesNotReplaceTheRecordingByItsPicture() throws IOException {
        Path both = Files.createSymbolicLink(directory.resolve("a.png"), recording());
        assertThat(plot(new Saw(1), recording(), both)).isEqualTo(2);
        assertThat(test.complained()).contains("--plot would replace the recording");
    }

    @Test
    void saysThatThereIsNothingToDraw() throws IOException {
        var saw = new Saw(0);
        assertThat(plot(saw, recording(), directory.resolve("a.svg"))).isEqualTo(1);
        assertThat(test.complained()).contains("a.saw has no samples, so that there is nothing to draw");
        assertThat(directory.resolve("a.svg")).doesNotExist();
        assertThat(saw.closed).isTrue();
    }

    @Test
    void stopsWhenItIsInterrupted() throws Exception {
        Thread waiting = test.pressCtrlC();
        Path picture = directory.resolve("a.svg");
        assertThat(plot(new Saw(8000), recording(), picture)).isNotZero();
        waiting.join();
        assertThat(picture).doesNotExist();
    }
}
