package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.audio.WavFile;
import org.undertone.model.EmotionModel;
import org.undertone.model.EmotionScore;
import org.undertone.model.ModelDescription;
import org.undertone.model.Prediction;
import org.undertone.model.Readout;
import org.undertone.recogniser.RandomModel;

class PredictCommandTest {
    private static final int RATE = 16_000;

    private final TestConsole test = new TestConsole();
    private final EmotionModel model = RandomModel.of(3);
    private InputStream in = InputStream.nullInputStream();

    @TempDir
    private Path directory;

    @BeforeEach
    void writeAModel() throws IOException {
        model.write(directory.resolve("model"));
    }

    /** A model that was made of imported features, which takes clips of three tenths of a second. */
    private EmotionModel unstated() {
        ModelDescription stated = model.description();
        var description = new ModelDescription(
                stated.emotions(),
                stated.presenceThresholds(),
                stated.uncertainties(),
                Optional.empty(),
                new Readout(Readout.Pooling.MEAN, 30, Readout.Cut.CENTRE),
                stated.provenance(),
                stated.evaluation());
        return new EmotionModel(model.encoder(), model.head(), description);
    }

    private int predict(Object... arguments) {
        var words = new ArrayList<String>(
                List.of("predict", directory.resolve("model").toString()));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return test.run(List.of(new PredictCommand(test.console, in)), words.toArray(String[]::new));
    }

    /** Sixteen-bit noise of a voice's strength, the same for the same number. */
    private static double[] sound(int number, double seconds) {
        var samples = new double[(int) (RATE * seconds)];
        for (int n = 0; n < samples.length; n++) {
            double phase = 2 * Math.PI * (90 + 20 * number) * n / RATE;
            samples[n] = Math.rint(32768 * (0.2 * Math.sin(phase) + 0.1 * Math.sin(3 * phase))) / 32768;
        }
        return samples;
    }

