package org.undertone.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.features.FrameColumns;

/**
 * The corpus that {@code config/test-python} lets the README's Python example read: it is what we write today, and read by
 * us it gives what the example is expected to print.
 */
class PythonExampleTest {
    private static final Path FIXTURE = Path.of("src/test/resources/org/undertone/corpus/python");

    @TempDir
    Path temporary;

    @Test
    void theCorpusThatPythonReadsIsWhatWeWrite() throws IOException {
        Path written = write(temporary.resolve("corpus"));
        for (String file : List.of("frames.safetensors", "utterances.csv", "corpus.json")) {
            assertThat(written.resolve(file)).as(file).hasSameBinaryContentAs(FIXTURE.resolve("corpus/" + file));
        }
    }

    @Test
    void javaReadsFromItWhatTheExamplePrints() throws IOException {
        var printed = new StringBuilder();
        try (Corpus corpus = Corpus.open(FIXTURE.resolve("corpus"))) {
            int columns = corpus.columns().count();
            for (int clip = 0; clip < corpus.size(); clip++) {
                int rows = corpus.frames(clip);
                var frames = new float[rows * columns];
                corpus.read(clip, 0, rows, frames, 0);
                float highest = frames[0];
                for (int row = 1; row < rows; row++) {
                    highest = Math.max(highest, frames[row * columns]);
                }
                Utterance utterance = corpus.utterance(clip);
                String happiness = utterance.intensities().isEmpty()
                        ? ""
                        : utterance
                                .intensities()
                                .get(Emotion.HAPPINESS.ordinal())
                                .toString();
                printed.append(String.join(
                        " ", utterance.id(), Integer.toString(rows), Float.toString(highest), happiness + "\n"));
            }
        }
        assertThat(printed.toString()).isEqualTo(Files.readString(FIXTURE.resolve("expected.txt")));
    }

    /** Three clips of 2, 1 and 3 frames of 3 columns; the last has no labels, one value is missing. */
    static Path write(Path target) throws IOException {
        try (CorpusWriter writer = CorpusWriter.create(target, new FrameColumns(List.of("F0", "VUV", "NAQ")))) {
            writer.append(new float[] {110.5f, 1, 0.25f, 112.25f, 1, Float.NaN});
            writer.endClip(new Utterance("a", "a", "anna", 0, 0.02, "train", List.of(1.5, 0.0, 0.0, 0.0, 0.0, 0.0)));
            writer.append(new float[] {-2.5f, 0, 0.125f});
            writer.endClip(new Utterance("b, c", "b", "bert", 0, 0.01, "", List.of(0.0, 3.0, 0.0, 0.0, 0.0, 0.5)));
            writer.append(new float[] {201, 1, 0.5f, 198.75f, 1, 0.75f, 0.5f, 0, 0});
            writer.endClip(new Utterance("d", "d", "anna", 1, 1.03, "", List.of()));
            writer.commit(100, new CorpusNotes());
        }
        return target;
    }
}
