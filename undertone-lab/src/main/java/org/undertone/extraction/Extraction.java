package org.undertone.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.undertone.audio.AudioStream;
import org.undertone.storage.StagedDirectory;

/**
 * Makes a corpus of recordings. Frames are computed in parallel, and each recording's are on the disk as soon as it is
 * done; a recording that fails is listed and the others go on. What comes out depends neither on the number of workers
 * nor on whether the work was interrupted on the way.
 */
public final class Extraction {
    private final List<Recording> recordings;
    private final WorkDirectory work;
    private final WorkMeter meter;
    private final long[] bytes;
    private final Outcomes outcomes;

    private Extraction(List<Recording> recordings, WorkDirectory work, ExtractionListener listener) {
        this.recordings = recordings;
        this.work = work;
        this.bytes = recordings.stream().mapToLong(Extraction::bytes).toArray();
        this.meter = new WorkMeter(listener, Arrays.stream(bytes).sum());
        this.outcomes = new Outcomes(recordings);
    }

    /**
     * Extracts. Where no recording succeeds no corpus is made; where the work is interrupted, or its results cannot be
     * written, what is finished stays beside the target for the next run.
     *
     * @param recordings in the order in which they are to be in the corpus, of different names
     * @param extractions asked once by each worker
     * @throws java.nio.file.FileAlreadyExistsException if the target exists and is not an empty directory, or an earlier
     *     run has left work and this one does not resume it
     */
    public static ExtractionReport run(
            List<Recording> recordings,
            ExtractionSettings settings,
            Supplier<FrameExtraction> extractions,
            ExtractionListener listener)
            throws IOException {
        requireDifferent(recordings);
        StagedDirectory.refuseOccupied(settings.target());
        if (settings.csd().isPresent()) {
            SequenceFiles sequences = SequenceFiles.of(settings.csd().get());
            if (!settings.resume()) {
                sequences.refuseExisting();
            }
            sequences.refuseUnwritable();
        }
        var work = WorkDirectory.open(settings.target(), settings.description(), settings.resume());
        var extraction = new Extraction(List.copyOf(recordings), work, listener);
        extraction.extract(settings.workers(), extractions);
        ExtractionReport report = new CorpusAssembly(extraction.outcomes, settings).report();
        work.remove();
        return report;
    }

    /** Where what is finished of an interrupted extraction stays. */
    public static Path unfinished(Path target) {
        return WorkDirectory.beside(target);
    }

    private static void requireDifferent(List<Recording> recordings) {
        if (recordings.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one recording, but there is none");
        }
        var names = new HashSet<String>();
        var clips = new HashSet<String>();
        for (Recording recording : recordings) {
            if (!names.add(recording.id())) {
                throw new IllegalArgumentException("there are two recordings '" + recording.id() + "'");
            }
            for (Clip clip : recording.clips()) {
                if (!clips.add(clip.id())) {
                    throw new IllegalArgumentException("there are two clips '" + clip.id() + "'");
                }
            }
        }
    }

    /** Its size; 0 where it cannot be told, which comes out again when it is opened. */
    private static long bytes(Recording recording) {
        try {
            return recording.audio().bytes();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private void extract(int workers, Supplier<FrameExtraction> extractions) {
        // The largest first, so that no worker is left alone with it in the end.
        int[] order = IntStream.range(0, recordings.size())
                .boxed()
                .sorted(Comparator.comparingLong(number -> -bytes[number]))
                .mapToInt(Integer::intValue)
                .toArray();
        SharedOut.run(
                workers,
                order.length,
                () -> {
                    FrameExtraction extraction = extractions.get();
                    return task -> extract(order[task], extraction);
                },
                meter::stop);
    }

    /** One recording; whatever is wrong with it is noted and ends nothing else. */
    private void extract(int number, FrameExtraction extraction) {
        Recording recording = recordings.get(number);
        WorkMeter.Course course = meter.course(bytes[number]);
        try {
            String audioSha256 = recording.audio().sha256();
            String identity = work.identity(audioSha256);
            Optional<Part> finished = work.find(identity);
            if (finished.isPresent()) {
                outcomes.succeeded(number, finished.get());
                course.resumed();
                return;
            }
            outcomes.succeeded(number, compute(recording, extraction, course, identity, audioSha256));
        } catch (CancellationException | WorkFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            meter.failed(outcomes.failed(number, Reason.of(recording.audio().place(), e)));
        }
        course.end();
    }

    private Part compute(
            Recording recording,
            FrameExtraction extraction,
            WorkMeter.Course course,
            String identity,
            String audioSha256)
            throws IOException {
        try (AudioStream audio = course.metered(recording.audio().open());
                PartWriter writer = work.create(identity, audioSha256)) {
            extraction.extract(audio, writer);
            if (writer.rows() == 0) {
                throw new IllegalArgumentException(
                        "lasts " + 1000 * course.samples() / audio.rate() + " ms, which is too short for a frame");
            }
            return writer.commit(course.samples(), audio.rate());
        }
    }
}
