package org.undertone.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undertone.corpus.CorpusDescription;
import org.undertone.corpus.CorpusDescription.Source;
import org.undertone.corpus.CorpusNotes;
import org.undertone.corpus.CorpusWriter;
import org.undertone.corpus.Utterance;
import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;

/** Joins what the workers left to a corpus, in the order of the recordings. */
final class CorpusAssembly {
    private static final double FRAME_RATE = 1 / Frames.HOP_SECONDS;

    private final Outcomes outcomes;
    private final ExtractionSettings settings;
    private final CorpusNotes notes = new CorpusNotes();
    private final List<ExtractionFailure> failures = new ArrayList<>();

    CorpusAssembly(Outcomes outcomes, ExtractionSettings settings) {
        this.outcomes = outcomes;
        this.settings = settings;
    }

    /** Writes everything and says what it is. */
    ExtractionReport report() throws IOException {
        notes.extraction(settings.description());
        try (CorpusWriter writer = CorpusWriter.create(settings.target(), FrameColumns.COVAREP)) {
            for (int number = 0; number < outcomes.count(); number++) {
                Recording recording = outcomes.recording(number);
                outcomes.failure(number).ifPresent(failure -> drop(recording, failure));
                Optional<Part> part = outcomes.part(number);
                if (part.isPresent()) {
                    append(recording, part.get(), writer);
                }
            }
            if (writer.utterances().isEmpty()) {
                return new ExtractionReport(settings.target(), Optional.empty(), List.of(), failures);
            }
            if (settings.labels().isPresent()) {
                notes.source(labelSource(settings.labels().get()));
            }
            // Before the corpus is there: once it is, the work counts as done.
            List<Path> sequences = settings.csd().isEmpty() ? List.of() : writeSequences(writer.utterances());
            CorpusDescription description = writer.commit(FRAME_RATE, notes);
            return new ExtractionReport(settings.target(), Optional.of(description), sequences, failures);
        }
    }

    private List<Path> writeSequences(List<Utterance> clips) throws IOException {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (int number = 0; number < outcomes.count(); number++) {
            String id = outcomes.recording(number).id();
            outcomes.part(number).ifPresent(part -> parts.put(id, part));
        }
        String dataset =
                settings.target().toAbsolutePath().normalize().getFileName().toString();
        return SequenceFiles.of(settings.csd().orElseThrow()).write(dataset, settings.description(), parts, clips);
    }

    private static Source labelSource(Path table) throws IOException {
        return new Source("labels", table.getFileName().toString(), Files.size(table), Sha256.of(table), "", "");
    }

    private void append(Recording recording, Part part, CorpusWriter writer) throws IOException {
        notes.source(
                new Source("audio", recording.audio().name(), recording.audio().bytes(), part.audioSha256(), "", ""));
        for (Clip clip : recording.clips()) {
            double end = clip.end().orElse(Double.POSITIVE_INFINITY);
            long[] span = part.span(clip.start(), end);
            if (span[0] == span[1]) {
                drop(
                        clip,
                        "clip '" + clip.id() + "' lies outside its recording, which lasts " + part.duration() + " s");
            } else {
                part.read(span[0], span[1] - span[0], writer::append);
                writer.endClip(clip.utterance(recording.id(), part.duration()));
            }
        }
    }

    private void drop(Recording recording, ExtractionFailure failure) {
        failures.add(failure);
        recording.clips().forEach(clip -> note(clip, failure.reason()));
    }

    private void drop(Clip clip, String reason) {
        failures.add(new ExtractionFailure(clip.id(), reason));
        note(clip, reason);
    }

    private void note(Clip clip, String reason) {
        boolean whole = clip.start() == 0 && clip.end().isEmpty();
        notes.drop(clip.id(), whole ? Double.NaN : clip.start(), clip.end().orElse(Double.NaN), reason);
    }
}
