package org.undertone.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.features.FrameColumns;
import org.undertone.storage.FileFormatException;
import org.undertone.storage.SafetensorsFile;
import org.undertone.storage.SafetensorsWriter;

class CorpusTest {
    private static final SmallCorpora.Shape SHAPE = new SmallCorpora.Shape(3, 2, 4, 2, 6);
    private static final int CLIPS = 6;

    @TempDir
    Path temporary;

    private Path directory;

    @BeforeEach
    void writeACorpus() throws IOException {
        directory = SmallCorpora.write(temporary.resolve("corpus"), SHAPE, 1);
    }

    @Test
    void readsBackWhatWasWritten() throws IOException {
        Path target = temporary.resolve("two");
        float[] first = {1, 2, 3, 4, 5, Float.NEGATIVE_INFINITY};
        float[] second = {7, 2};
        var labelled =
                new Utterance("a[0]", "a, \"quoted\"", "speaker", 0.5, 1.25, "dev", List.of(0., 1., 2., 3., 0.1, 0.));
        var unlabelled = new Utterance("a[1]", "a", "speaker", 2, 3, "", List.of());
        try (CorpusWriter writer = CorpusWriter.create(target, new FrameColumns(List.of("one", "two")))) {
            writer.append(first);
            writer.endClip(labelled);
            writer.append(second);
            writer.endClip(unlabelled);
            writer.commit(50, new CorpusNotes());
        }
        try (Corpus corpus = Corpus.open(target)) {
            assertThat(corpus.columns().names()).containsExactly("one", "two");
            assertThat(corpus.frameRate()).isEqualTo(50);
            assertThat(corpus.utterances()).containsExactly(labelled, unlabelled);
            assertThat(IntStream.range(0, 2).map(corpus::frames)).containsExactly(3, 1);
            var target6 = new float[6];
            corpus.read(0, 1, 2, target6, 1);
            assertThat(target6).containsExactly(0, 3, 4, 5, Float.NEGATIVE_INFINITY, 0);
            assertThat(corpus.description().missingValues()).isEqualTo(Map.of("two", 1L));
        }
    }

    @Test
    void columnsThatNeverChangeAreListed() throws IOException {
        Path target = temporary.resolve("dead");
        try (CorpusWriter writer = CorpusWriter.create(target, new FrameColumns(List.of("one", "two", "three")))) {
            writer.append(new float[] {1, 2, 3, 4, 2, 3});
            writer.append(new float[] {1, 2, Float.NaN});
            writer.endClip(clip("a"));
            assertThat(writer.commit(1, new CorpusNotes()).deadColumns()).containsExactly("two");
        }
    }

    @Test
    void theSameDataHasTheSameHashAndOtherDataAnother() throws IOException {
        String hash = hash(directory);
        assertThat(hash(SmallCorpora.write(temporary.resolve("again"), SHAPE, 1)))
                .isEqualTo(hash);
        assertThat(hash(SmallCorpora.write(temporary.resolve("other"), SHAPE, 2)))
                .isNotEqualTo(hash);
        replace(UtteranceTable.FILE, "group1", "group7");
        assertThat(hash(directory)).isNotEqualTo(hash).matches("[0-9a-f]{64}");
    }

    @Test
    void threadsReadAtOnce() throws IOException {
        try (Corpus corpus = Corpus.open(directory)) {
            List<float[]> alone = IntStream.range(0, CLIPS)
                    .mapToObj(clip -> whole(corpus, clip))
                    .toList();
            IntStream.range(0, 2000).parallel().forEach(i -> assertThat(whole(corpus, i % CLIPS))
                    .isEqualTo(alone.get(i % CLIPS)));
        }
    }

