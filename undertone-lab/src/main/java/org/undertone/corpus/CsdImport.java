package org.undertone.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.undertone.features.FrameColumns;
import org.undertone.storage.FileFormatException;

/**
 * Makes a corpus directory from a pair of computational sequences, acoustic features and labels, aligned as the CMU
 * Multimodal SDK does: one clip for each labelled segment that has features. One video is in memory at a time.
 */
public final class CsdImport {
    /** The number of columns that acoustic features have. */
    static final int COLUMNS = FrameColumns.COVAREP.count();

    private final ImportSettings settings;
    private final ImportProgress progress;
    private final CorpusNotes notes = new CorpusNotes();

    private CsdImport(ImportSettings settings, ImportProgress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Imports. Nothing is left behind where it fails.
     *
     * @throws FileFormatException naming the file and the video at fault
     * @throws java.nio.file.FileAlreadyExistsException if the target exists and is not an empty directory
     */
    public static ImportReport run(ImportSettings settings, ImportProgress progress) throws IOException {
        return new CsdImport(settings, progress).run();
    }

    private ImportReport run() throws IOException {
        Optional<Map<String, String>> groups = table(settings.groups(), "group");
        Optional<Map<String, String>> folds = table(settings.folds(), "fold");
        try (CsdFile acoustic = CsdFile.open(settings.acoustic());
                CsdFile labels = CsdFile.open(settings.labels())) {
            var plan = ImportPlan.of(acoustic, SegmentLabels.read(labels, notes), notes);
            if (groups.isPresent()) {
                plan.requireGroups(settings.groups().orElseThrow(), groups.get());
            }
            try (var sources = new SourceHashes();
                    CorpusWriter writer = CorpusWriter.create(settings.target(), plan.columns())) {
                sources.add("acoustic", acoustic);
                sources.add("labels", labels);
                addTable(sources, "groups", settings.groups());
                addTable(sources, "folds", settings.folds());
                double frameRate = write(plan, writer, new ClipLabels(groups, folds, notes), sources);
                sources.await().forEach(notes::source);
                return new ImportReport(settings.target(), writer.commit(frameRate, notes));
            }
        }
    }

    private double write(ImportPlan plan, CorpusWriter writer, ClipLabels clipLabels, SourceHashes sources)
            throws IOException {
        var rates = new FrameRates(notes);
        try (var pipe = new FramePipe(writer, COLUMNS * Float.BYTES)) {
            long done = 0;
            for (ImportPlan.Video video : plan.videos()) {
                var features = AcousticVideo.open(plan.acoustic(), video.id());
                if (features.alignment().reordered()) {
                    notes.repair("rows of a video sorted by start");
                }
                rates.add(video.id(), features.alignment().step());
                for (Segment segment : video.segments()) {
                    cut(segment, features, pipe, clipLabels);
                }
                done += features.bytes();
                sources.reached((double) done / plan.bytes());
                progress.at(done, plan.bytes());
            }
            pipe.finish();
        }
        if (writer.utterances().isEmpty()) {
            throw new FileFormatException(
                    settings.labels(),
                    "data",
                    "has no segment that lies within the features of " + settings.acoustic() + ": all "
                            + notes.dropped().size() + " were dropped, the first because "
                            + notes.dropped().get(0).reason());
        }
        return rates.median();
    }

    private void cut(Segment segment, AcousticVideo features, FramePipe pipe, ClipLabels clipLabels)
            throws IOException {
        String fault = segment.fault();
        // With the start as it is, before it is clipped to 0: so does the SDK.
        int[] rows = fault.isEmpty() ? features.alignment().rows(segment.start(), segment.end()) : new int[0];
        if (fault.isEmpty() && rows.length == 0) {
            fault = "it lies outside the features of its video";
        }
        if (!fault.isEmpty()) {
            notes.drop(segment, fault);
            return;
        }
        features.copy(rows, pipe);
        pipe.endClip(clipLabels.utterance(features.id(), segment));
    }

    private static Optional<Map<String, String>> table(Optional<Path> file, String column) throws IOException {
        return file.isPresent() ? Optional.of(VideoTable.read(file.get(), column)) : Optional.empty();
    }

    private static void addTable(SourceHashes sources, String role, Optional<Path> file) throws IOException {
        if (file.isPresent()) {
            sources.add(role, file.get(), "", "");
        }
    }
}
