package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.audio.AudioStream;
import org.undertone.extraction.FrameExtraction;
import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;

class DemoCommandTest {
    @TempDir
    private Path directory;

    private Path out;

    @BeforeEach
    void chooseADirectory() {
        out = directory.resolve("demo");
    }

    private String[] arguments(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "demo",
                "--out",
                out.toString(),
                "--speakers",
                "3",
                "--set",
                "budgets=[2,4]",
                "--set",
                "repeats=1",
                "--set",
                "methods=[pretrained,functionals-ridge,zeros]"));
        all.addAll(List.of(more));
        return TinyCorpus.quick(all.toArray(String[]::new));
    }

    /** Three clips of each speaker, with frames that cost nothing: the level of each 10 ms, and constants. */
    private int demo(TestConsole test, String... more) {
        return test.run(
                List.of(new DemoCommand(test.console, () -> levels())), arguments(append(more, "--clips", "3")));
    }

    private static String[] append(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    private static FrameExtraction levels() {
        return (audio, sink) -> {
            var hop = new double[160];
            while (fill(audio, hop)) {
                var values = new double[FrameColumns.COVAREP.count()];
                for (double sample : hop) {
                    values[0] += sample * sample;
                }
                values[1] = Math.sqrt(values[0]);
                sink.accept(new Frames(FrameColumns.COVAREP, values));
            }
        };
    }

    private static boolean fill(AudioStream audio, double[] hop) throws java.io.IOException {
        int filled = 0;
        while (filled < hop.length) {
            int read = audio.read(hop, filled, hop.length - filled);
            if (read < 0) {
                return false;
            }
            filled += read;
        }
        return true;
    }

    @Test
    void goesFromVoicesToTheReportAndSaysThatTheyAreSynthetic() throws Exception {
        var test = new TestConsole();
        assertThat(test.runAny(arguments("--clips", "2"))).as(test.complained()).isZero();
        Path report = out.resolve("run/report.html");
        assertThat(test.printed().lines())
                .anyMatch(line -> line.matches("labels +2 +4.*"))
                .anyMatch(line -> line.matches("report +\\Q" + report + "\\E"));
        assertThat(test.printed()).contains("The voices are synthetic");
        assertThat(test.complained()).contains("The voices are synthetic", "voices: ", "pretrain: ", "trials: ");
        assertThat(Files.readString(report)).contains("The voices are synthetic", "Know this first");
        assertThat(Files.readString(out.resolve("corpus/corpus.json"))).contains("The voices are synthetic");
        assertThat(out.resolve("examples/voice-01-happiness.wav")).isNotEmptyFile();
        assertThat(Files.readString(out.resolve("corpus/utterances.csv"))).contains("voice-03-02");
    }

    @Test
    void goesOnWhereItWasInterrupted() throws Exception {
        var stopped = new TestConsole();
        stopped.pressCtrlC();
        assertThat(demo(stopped)).isEqualTo(Undertone.INTERRUPTED);
        stopped.interruption.workEnded();
        assertThat(stopped.complained())
                .contains("what is finished stays in " + out, "--resume goes on")
                .doesNotContain("Exception", "\tat ");
        var again = new TestConsole();
        assertThat(demo(again)).isEqualTo(1);
        assertThat(again.complained()).contains(out + ": holds a demonstration already; go on with it by --resume");
        var resumed = new TestConsole();
        assertThat(demo(resumed, "--resume")).as(resumed.complained()).isZero();
        String summary = Files.readString(out.resolve("run/summary.csv"));
        out = directory.resolve("whole");
        assertThat(demo(new TestConsole())).isZero();
        assertThat(out.resolve("run/summary.csv")).hasContent(summary);
    }

    @Test
    void refusesSizesThatCannotBeAndOccupiedDirectories() throws Exception {
        var small = new TestConsole();
        assertThat(demo(small, "--speakers", "1")).isEqualTo(2);
        var occupied = new TestConsole();
        Files.writeString(Files.createDirectories(out).resolve("letter.txt"), "dear");
        assertThat(demo(occupied)).isEqualTo(1);
        assertThat(occupied.complained()).contains("is not empty");
        assertThat(out.resolve("letter.txt")).hasContent("dear");
    }
}