    @Test
    void refusesFramesThatAreNotThere() throws IOException {
        try (Corpus corpus = Corpus.open(directory)) {
            var target = new float[1000];
            int frames = corpus.frames(2);
            assertThatThrownBy(() -> corpus.read(2, 0, frames + 1, target, 0))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> corpus.read(2, -1, 1, target, 0)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> corpus.read(CLIPS, 0, 1, target, 0)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> corpus.read(0, 0, 1, target, 999)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void refusesToWriteOverACorpus() {
        assertThatThrownBy(() -> SmallCorpora.write(directory, SHAPE, 1))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("is not empty");
    }

    @Test
    void leavesNothingBehindWhenWritingFails() throws IOException {
        Path target = temporary.resolve("half");
        try (CorpusWriter writer = CorpusWriter.create(target, FrameColumns.COVAREP)) {
            writer.append(new float[FrameColumns.COVAREP.count()]);
            writer.endClip(clip("a"));
        }
        try (var left = Files.list(temporary)) {
            assertThat(left).containsExactly(directory);
        }
    }

    @Test
    void refusesAPlaceThatIsNoCorpus() throws IOException {
        assertThatThrownBy(() -> Corpus.open(temporary.resolve("nowhere"))).isInstanceOf(NoSuchFileException.class);
        Path empty = Files.createDirectory(temporary.resolve("empty"));
        assertThatThrownBy(() -> Corpus.open(empty)).hasMessageEndingWith("is missing, so this is no corpus directory");
    }

    @Test
    void refusesAnotherVersion() throws IOException {
        replace(CorpusJson.FILE, "\"version\" : 1,", "\"version\" : 2,");
        assertRefused("corpus.json: version: is 2, but this release reads version 1; import the corpus again");
    }

    @Test
    void refusesAnotherFormat() throws IOException {
        replace(CorpusJson.FILE, "undertone-corpus", "undertone-model");
        assertRefused("corpus.json: format: is \"undertone-model\", expected \"undertone-corpus\"");
    }

    @Test
    void refusesAFrameRateThatIsNotAboveZero() throws IOException {
        replace(CorpusJson.FILE, "\"frameRate\" : 100.0", "\"frameRate\" : -1.0");
        assertRefused("frameRate: must be above 0 but is -1.0");
    }

    @Test
    void refusesColumnsThatOccurTwice() throws IOException {
        replace(CorpusJson.FILE, "\"column1\"", "\"column0\"");
        assertRefused("'column0' is empty or occurs twice");
    }

    @Test
    void refusesAnotherNumberOfColumnsThanTheFramesHave() throws IOException {
        replace(CorpusJson.FILE, "\"column1\",", "");
        assertRefused("tensor 'frames'");
    }

    @Test
    void refusesJsonThatIsCutOff() throws IOException {
        String text = Files.readString(directory.resolve(CorpusJson.FILE));
        Files.writeString(directory.resolve(CorpusJson.FILE), text.substring(0, text.length() / 2));
        assertRefused("corpus.json: JSON: ");
    }

    @Test
    void refusesJsonWithoutAValueOrWithAnUnknownOne() throws IOException {
        String text = Files.readString(directory.resolve(CorpusJson.FILE));
        Files.writeString(directory.resolve(CorpusJson.FILE), text.replace("\"frameRate\"", "\"rate\""));
        assertRefused("corpus.json: JSON: ");
        Files.writeString(directory.resolve(CorpusJson.FILE), text.replaceFirst("\\s*\"frameRate\" : [0-9.]+,", ""));
        assertRefused("corpus.json: JSON: Missing creator property 'frameRate'");
    }

    @Test
    void refusesAnotherNumberOfClipsThanTheJsonSays() throws IOException {
        Path table = directory.resolve(UtteranceTable.FILE);
        List<String> lines = Files.readAllLines(table);
        Files.write(table, lines.subList(0, lines.size() - 1));
        assertRefused("utterances.csv: file: lists 5 clips, but corpus.json says 6");
    }

    @Test
    void refusesAClipThatIsListedTwice() throws IOException {
        replace(UtteranceTable.FILE, "video0_1[0]", "video0_0[0]");
        assertRefused("utterances.csv: line 3: names clip 'video0_0[0]' a second time");
    }

    @Test
    void refusesUnknownColumnsOfTheTable() throws IOException {
        replace(UtteranceTable.FILE, "surprise", "boredom");
        assertRefused("utterances.csv: line 1: must be id,source,group,start,end,split,happiness,sadness,anger,"
                + "surprise,disgust,fear but is");
    }

    @Test
    void refusesTextWhereANumberIsDue() throws IOException {
        changeField(2, 4, "soon");
        assertRefused("utterances.csv: line 2: end must be a number but is 'soon'");
    }

    @Test
    void refusesTimesThatAreNotInOrder() throws IOException {
        changeField(2, 4, "0.0");
        assertRefused("utterances.csv: line 2: clip 'video0_0[0]' must begin at 0 s or later and end after that");
    }

    @Test
    void refusesIntensitiesOutsideZeroToThree() throws IOException {
        changeField(3, 7, "3.5");
        assertRefused("utterances.csv: line 3: sadness of clip 'video0_1[0]' must lie in [0, 3] but is 3.5");
        changeField(3, 7, "NaN");
        assertRefused("must lie in [0, 3] but is NaN");
    }

    @Test
    void refusesIntensitiesOfWhichSomeAreMissing() throws IOException {
        changeField(3, 7, "");
        assertRefused("utterances.csv: line 3: sadness must be a number but is ''");
    }

    @Test
    void refusesAClipWithoutAGroup() throws IOException {
        changeField(3, 2, "");
        assertRefused("utterances.csv: line 3: group of clip 'video0_1[0]' must not be empty");
    }

    @Test
    void refusesALineWithAFieldTooMany() throws IOException {
        changeField(4, 5, "train,test");
        assertRefused("utterances.csv: line 4: has 13 fields, expected 12");
    }

    @Test
    void refusesTextThatIsNotUtf8() throws IOException {
        Files.write(directory.resolve(UtteranceTable.FILE), new byte[] {'i', 'd', (byte) 0xC3, '\n'});
        assertRefused("utterances.csv: text: is not UTF-8");
    }

    @Test
    void refusesOffsetsThatDoNotAscend() throws IOException {
        rewriteOffsets(offsets -> offsets[2] = offsets[1]);
        assertRefused("tensor 'offsets': must ascend by 1 to 2147483647, but clip number 1 lies at");
    }

    @Test
    void refusesOffsetsThatDoNotBeginWithZero() throws IOException {
        rewriteOffsets(offsets -> offsets[0] = 1);
        assertRefused("tensor 'offsets': must begin with 0 but begins with 1");
    }

    @Test
    void refusesOffsetsThatDoNotEndWithTheRows() throws IOException {
        rewriteOffsets(offsets -> offsets[CLIPS]++);
        assertRefused("tensor 'offsets': must end with ");
    }

    @Test
    void refusesAnotherNumberOfRowsThanTheJsonSays() throws IOException {
        String text = Files.readString(directory.resolve(CorpusJson.FILE));
        Files.writeString(directory.resolve(CorpusJson.FILE), text.replaceFirst("\"rows\" : \\d+", "\"rows\" : 7"));
        assertRefused("tensor 'frames'");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> Corpus.open(directory))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    private void replace(String file, String old, String with) throws IOException {
        String text = Files.readString(directory.resolve(file));
        assertThat(text).contains(old);
        Files.writeString(directory.resolve(file), text.replace(old, with));
    }

    private void changeField(int line, int field, String value) throws IOException {
        Path table = directory.resolve(UtteranceTable.FILE);
        List<String> lines = Files.readAllLines(table);
        String[] fields = lines.get(line - 1).split(",", -1);
        fields[field] = value;
        lines.set(line - 1, String.join(",", fields));
        Files.write(table, lines);
    }

    private interface Change {
        void apply(long[] offsets);
    }

    private void rewriteOffsets(Change change) throws IOException {
        Path file = directory.resolve(CorpusWriter.FRAMES_FILE);
        float[] frames;
        long[] offsets;
        try (SafetensorsFile old = SafetensorsFile.open(file)) {
            frames = old.floats(CorpusWriter.FRAMES);
            offsets = old.longs(CorpusWriter.OFFSETS);
        }
        change.apply(offsets);
        try (SafetensorsWriter writer = SafetensorsWriter.create(file)) {
            writer.floats(CorpusWriter.FRAMES, frames, frames.length / SHAPE.columns(), SHAPE.columns());
            writer.longs(CorpusWriter.OFFSETS, offsets, offsets.length);
            writer.commit();
        }
    }

    private static float[] whole(Corpus corpus, int clip) {
        var target = new float[corpus.frames(clip) * corpus.columns().count()];
        try {
            corpus.read(clip, 0, corpus.frames(clip), target, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target;
    }

    private static String hash(Path directory) throws IOException {
        try (Corpus corpus = Corpus.open(directory)) {
            return corpus.hash();
        }
    }

    private static Utterance clip(String id) {
        return new Utterance(id, id, id, 0, 1, "", List.of());
    }
}
