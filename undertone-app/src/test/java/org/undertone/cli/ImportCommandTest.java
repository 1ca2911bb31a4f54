package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.Utterance;

class ImportCommandTest {
    private static final String ACOUSTIC =
            GoldenFiles.csd("contiguous/acoustic.csd").toString();
    private static final String LABELS =
            GoldenFiles.csd("contiguous/labels.csd").toString();

    private final TestConsole test = new TestConsole();

    @TempDir
    private Path directory;

    private int run(String... arguments) {
        return test.run(List.of(new ImportCommand(test.console)), arguments);
    }

    @Test
    void makesACorpusAndSaysWhatIsInIt() throws IOException {
        Path out = directory.resolve("corpus");
        assertThat(run("import", "--acoustic", ACOUSTIC, "--labels", LABELS, "--out", out.toString()))
                .as(test.complained())
                .isZero();
        try (Corpus corpus = Corpus.open(out)) {
            assertThat(test.printed()).contains(corpus.size() + " clips with ").contains(" imported to " + out);
        }
        assertThat(test.complained()).startsWith("import: ");
    }

    @Test
    void takesGroupsAndFoldsFromTables() throws IOException {
        Path out = directory.resolve("corpus");
        Path groups = table("group", "speaker A");
        Path folds = table("fold", "test");
        assertThat(run(
                        "import",
                        "--acoustic",
                        ACOUSTIC,
                        "--labels",
                        LABELS,
                        "--out",
                        out.toString(),
                        "--groups",
                        groups.toString(),
                        "--folds",
                        folds.toString()))
                .as(test.complained())
                .isZero();
        try (Corpus corpus = Corpus.open(out)) {
            assertThat(corpus.utterances()).extracting(Utterance::group).containsOnly("speaker A");
            assertThat(corpus.utterances()).extracting(Utterance::split).containsOnly("test");
        }
    }

    /** Every video of the golden file with the same value. */
    private Path table(String column, String value) throws IOException {
        var lines = new StringBuilder("video," + column + "\n");
        try (var csd = org.undertone.corpus.CsdFile.open(Path.of(LABELS))) {
            csd.videos()
                    .forEach(video ->
                            lines.append(video).append(',').append(value).append('\n'));
        }
        return Files.writeString(directory.resolve(column + ".csv"), lines);
    }

    @Test
    void refusesADirectoryThatHoldsSomething() throws IOException {
        Files.writeString(directory.resolve("precious"), "x");
        assertThat(run("import", "--acoustic", ACOUSTIC, "--labels", LABELS, "--out", directory.toString()))
                .isEqualTo(1);
        assertThat(test.complained()).contains(directory + ": ").contains("not empty");
        assertThat(directory.resolve("precious")).hasContent("x");
    }

    @Test
    void leavesNothingBehindWhereAFileIsDamaged() throws IOException {
        String damaged = GoldenFiles.csd("defects/rows_differ.csd").toString();
        Path out = directory.resolve("corpus");
        assertThat(run("import", "--acoustic", damaged, "--labels", LABELS, "--out", out.toString()))
                .isEqualTo(1);
        assertThat(test.complained().lines().filter(line -> line.startsWith("undertone: ")))
                .hasSize(1)
                .allMatch(line -> line.contains("rows_differ.csd"));
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path out = directory.resolve("corpus");
        assertThat(run("import", "--acoustic", "none.csd", "--labels", LABELS, "--out", out.toString()))
                .isEqualTo(1);
        assertThat(test.complained()).contains("none.csd: no such file");
    }
}
