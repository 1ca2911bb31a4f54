package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.CsdFile;
import org.undertone.corpus.Utterance;

class ExtractCommandTest {
    private final TestConsole test = new TestConsole();

    @TempDir
    private Path directory;

    private int extract(Object... arguments) {
        var words = new ArrayList<String>(List.of("extract"));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return test.run(List.of(new ExtractCommand(test.console, ToneDecoder.tools())), words.toArray(String[]::new));
    }

    private Path audio() throws IOException {
        Path audio = directory.resolve("audio");
        ToneDecoder.write(audio.resolve("03a01Fa.wav"), 0.5, 7);
        ToneDecoder.write(audio.resolve("08a02Wb.wav"), 0.25, 4);
        return audio;
    }

    private Path out() {
        return directory.resolve("corpus");
    }

    @Test
    void makesALabelledCorpusAndSaysWhatIsInIt() throws IOException {
        assertThat(extract(audio(), "--layout", "emodb", "--out", out()))
                .as(test.complained())
                .isZero();
        assertThat(test.printed()).contains("2 clips with 11 frames of 74 columns extracted to " + out());
        assertThat(test.complained()).startsWith("extract: ");
        try (Corpus corpus = Corpus.open(out())) {
            assertThat(corpus.utterances())
                    .containsExactly(
                            new Utterance(
                                    "03a01Fa", "03a01Fa", "03", 0, 0.07, "", List.of(2.0, 0.0, 0.0, 0.0, 0.0, 0.0)),
                            new Utterance(
                                    "08a02Wb", "08a02Wb", "08", 0, 0.04, "", List.of(0.0, 0.0, 2.0, 0.0, 0.0, 0.0)));
            assertThat(corpus.description().extraction())
                    .containsEntry("recipe", "covarep")
                    .containsEntry("mix", "mean")
                    .containsEntry("stretch", "20.0 s, margins 1.0 s")
                    .containsEntry("decoder", "tones");
        }
    }

    @Test
    void mixesAsTheRecipeDoesUnlessToldOtherwise() throws IOException {
        assertThat(extract(audio(), "--recipe", "covarep-1.4.2", "--out", out()))
                .isZero();
        assertThat(extract(audio(), "--recipe", "covarep-1.4.2", "--mix", "mean", "--out", directory.resolve("mean")))
                .isZero();
        try (Corpus first = Corpus.open(out());
                Corpus mean = Corpus.open(directory.resolve("mean"))) {
            assertThat(first.description().extraction()).containsEntry("mix", "first");
            assertThat(mean.description().extraction()).containsEntry("mix", "mean");
            assertThat(first.utterances()).noneMatch(Utterance::labelled);
        }
    }

    @Test
    void listsWhatFailsAndGoesOn() throws IOException {
        Path audio = audio();
        Files.writeString(audio.resolve("03a01Na.wav"), "no audio");
        ToneDecoder.write(audio.resolve("noise.wav"), 1, 3);
        assertThat(extract(audio, "--layout", "emodb", "--out", out())).isEqualTo(1);
        assertThat(test.complained().lines())
                .anyMatch(line -> line.startsWith("failed: ") && line.endsWith("03a01Na.wav: file: is no tone"))
                .anyMatch(line -> line.startsWith("failed: ") && line.contains("noise.wav: name: 'noise' is not"))
                .contains("undertone: 2 failed of 4 recordings; the corpus holds the others, and its corpus.json lists"
                        + " these");
        try (Corpus corpus = Corpus.open(out())) {
            assertThat(corpus.size()).isEqualTo(2);
            assertThat(corpus.description().dropped()).hasSize(2);
        }
    }

    @Test
    void makesNoCorpusWhereAllFail() throws IOException {
        Path file = Files.writeString(directory.resolve("a.wav"), "no audio");
        assertThat(extract(file, "--out", out())).isEqualTo(1);
        assertThat(test.complained()).contains("undertone: 1 failed of 1 recordings; no corpus was made");
        assertThat(directory).isDirectoryNotContaining("glob:**corpus*");
    }

    @Test
    void cutsByATableThatNeedsNothingElse() throws IOException {
        audio();
        Path table = Files.writeString(
                directory.resolve("labels.csv"),
                "file,speaker,start,end,happiness,sadness,anger,surprise,disgust,fear\n"
                        + "audio/03a01Fa.wav,ann,0,0.03,1,0,0,0,0,0.5\naudio/03a01Fa.wav,bob,0.03,,,,,,,\n");
        assertThat(extract("--layout", "csv=" + table, "--out", out()))
                .as(test.complained())
                .isZero();
        try (Corpus corpus = Corpus.open(out())) {
            assertThat(corpus.utterances()).extracting(Utterance::id).containsExactly("03a01Fa[0]", "03a01Fa[1]");
            assertThat(corpus.utterances()).extracting(Utterance::group).containsExactly("ann", "bob");
            assertThat(corpus.frames(0)).isEqualTo(3);
            assertThat(corpus.frames(1)).isEqualTo(4);
            assertThat(corpus.description().sources())
                    .extracting(source -> source.role() + " " + source.file())
                    .containsExactly("audio 03a01Fa.wav", "labels labels.csv");
        }
        assertThat(extract(
                        directory.resolve("audio/03a01Fa.wav"),
                        "--layout",
                        "csv=" + table,
                        "--out",
                        directory.resolve("other")))
                .as(test.complained())
                .isEqualTo(2);
        assertThat(test.complained()).contains("a table names the audio files itself");
    }

