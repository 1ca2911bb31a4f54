package org.undertone.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.undertone.corpus.TestFiles.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.features.FrameColumns;
import org.undertone.storage.SafetensorsFile;

class CsdImportTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(
            strings = {"contiguous", "gzip", "chunks", "shuffle", "v110", "userblock", "bigendian", "doubles", "aligned"
            })
    void everyContainerFormBecomesTheExpectedClips(String form) throws IOException {
        Path target = temporary.resolve("corpus");
        TestFiles.run(file(form + "/acoustic.csd"), file(form + "/labels.csd"), target);
        try (Corpus corpus = Corpus.open(target);
                SafetensorsFile expected = SafetensorsFile.open(file("expected.safetensors"))) {
            assertThat(lines(corpus)).isEqualTo(Files.readAllLines(file("expected.csv")));
            float[] frames = expected.floats("frames");
            long[] offsets = expected.longs("offsets");
            int width = FrameColumns.COVAREP.count();
            for (int clip = 0; clip < corpus.size(); clip++) {
                var read = new float[corpus.frames(clip) * width];
                corpus.read(clip, 0, corpus.frames(clip), read, 0);
                assertThat(read)
                        .as(corpus.utterance(clip).id())
                        .isEqualTo(Arrays.copyOfRange(
                                frames, (int) offsets[clip] * width, (int) offsets[clip + 1] * width));
            }
        }
    }

    private static List<String> lines(Corpus corpus) {
        List<String> lines = new ArrayList<>(List.of("id,start,end,happy,sad,anger,surprise,disgust,fear"));
        for (Utterance utterance : corpus.utterances()) {
            List<String> fields =
                    new ArrayList<>(List.of(utterance.id(), "" + utterance.start(), "" + utterance.end()));
            // The files hold floats; the shortest texts of their values are compared.
            utterance.intensities().forEach(value -> fields.add("" + value.floatValue()));
            lines.add(String.join(",", fields));
        }
        return lines;
    }

    @Test
    void everyContainerFormHasTheSameHash() throws IOException {
        List<String> hashes = new ArrayList<>();
        for (String form : List.of("contiguous", "gzip", "aligned")) {
            Path target = temporary.resolve(form);
            TestFiles.run(file(form + "/acoustic.csd"), file(form + "/labels.csd"), target);
            try (Corpus corpus = Corpus.open(target)) {
                hashes.add(corpus.hash());
            }
        }
        assertThat(hashes.stream().distinct()).hasSize(1);
    }

    @Test
    void describesSourcesAndRepairs() throws Exception {
        Path acoustic = file("contiguous/acoustic.csd");
        CorpusDescription description = TestFiles.run(
                        acoustic, file("contiguous/labels.csd"), temporary.resolve("corpus"))
                .description();
        assertThat(description.columns()).isEqualTo(FrameColumns.COVAREP.names());
        assertThat(description.frameRate()).isEqualTo(100);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(acoustic));
        assertThat(description.sources().get(0))
                .isEqualTo(new CorpusDescription.Source(
                        "acoustic",
                        "acoustic.csd",
                        Files.size(acoustic),
                        HexFormat.of().formatHex(digest),
                        "COVAREP",
                        "1.2"));
        assertThat(description.repairs())
                .isEqualTo(Map.of(
                        "negative start of a segment set to 0", 1L,
                        "rows of a video sorted by start", 1L,
                        "labels of a segment sum to more than 3, kept", 1L));
        assertThat(description.missingValues()).isEqualTo(Map.of("PSP", 2L));
        assertThat(description.deadColumns()).containsExactly("HMPDM_0");
        assertThat(description.dropped()).isEmpty();
        assertThat(description.warnings()).isEmpty();
    }

    @Test
    void readsTheMetadataWhetherJsonOrBareText() throws IOException {
        try (CsdFile csd = CsdFile.open(file("gzip/acoustic.csd"))) {
            assertThat(csd.rootName()).isEqualTo("COVAREP");
            assertThat(csd.metadata())
                    .containsEntry("dataset version", "1.2")
                    .containsEntry("uuid", "null")
                    .containsEntry("contact", "bare text");
            assertThat(csd.dimensionNames()).isEqualTo(FrameColumns.COVAREP.names());
            assertThat(csd.videos()).containsExactly("-dash_Video", "233939", "unsorted");
        }
    }

    @Test
    void filesWithoutMetadataAreReadWithAWarning() throws IOException {
        CorpusDescription description = importGood(file("good/labels.csd")).description();
        assertThat(description.sources().get(0).rootName()).isEqualTo("COAVAREP");
        assertThat(description.clips()).isEqualTo(3);
        assertThat(description.warnings())
                .anyMatch(warning -> warning.startsWith("the acoustic file does not name its columns"))
                .anyMatch(warning -> warning.equals("the label file does not name its columns; their order is taken to "
                        + "be sentiment, happiness, sadness, anger, surprise, disgust, fear"));
    }

    @Test
    void labelColumnsAreFoundByTheNamesOfAFusedKey() throws IOException {
        ImportReport report = importGood(file("faults/turned_named.csd"));
        assertThat(report.description().warnings()).noneMatch(warning -> warning.contains("label"));
        assertThat(intensities(report, 0)).containsExactly(1.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    }

    @Test
    void warnsWhereTheAssumedOrderOfLabelsLooksWrong() throws IOException {
        assertThat(importGood(file("faults/turned_unnamed.csd")).description().warnings())
                .anyMatch(warning -> warning.startsWith("the order of the label columns may be mistaken"))
                .anyMatch(
                        warning -> warning.endsWith("happiness 0, sadness 1, anger 0, surprise 1, disgust 1, fear 2"));
    }

    @Test
    void labelsMayComeWithoutSentiment() throws IOException {
        ImportReport report = importGood(file("faults/six_columns.csd"));
        assertThat(intensities(report, 1)).containsExactly(0.0, 1.0, 1.0, 0.0, 1.0, 0.0);
    }

    @Test
    void timesMayBeFloats() throws IOException {
        assertThat(importGood(file("faults/single_times.csd")).description().rows())
                .isEqualTo(importGood(file("good/labels.csd")).description().rows());
    }

    @Test
    void faultySegmentsAreDroppedWithTheReasonOrMendedAndCounted() throws IOException {
        CorpusDescription description = importGood(file("faults/segments.csd")).description();
        assertThat(description.clips()).isEqualTo(3);
        assertThat(description.dropped().stream().map(segment -> segment.id() + " " + segment.reason()))
                .containsExactly(
                        "z[0] its video has no acoustic features",
                        "a[2] it has no length",
                        "a[3] it ends before it starts",
                        "a[4] it lies outside the features of its video",
                        "a[5] it ends before the recording starts",
                        "a[6] a label is not a number",
                        "a[7] its times are not numbers");
        assertThat(description.repairs())
                .isEqualTo(Map.of(
                        "negative start of a segment set to 0", 1L,
                        "label outside [0, 3] clipped", 2L,
                        "labels of a segment sum to more than 3, kept", 1L));
        assertThat(description.warnings()).contains("videos that have features but no labels were left out: 1");
    }

    @Test
    void idsCountEveryRowOfTheFile() throws IOException {
        try (Corpus corpus = Corpus.open(importGood(file("faults/segments.csd")).corpus())) {
            assertThat(corpus.utterances().stream().map(Utterance::id)).containsExactly("a[0]", "a[1]", "a[8]");
            assertThat(corpus.utterance(1).intensities()).containsExactly(3.0, 0.0, 0.0, 0.0, 0.0, 0.0);
            assertThat(corpus.utterance(1).start()).isZero();
        }
    }

    @Test
    void videosOfAnotherFrameRateAreNamed() throws IOException {
        CorpusDescription description = TestFiles.run(
                        file("defects/half_the_rate.csd"), file("good/labels.csd"), temporary.resolve("corpus"))
                .description();
        assertThat(description.warnings())
                .anyMatch(warning -> warning.startsWith("videos with another frame rate than 100.0 per second: 1"));
    }

    @Test
    void takesGroupsAndFoldsFromTables() throws IOException {
        Path groups = write("groups.csv", "video,group\na,anna\nb,bert\nnobody,nobody\n");
        Path folds = write("folds.csv", "\uFEFFvideo,fold\r\nb,test\r\n");
        CsdImport.run(settings(Optional.of(groups), Optional.of(folds)), ImportProgress.NONE);
        try (Corpus corpus = Corpus.open(temporary.resolve("corpus"))) {
            assertThat(corpus.utterances().stream().map(Utterance::group)).containsExactly("anna", "anna", "bert");
            assertThat(corpus.utterances().stream().map(Utterance::split)).containsExactly("", "", "test");
            assertThat(corpus.description().repairs()).isEqualTo(Map.of("clip in no fold", 2L));
            assertThat(corpus.description().sources().stream().map(CorpusDescription.Source::role))
                    .containsExactly("acoustic", "labels", "groups", "folds");
        }
    }

    @Test
    void withoutGroupsEveryVideoIsOne() throws IOException {
        try (Corpus corpus = Corpus.open(importGood(file("good/labels.csd")).corpus())) {
            assertThat(corpus.utterances().stream().map(Utterance::group)).containsExactly("a", "a", "b");
        }
    }

    @Test
    void refusesAVideoWithoutAGroup() throws IOException {
        Path groups = write("groups.csv", "video,group\na,anna\n");
        assertThatThrownBy(() -> CsdImport.run(settings(Optional.of(groups), Optional.empty()), ImportProgress.NONE))
                .hasMessage(groups + ": file: has no group for video 'b'");
    }

    @Test
    void refusesAVideoWithTwoGroups() throws IOException {
        Path groups = write("groups.csv", "video,group\na,anna\nb,bert\na,berta\n");
        assertThatThrownBy(() -> CsdImport.run(settings(Optional.of(groups), Optional.empty()), ImportProgress.NONE))
                .hasMessage(groups + ": line 4: gives video 'a' the group 'berta', but an earlier line gave it 'anna'");
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        List<Long> done = new ArrayList<>();
        CsdImport.run(settings(Optional.empty(), Optional.empty()), (now, total) -> {
            done.add(now);
            assertThat(total).isEqualTo(32L * 74 * Float.BYTES);
        });
        assertThat(done).containsExactly(20L * 74 * Float.BYTES, 32L * 74 * Float.BYTES);
    }

    private ImportSettings settings(Optional<Path> groups, Optional<Path> folds) {
        return new ImportSettings(
                file("good/acoustic.csd"), file("good/labels.csd"), groups, folds, temporary.resolve("corpus"));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(temporary.resolve(name), text);
    }

    private ImportReport importGood(Path labels) throws IOException {
        Path target = temporary.resolve("corpus-" + labels.getFileName());
        return TestFiles.run(file("good/acoustic.csd"), labels, target);
    }

    private static List<Double> intensities(ImportReport report, int clip) throws IOException {
        try (Corpus corpus = Corpus.open(report.corpus())) {
            return corpus.utterance(clip).intensities();
        }
    }
}
