package org.undertone.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.CsdFile;
import org.undertone.corpus.CsdImport;
import org.undertone.corpus.ImportProgress;
import org.undertone.corpus.ImportSettings;
import org.undertone.corpus.Utterance;
import org.undertone.features.FrameColumns;

/** What is written as computational sequences, against what the reader of the published ones makes of it. */
class SequenceFilesTest {
    private static final int RATE = 8000;

    @TempDir
    private Path directory;

    private static AudioSource noise(long seed, int frames) {
        return new GeneratedAudio("noise", "noise " + seed, RATE, frames * RATE / 100, () -> {
            var random = new SplittableRandom(seed);
            return random.doubles(frames * RATE / 100L, -1, 1).toArray();
        });
    }

    private ExtractionReport extract(List<Recording> recordings, boolean resume) throws IOException {
        return extract(directory, recordings, 2, resume);
    }

    private static ExtractionReport extract(Path directory, List<Recording> recordings, int workers, boolean resume)
            throws IOException {
        var settings = new ExtractionSettings(
                directory.resolve("corpus"),
                Optional.of(directory.resolve("frames.csd")),
                Optional.empty(),
                workers,
                resume,
                Map.of("recipe", "fake"));
        return Extraction.run(recordings, settings, FakeExtraction::new, ExtractionListener.NONE);
    }

    private static Clip clip(String id, double start, OptionalDouble end, double anger) {
        return new Clip(id, "g", start, end, "", List.of(0.0, 1 / 3.0, anger, 0.0, 3.0, 0.0));
    }

    @Test
    void importGivesTheSameClips() throws IOException {
        var recordings = List.of(
                new Recording("b", noise(1, 9001), List.of(clip("b", 0, OptionalDouble.empty(), 1))),
                new Recording(
                        "a",
                        noise(2, 40),
                        List.of(
                                clip("a[0]", 0.1, OptionalDouble.of(0.25), 2),
                                clip("a[1]", 0.123, OptionalDouble.of(0.3), 0.5),
                                clip("a[2]", 0.38, OptionalDouble.of(0.7), 0.5))));
        ExtractionReport report = extract(recordings, false);
        Path labels = directory.resolve("frames-labels.csd");
        assertThat(report.sequences()).containsExactly(directory.resolve("frames.csd"), labels);
        Path imported = directory.resolve("imported");
        CsdImport.run(
                new ImportSettings(
                        directory.resolve("frames.csd"), labels, Optional.empty(), Optional.empty(), imported),
                ImportProgress.NONE);
        try (Corpus ours = Corpus.open(directory.resolve("corpus"));
                Corpus theirs = Corpus.open(imported)) {
            assertThat(theirs.frameRate()).isCloseTo(100, org.assertj.core.data.Offset.offset(1e-9));
            assertThat(theirs.size()).isEqualTo(4);
            for (int clip = 0; clip < 4; clip++) {
                // The import sorts videos by name.
                int other = (clip + 3) % 4;
                Utterance expected = ours.utterance(clip);
                Utterance found = theirs.utterance(other);
                assertThat(found.source()).isEqualTo(expected.source());
                assertThat(found.start()).isEqualTo(expected.start());
                assertThat(found.end()).isEqualTo(expected.end());
                assertThat(found.intensities())
                        .usingComparatorForType(
                                (x, y) -> Math.abs(x - y) < 1e-6 ? 0 : Double.compare(x, y), Double.class)
                        .isEqualTo(expected.intensities());
                assertThat(frames(theirs, other)).isEqualTo(frames(ours, clip));
            }
        }
    }

    private static float[] frames(Corpus corpus, int clip) throws IOException {
        var values = new float[corpus.frames(clip) * 74];
        corpus.read(clip, 0, corpus.frames(clip), values, 0);
        return values;
    }

    @Test
    void givesTheSameBytesForAnyNumberOfWorkers() throws IOException {
        List<Recording> recordings = IntStream.range(0, 20)
                .mapToObj(i ->
                        new Recording("r" + i, noise(i, 5 + i), List.of(clip("r" + i, 0, OptionalDouble.empty(), 1))))
                .toList();
        for (int workers : new int[] {1, 3}) {
            extract(directory.resolve("by" + workers), recordings, workers, false);
        }
        for (String file : List.of("frames.csd", "frames-labels.csd")) {
            assertThat(directory.resolve("by3/" + file)).hasSameBinaryContentAs(directory.resolve("by1/" + file));
        }
    }

    @Test
    void saysWhatTheSdkAsksFor() throws IOException {
        extract(List.of(new Recording("a", noise(1, 5), List.of(clip("a", 0, OptionalDouble.empty(), 1)))), false);
        try (var csd = CsdFile.open(directory.resolve("frames.csd"))) {
            assertThat(csd.rootName()).isEqualTo("COVAREP");
            assertThat(csd.dimensionNames()).isEqualTo(FrameColumns.COVAREP.names());
            assertThat(csd.metadata())
                    .containsEntry("root name", "COVAREP")
                    .containsEntry("dataset name", "corpus")
                    .containsKeys(
                            "computational sequence description",
                            "dimension namescomputational sequence version",
                            "alignment compatible",
                            "dataset version",
                            "creator",
                            "contact",
                            "featureset bib citation",
                            "dataset bib citation");
            assertThat(csd.summary().rows()).isEqualTo(5);
        }
    }

    @Test
    void writesNoLabelsWhereThereAreNone() throws IOException {
        assertThat(extract(List.of(Recording.whole("a", "g", List.of(), noise(1, 5))), false)
                        .sequences())
                .containsExactly(directory.resolve("frames.csd"));
        assertThat(directory.resolve("frames-labels.csd")).doesNotExist();
    }

    @Test
    void leavesAFileOfItsNameAlone() throws IOException {
        Path precious = Files.writeString(directory.resolve("frames-labels.csd"), "x");
        var recordings = List.of(Recording.whole("a", "g", List.of(), noise(1, 5)));
        assertThatThrownBy(() -> extract(recordings, false)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(precious).hasContent("x");
    }

    @Test
    void insistsOnTheEndingThatTheSdkInsistsOn() {
        assertThatThrownBy(() -> SequenceFiles.of(Path.of("frames.h5")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a computational sequence must be called NAME.csd, but this is 'frames.h5'");
    }
}
