package org.undertone.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.AudioStream;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.Utterance;
import org.undertone.storage.FileFormatException;

class ExtractionTest {
    private static final int RATE = 8000;
    private static final List<Double> ANGER = List.of(0.0, 0.0, 2.0, 0.0, 0.0, 0.0);
    private static final Map<String, String> FAKE = Map.of("recipe", "fake");

    @TempDir
    private Path directory;

    /** Lasts 10 ms times {@code frames}; every sample is {@code level / 80}, so that column 0 is the level. */
    private static AudioSource level(double level, int frames) {
        int count = frames * RATE / 100;
        return new GeneratedAudio("level " + level, level + " " + frames, RATE, count, () -> {
            var samples = new double[count];
            java.util.Arrays.fill(samples, level / (RATE / 100));
            return samples;
        });
    }

    private static List<Recording> levels(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Recording.whole("r" + i, "g" + i % 3, ANGER, level(0.5 + i, 3 + 7 * i % 5)))
                .toList();
    }

    private static AudioSource broken(IOException failure) {
        return new AudioSource() {
            @Override
            public String name() {
                return "broken.wav";
            }

            @Override
            public long bytes() {
                return 100;
            }

            @Override
            public String sha256() {
                return "0".repeat(64);
            }

            @Override
            public AudioStream open() throws IOException {
                throw failure;
            }
        };
    }

    private ExtractionReport run(Path target, List<Recording> recordings, int workers) throws IOException {
        return Extraction.run(
                recordings, ExtractionSettings.of(target, workers, FAKE), FakeExtraction::new, ExtractionListener.NONE);
    }

    private static Map<String, byte[]> bytes(Path directory) throws IOException {
        var content = new TreeMap<String, byte[]>();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                content.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return content;
    }

    @Test
    void writesEveryFrameAndLabelInTheOrderGiven() throws IOException {
        Path target = directory.resolve("corpus");
        ExtractionReport report = run(target, levels(5), 2);
        assertThat(report.failures()).isEmpty();
        try (Corpus corpus = Corpus.open(target)) {
            assertThat(corpus.utterances()).extracting(Utterance::id).containsExactly("r0", "r1", "r2", "r3", "r4");
            assertThat(corpus.utterances()).extracting(Utterance::group).containsExactly("g0", "g1", "g2", "g0", "g1");
            assertThat(corpus.utterance(1)).isEqualTo(new Utterance("r1", "r1", "g1", 0, 0.05, "", ANGER));
            assertThat(corpus.frameRate()).isEqualTo(100);
            assertThat(corpus.description().extraction()).isEqualTo(FAKE);
            assertThat(corpus.description().sources())
                    .extracting(source -> source.role() + " " + source.file())
                    .startsWith("audio level 0.5", "audio level 1.5");
            for (int clip = 0; clip < 5; clip++) {
                assertThat(corpus.frames(clip)).isEqualTo(3 + 7 * clip % 5);
                var frame = new float[74];
                corpus.read(clip, corpus.frames(clip) - 1, 1, frame, 0);
                assertThat(frame[0]).isCloseTo(0.5f + clip, org.assertj.core.data.Offset.offset(1e-5f));
                assertThat(frame[73]).isCloseTo(74 * frame[0], org.assertj.core.data.Offset.offset(1e-3f));
            }
        }
        assertThat(directory).isDirectoryNotContaining("glob:**.extracting");
    }

    @Test
    void givesTheSameBytesForAnyNumberOfWorkers() throws IOException {
        run(directory.resolve("one"), levels(9), 1);
        run(directory.resolve("four"), levels(9), 4);
        assertThat(bytes(directory.resolve("four")))
                .usingRecursiveComparison()
                .isEqualTo(bytes(directory.resolve("one")));
    }

    @Test
    void namesAFailedFileByItsPathSoThatNamesakesAreToldApart() throws IOException {
        Path file =
                Files.writeString(Files.createDirectory(directory.resolve("b")).resolve("same.wav"), "");
        var audio = new AudioFile(
                file,
                (path, how) -> {
                    throw new IOException("is silent");
                },
                AudioSettings.DEFAULT);
        ExtractionReport report =
                run(directory.resolve("corpus"), List.of(Recording.whole("same", "g", List.of(), audio)), 1);
        assertThat(report.failures()).containsExactly(new ExtractionFailure("same", file + ": is silent"));
    }

    @Test
    void listsWhatFailsAndKeepsTheRest() throws IOException {
        var recordings = new ArrayList<>(levels(3));
        var damaged = new FileFormatException(Path.of("broken.wav"), "header", "is cut off");
        recordings.add(1, Recording.whole("bad", "g", List.of(), broken(damaged)));
        recordings.add(
                Recording.whole("short", "g", List.of(), new GeneratedAudio("s", "s", RATE, 40, () -> new double[40])));
        ExtractionReport report = run(directory.resolve("corpus"), recordings, 2);
        assertThat(report.failures())
                .containsExactly(
                        new ExtractionFailure("bad", "broken.wav: header: is cut off"),
                        new ExtractionFailure("short", "s: lasts 5 ms, which is too short for a frame"));
        try (Corpus corpus = Corpus.open(directory.resolve("corpus"))) {
            assertThat(corpus.utterances()).extracting(Utterance::id).containsExactly("r0", "r1", "r2");
            assertThat(corpus.description().dropped())
                    .extracting(dropped -> dropped.id() + ": " + dropped.reason())
                    .startsWith("bad: broken.wav: header: is cut off");
        }
    }

    @Test
    void makesNoCorpusWhereNothingSucceeds() throws IOException {
        var recordings = List.of(Recording.whole("bad", "g", List.of(), broken(new IOException("is cut off"))));
        ExtractionReport report = run(directory.resolve("corpus"), recordings, 2);
        assertThat(report.description()).isEmpty();
        assertThat(report.failures()).containsExactly(new ExtractionFailure("bad", "broken.wav: is cut off"));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void cutsClipsThatMayOverlapFromOneRecording() throws IOException {
        var clips = List.of(
                new Clip("r[0]", "a", 0.02, OptionalDouble.of(0.05), "train", ANGER),
                new Clip("r[1]", "b", 0.035, OptionalDouble.empty(), "", List.of()),
                new Clip("r[2]", "b", 0.1, OptionalDouble.of(0.2), "", List.of()));
        ExtractionReport report = run(directory.resolve("corpus"), List.of(new Recording("r", level(1, 8), clips)), 1);
        assertThat(report.failures())
                .containsExactly(
                        new ExtractionFailure("r[2]", "clip 'r[2]' lies outside its recording, which lasts 0.08 s"));
        try (Corpus corpus = Corpus.open(directory.resolve("corpus"))) {
            assertThat(corpus.utterances())
                    .containsExactly(
                            new Utterance("r[0]", "r", "a", 0.02, 0.05, "train", ANGER),
                            new Utterance("r[1]", "r", "b", 0.035, 0.08, "", List.of()));
            assertThat(corpus.frames(0)).isEqualTo(3);
            assertThat(corpus.frames(1)).isEqualTo(5);
        }
    }

    @Test
    void goesOnAfterAnInterruptionAndGivesTheSameBytes() throws IOException {
        Path target = directory.resolve("corpus");
        var calls = new AtomicInteger();
        assertThatThrownBy(() -> Extraction.run(
                        levels(9), ExtractionSettings.of(target, 2, FAKE), FakeExtraction::new, progress -> {
                            if (calls.incrementAndGet() > 20) {
                                throw new CancellationException("interrupted");
                            }
                        }))
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted");
        assertThat(target).doesNotExist();
        Path work = directory.resolve("corpus.extracting");
        assertThat(work).isNotEmptyDirectory();

        assertThatThrownBy(() -> run(target, levels(9), 2))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("go on with it by --resume");

        // One of what is there is damaged, as after a power cut; it must be computed again.
        List<Path> finished;
        try (var files = Files.walk(work)) {
            finished = files.filter(file -> file.toString().endsWith(".safetensors"))
                    .sorted()
                    .toList();
        }
        byte[] part = Files.readAllBytes(finished.get(0));
        part[part.length - 1] ^= 1;
        Files.write(finished.get(0), part);

        var computed = Collections.synchronizedList(new ArrayList<Integer>());
        var settings = ExtractionSettings.of(target, 2, FAKE);
        Extraction.run(
                levels(9),
                new ExtractionSettings(target, settings.csd(), settings.labels(), 2, true, FAKE),
                () -> (audio, sink) -> {
                    computed.add(1);
                    new FakeExtraction().extract(audio, sink);
                },
                ExtractionListener.NONE);
        assertThat(computed).hasSize(9 - finished.size() + 1);
        assertThat(work).doesNotExist();
        run(directory.resolve("whole"), levels(9), 1);
        assertThat(bytes(target)).usingRecursiveComparison().isEqualTo(bytes(directory.resolve("whole")));
    }

    @Test
    void doesNotTakeWhatOtherSettingsComputed() throws IOException {
        Path target = directory.resolve("corpus");
        var work = WorkDirectory.open(target, Map.of("recipe", "other"), false);
        AudioSource audio = level(1, 4);
        try (var writer = work.create(work.identity(audio.sha256()), audio.sha256());
                var stream = audio.open()) {
            new FakeExtraction().extract(stream, writer);
            writer.commit(320, RATE);
        }
        assertThat(WorkDirectory.open(target, Map.of("recipe", "other"), true).find(work.identity(audio.sha256())))
                .isPresent();
        var fake = WorkDirectory.open(target, FAKE, true);
        assertThat(fake.find(fake.identity(audio.sha256()))).isEmpty();
    }

    @Test
    void endsWhereResultsCannotBeKept() throws IOException {
        Path target = directory.resolve("corpus");
        assertThatThrownBy(() -> Extraction.run(
                        levels(4), ExtractionSettings.of(target, 2, FAKE), FakeExtraction::new, progress -> {
                            throw new UncheckedIOException(new IOException("no space left"));
                        }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void reportsProgressUpToTheWhole() throws IOException {
        var seen = Collections.synchronizedList(new ArrayList<ExtractionProgress>());
        Extraction.run(
                levels(4), ExtractionSettings.of(directory.resolve("corpus"), 2, FAKE), FakeExtraction::new, seen::add);
        ExtractionProgress last = seen.get(seen.size() - 1);
        assertThat(last.doneBytes()).isEqualTo(last.totalBytes()).isEqualTo(2 * 80 * (3 + 5 + 7 + 4));
        assertThat(last.audioSeconds()).isCloseTo(0.19, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(seen).isSortedAccordingTo(java.util.Comparator.comparing(ExtractionProgress::doneBytes));
    }

    @Test
    void refusesTwoRecordingsOfOneName() {
        var twice = List.of(levels(1).get(0), levels(1).get(0));
        assertThatThrownBy(() -> run(directory.resolve("corpus"), twice, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are two recordings 'r0'");
    }

    @Test
    void refusesATargetThatHoldsSomething() throws IOException {
        Files.writeString(directory.resolve("precious"), "x");
        assertThatThrownBy(() -> run(directory, levels(1), 1)).isInstanceOf(FileAlreadyExistsException.class);
    }
}