    @Test
    void tellsFailedClipsFromFailedRecordings() throws IOException {
        audio();
        Path table = Files.writeString(
                directory.resolve("labels.csv"),
                "file,start,end\naudio/03a01Fa.wav,0,0.03\naudio/03a01Fa.wav,7,8\naudio/none.wav,,\n");
        assertThat(extract("--layout", "csv=" + table, "--out", out())).isEqualTo(1);
        assertThat(test.complained())
                .contains(
                        "undertone: 1 failed of 2 recordings, and of the others' clips 1; the corpus holds the others");
    }

    @Test
    void refusesAPlaceOfSequencesBeforeItComputes() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThat(extract(audio(), "--out", out(), "--csd", file.resolve("a.csd")))
                .isEqualTo(1);
        assertThat(test.complained())
                .isEqualToIgnoringNewLines("undertone: " + file.resolve("a.csd") + ": cannot be made there, " + file
                        + " is a file; name another place");
        assertThat(directory).isDirectoryNotContaining("glob:**corpus*");
    }

    @Test
    void writesComputationalSequences() throws IOException {
        Path csd = directory.resolve("frames.csd");
        assertThat(extract(audio(), "--layout", "emodb", "--out", out(), "--csd", csd))
                .as(test.complained())
                .isZero();
        assertThat(test.printed())
                .contains("computational sequence: " + csd)
                .contains("computational sequence: " + directory.resolve("frames-labels.csd"));
        try (var frames = CsdFile.open(csd);
                var labels = CsdFile.open(directory.resolve("frames-labels.csd"))) {
            assertThat(frames.videos()).containsExactly("03a01Fa", "08a02Wb");
            assertThat(frames.summary().rows()).isEqualTo(11);
            assertThat(labels.summary().columns()).isEqualTo(7);
        }
    }

    @Test
    void takesAListOfFiles() throws IOException {
        audio();
        Path list = Files.writeString(directory.resolve("list.txt"), "audio/08a02Wb.wav\naudio/03a01Fa.wav\n");
        assertThat(extract("--list", list, "--out", out())).isZero();
        try (Corpus corpus = Corpus.open(out())) {
            assertThat(corpus.utterances()).extracting(Utterance::id).containsExactly("08a02Wb", "03a01Fa");
        }
    }

    @Test
    void stopsAtCtrlCAndGoesOnFromThere() throws Exception {
        Path audio = audio();
        Thread request = test.pressCtrlC();
        assertThat(extract(audio, "--out", out())).isEqualTo(Undertone.INTERRUPTED);
        test.interruption.workEnded();
        request.join();
        assertThat(out()).doesNotExist();
        assertThat(test.complained())
                .contains("what is finished stays in " + out() + ".extracting; the same command with --resume goes on");

        var again = new TestConsole();
        var command = List.of(new ExtractCommand(again.console, ToneDecoder.tools()));
        assertThat(again.run(command, "extract", audio.toString(), "--out", out().toString()))
                .isEqualTo(1);
        assertThat(again.complained()).contains("corpus.extracting: holds what an earlier run finished");
        assertThat(again.run(command, "extract", audio.toString(), "--out", out().toString(), "--resume"))
                .as(again.complained())
                .isZero();
    }

    @Test
    void refusesWhatCannotBeMeant() throws IOException {
        Path audio = audio();
        assertThat(extract("--out", out())).isEqualTo(2);
        assertThat(test.complained()).contains("nothing to extract is named");
        assertThat(extract(audio, "--out", out(), "--layout", "tess")).isEqualTo(2);
        assertThat(test.complained())
                .contains("there is no layout 'tess'; there are emodb, ravdess, crema-d, nemo, csv=FILE");
        assertThat(extract(audio, "--out", out(), "--recipe", "egemaps")).isEqualTo(2);
        assertThat(test.complained()).contains("there is no recipe 'egemaps'");
        assertThat(extract(audio, "--out", out(), "--mix", "left")).isEqualTo(2);
        assertThat(test.complained()).contains("--mix must be mean or first but is 'left'");
        assertThat(extract(audio, "--out", out(), "--stretch", "long")).isEqualTo(2);
        assertThat(test.complained()).contains("--stretch must be a number of seconds or whole but is 'long'");
        assertThat(extract(audio, "--out", out(), "--stretch", "0.05")).isEqualTo(2);
        assertThat(test.complained())
                .contains(
                        "the core of a stretch must last 0.1 s to 1800.0 s, or be infinite for whole recordings, but lasts 0.05");
        assertThat(extract(audio, "--out", out(), "--workers", "0")).isEqualTo(2);
        assertThat(test.complained()).contains("there must be at least 1 worker but 0 are asked for");
        assertThat(extract(audio, "--out", out(), "--csd", "frames.h5")).isEqualTo(2);
        assertThat(test.complained()).contains("must be called NAME.csd");
        assertThat(extract(audio, "--out", out(), "--csd", "/")).isEqualTo(2);
        assertThat(test.complained()).contains("must be called NAME.csd, but this is '/'");
        assertThat(extract(audio, "--out", out(), "--csd", out().resolve("a.csd")))
                .isEqualTo(2);
        assertThat(test.complained()).contains("cannot lie in the corpus directory " + out());
        assertThat(extract(audio, "--out", "")).isEqualTo(2);
        assertThat(test.complained()).contains("the corpus directory to make must have a name");
        assertThat(out()).doesNotExist();
    }

    @Test
    void namesADirectoryWithoutAudioAndOneThatIsOccupied() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        assertThat(extract(empty, "--out", out())).isEqualTo(1);
        assertThat(test.complained()).contains("empty: directory: holds no audio file");
        Path audio = audio();
        assertThat(extract(audio, "--out", audio)).isEqualTo(1);
        assertThat(test.complained()).contains("audio: is not empty");
        assertThat(extract(directory.resolve("none.wav"), "--out", out())).isEqualTo(1);
        assertThat(test.complained()).contains("failed: " + directory.resolve("none.wav") + ": no such file");
    }
}