    private Path wav(String name, int number, double seconds) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        WavFile.write(file, sound(number, seconds), RATE);
        return file;
    }

    private static String row(Object file, Prediction prediction) {
        var row = new StringBuilder(file + "," + prediction.startSeconds() + "," + prediction.endSeconds());
        for (EmotionScore score : prediction.scores()) {
            row.append(",")
                    .append(score.intensity())
                    .append(",")
                    .append(score.present())
                    .append(",");
            score.uncertainty().ifPresent(row::append);
        }
        return row.toString();
    }

    private List<String> rows() {
        return test.printed().lines().skip(1).toList();
    }

    /** As the file of the model says it: what is written of uncertainty is the format's business. */
    private EmotionModel read() throws IOException {
        return EmotionModel.read(directory.resolve("model"));
    }

    @Test
    void saysOfAFileWhatTheModelSays() throws IOException {
        Path file = wav("a.wav", 1, 0.5);
        assertThat(predict(file, "--format", "csv", "--recipe", "covarep"))
                .as(test.complained())
                .isZero();
        assertThat(rows()).containsExactly(row(file, read().predict(sound(1, 0.5), RATE)));
        assertThat(test.complained()).isEmpty();
    }

    @Test
    void judgesFilesFoldersAndListsInTheirOrder() throws IOException {
        Path late = wav("z.wav", 1, 0.3);
        Path inFolder = wav("folder/below/b.wav", 2, 0.1);
        Files.writeString(directory.resolve("folder/notes.txt"), "no recording");
        Path listed = wav("c.odd", 3, 0.1);
        Path list = Files.writeString(directory.resolve("list.txt"), "c.odd\nz.wav\n");
        assertThat(predict(late, directory.resolve("folder"), "--list", list, "--format", "csv", "--workers", 3))
                .as(test.complained())
                .isZero();
        assertThat(rows().stream().map(row -> row.split(",")[0]))
                .containsExactly(late.toString(), inFolder.toString(), listed.toString());
    }

    @Test
    void judgesWindows() throws IOException {
        Path file = wav("a.wav", 1, 1);
        assertThat(predict(file, "--window", "0.5", "--hop", "0.2", "--format", "csv"))
                .isZero();
        assertThat(rows().stream().map(row -> row.replaceFirst("^[^,]*,([^,]*,[^,]*),.*", "$1")))
                .containsExactly("0.0,0.5", "0.2,0.7", "0.4,0.9", "0.6,1.0");
        assertThat(test.complained()).doesNotContain("longer than");
    }

    @Test
    void readsARecordingFromStandardInput() throws IOException {
        Path file = wav("a.wav", 1, 0.2);
        in = new ByteArrayInputStream(Files.readAllBytes(file));
        assertThat(predict("-", "--format", "csv")).as(test.complained()).isZero();
        assertThat(rows()).containsExactly(row("-", read().predict(sound(1, 0.2), RATE)));
    }

    @Test
    void readsRawSoundFromStandardInput() throws IOException {
        byte[] file = Files.readAllBytes(wav("a.wav", 1, 0.2));
        in = new ByteArrayInputStream(file, 44, file.length - 44);
        assertThat(predict("-", "--pcm", "s16le", "--rate", RATE, "--format", "csv"))
                .as(test.complained())
                .isZero();
        assertThat(rows()).containsExactly(row("-", read().predict(sound(1, 0.2), RATE)));
    }

    @Test
    void reportsWhatFailsAndGoesOn() throws IOException {
        Path good = wav("good.wav", 1, 0.1);
        Path bad = Files.writeString(directory.resolve("bad.wav"), "no audio");
        Path brief = wav("brief.wav", 1, 0.01);
        Path empty = Files.createDirectory(directory.resolve("empty"));
        Path missing = directory.resolve("none.wav");
        assertThat(predict(missing, bad, brief, empty, good, "--format", "csv")).isEqualTo(1);
        assertThat(rows()).hasSize(1).first().asString().startsWith(good.toString());
        assertThat(test.complained())
                .contains(
                        "failed: " + missing + ": no such file",
                        "failed: " + bad + ": header: is that of no audio file",
                        "failed: " + brief + ": it lasts 10 ms, and features need 30 ms or more",
                        "failed: " + empty + ": directory: holds no audio file",
                        "undertone: 4 failed of 5 recordings");
    }

    @Test
    void namesAnEmptyStandardInput() {
        assertThat(predict("-")).isEqualTo(1);
        assertThat(test.complained()).contains("failed: standard input: file: is empty");
        assertThat(predict("-", "--pcm", "s16le")).isEqualTo(1);
        assertThat(test.complained()).contains("failed: standard input: data: holds no samples");
    }

    @Test
    void saysOnceByWhichRecipeRecordingsAreAnalysedWhereTheModelDoesNotSay() throws IOException {
        Path file = wav("a.wav", 1, 0.1);
        unstated().write(directory.resolve("unstated"));
        int code = test.run(
                List.of(new PredictCommand(test.console, in)),
                "predict",
                directory.resolve("unstated").toString(),
                file.toString(),
                wav("b.wav", 1, 0.1).toString());
        assertThat(code).isZero();
        assertThat(test.complained()).containsOnlyOnce("are analysed by recipe covarep");
    }

    @Test
    void saysOnceThatOfLongRecordingsAPartIsJudged() throws IOException {
        unstated().write(directory.resolve("brief"));
        int code = test.run(
                List.of(new PredictCommand(test.console, in)),
                "predict",
                directory.resolve("brief").toString(),
                wav("a.wav", 1, 0.5).toString(),
                wav("b.wav", 1, 0.7).toString(),
                wav("c.wav", 1, 0.3).toString(),
                "--recipe",
                "covarep",
                "--format",
                "csv");
        assertThat(code).isZero();
        assertThat(rows().stream().map(row -> row.replaceFirst("^[^,]*,([^,]*,[^,]*),.*", "$1")))
                .containsExactly("0.1,0.4", "0.2,0.5", "0.0,0.3");
        assertThat(test.complained())
                .containsOnlyOnce("note: ")
                .contains("a.wav is longer than the 0.3 s that the model takes", "--window 0.3 judges all of it");
    }

    @Test
    void refusesWhatIsUsedWronglyBeforeItWorks() throws IOException {
        Path file = wav("a.wav", 1, 0.1);
        assertThat(predict()).isEqualTo(2);
        assertThat(test.complained()).contains("no recording is named");
        assertThat(predict(file, "--format", "xml")).isEqualTo(2);
        assertThat(predict(file, "--hop", "1")).isEqualTo(2);
        assertThat(test.complained()).contains("--hop means nothing without --window");
        assertThat(predict(file, "--window", "0")).isEqualTo(2);
        assertThat(test.complained()).contains("a window must last 0.1 s to 60 s but lasts 0.0 s");
        assertThat(predict(file, "--pcm", "s16le")).isEqualTo(2);
        assertThat(test.complained()).contains("name it as -");
        assertThat(predict("-", "--pcm", "s24le")).isEqualTo(2);
        assertThat(test.complained()).contains("--pcm: there is no encoding 's24le'");
        assertThat(predict("-", "--pcm", "s16le", "--rate", "100")).isEqualTo(2);
        assertThat(test.complained()).contains("8000 to 192000 Hz but is 100 Hz");
        assertThat(predict(file, "--rate", "8000")).isEqualTo(2);
        assertThat(predict(file, "--workers", "0")).isEqualTo(2);
        assertThat(predict(file, "--recipe", "x")).isEqualTo(2);
        assertThat(predict(file, "--mix", "x")).isEqualTo(2);
        assertThat(predict("--list", directory.resolve("none.txt"))).isEqualTo(1);
        assertThat(test.printed()).isEmpty();
    }

    @Test
    void saysHowFarItCameWhereItIsInterrupted() throws IOException {
        Path file = wav("a.wav", 1, 0.1);
        test.pressCtrlC();
        assertThat(predict(file)).isEqualTo(Undertone.INTERRUPTED);
        test.interruption.workEnded();
        assertThat(test.complained()).contains("undertone: stopped after 0 of 1 recordings");
    }

    @Test
    void endsQuietlyWhereTheReaderHasGone() throws IOException {
        Path file = wav("a.wav", 1, 0.5);
        var closing = new OutputStream() {
            private int writes;

            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int count) throws IOException {
                writes++;
                if (writes > 2) {
                    throw new IOException("Broken pipe");
                }
            }
        };
        LongSupplier clock = () -> 0;
        var console = new Console(
                new StandardOutput(closing), test.console.err(), test.console.terminal(), test.interruption, clock);
        int code = Undertone.run(
                console,
                List.of(new PredictCommand(console, in)),
                "predict",
                directory.resolve("model").toString(),
                file.toString(),
                "--window",
                "0.1",
                "--hop",
                "0.1",
                "--recipe",
                "covarep",
                "--format",
                "csv");
        assertThat(code).isZero();
        assertThat(closing.writes).isGreaterThan(2);
        assertThat(test.complained()).isEmpty();
    }

    @Test
    void explainsItselfBelowTheTable() throws IOException {
        assertThat(predict(wav("a.wav", 1, 0.1))).isZero();
        assertThat(test.printed().lines().toList().get(0)).matches("file +start +end +happiness +sadness .*fear");
        assertThat(test.printed()).contains("What somebody feels, no score says.");
    }
}
