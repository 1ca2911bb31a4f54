package org.undertone.extraction;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undertone.corpus.CsdHeading;
import org.undertone.corpus.CsdWriter;
import org.undertone.corpus.Emotion;
import org.undertone.corpus.Utterance;
import org.undertone.features.FrameColumns;
import org.undertone.storage.StagedFile;

/**
 * The computational sequences of an extraction: the frames of each recording in {@code FILE.csd}, and its labelled clips
 * in {@code FILE-labels.csd} in the columns of CMU-MOSEI.
 *
 * @param features where the frames go
 * @param labels where labels go, if there are any
 */
record SequenceFiles(Path features, Path labels) {
    private static final String CREATOR = "Undertone";
    private static final String ENDING = ".csd";
    private static final int FRAMES_PER_SECOND = 100;
    /** CMU-MOSEI's names of the columns, in its order: those of {@link Emotion} behind the sentiment. */
    private static final List<String> LABEL_COLUMNS =
            List.of("sentiment", "happy", "sad", "anger", "surprise", "disgust", "fear");

    /**
     * The names of the files; the one for the frames as given.
     *
     * @throws IllegalArgumentException where it does not end as the SDK insists that it ends
     */
    static SequenceFiles of(Path features) {
        // The root of a file system has no name.
        String name = features.getFileName() == null ? "" + features : "" + features.getFileName();
        if (!name.endsWith(ENDING)) {
            throw new IllegalArgumentException(
                    "a computational sequence must be called NAME.csd, but this is '" + name + "'");
        }
        String stem = name.substring(0, name.length() - ENDING.length());
        return new SequenceFiles(features, features.resolveSibling(stem + "-labels" + ENDING));
    }

    /** Refuses names that are taken. */
    void refuseExisting() throws IOException {
        for (Path file : List.of(features, labels)) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(
                        file.toString(), null, "exists already; name another file or remove it");
            }
        }
    }

    /** Refuses places where they could not be written in the end. */
    void refuseUnwritable() throws IOException {
        StagedFile.refuseUnwritable(features);
        StagedFile.refuseUnwritable(labels);
    }

    /** Whether they are to lie in a directory. */
    boolean liesIn(Path directory) {
        return features.toAbsolutePath()
                .normalize()
                .startsWith(directory.toAbsolutePath().normalize());
    }

    /**
     * Writes them.
     *
     * @param parts frames by the name of the recording
     * @param clips of these recordings
     * @return the files that were written: one, or two where a clip is labelled
     */
    List<Path> write(String dataset, Map<String, String> settings, Map<String, Part> parts, List<Utterance> clips)
            throws IOException {
        List<FrameEntry> frames = new ArrayList<>();
        parts.forEach((id, part) -> frames.add(new FrameEntry(id, part)));
        String description = "acoustic features as of COVAREP, 74 columns, 100 rows per second; " + settings;
        CsdWriter.write(
                features,
                new CsdHeading("COVAREP", description, FrameColumns.COVAREP.names(), dataset, CREATOR),
                frames);
        var labelledClips = clips.stream()
                .filter(Utterance::labelled)
                .collect(Collectors.groupingBy(Utterance::source, LinkedHashMap::new, Collectors.toList()));
        List<LabelEntry> labelled = new ArrayList<>();
        labelledClips.forEach((id, rows) -> labelled.add(new LabelEntry(id, rows)));
        if (labelled.isEmpty()) {
            return List.of(features);
        }
        String meaning = "intensities of emotions, 0 to 3; sentiment unknown, 0";
        CsdWriter.write(labels, new CsdHeading("All Labels", meaning, LABEL_COLUMNS, dataset, CREATOR), labelled);
        return List.of(features, labels);
    }

    /** The frames of a recording. */
    private record FrameEntry(String id, Part part) implements CsdWriter.Entry {
        @Override
        public int rows() {
            return Math.toIntExact(part.rows());
        }

        @Override
        public double start(int row) {
            return (double) row / FRAMES_PER_SECOND;
        }

        @Override
        public double end(int row) {
            return (row + 1.0) / FRAMES_PER_SECOND;
        }

        @Override
        public void features(CsdWriter.RowSink sink) throws IOException {
            part.read(0, part.rows(), sink::take);
        }
    }

    /** The labelled clips of a recording. */
    private record LabelEntry(String id, List<Utterance> clips) implements CsdWriter.Entry {
        @Override
        public int rows() {
            return clips.size();
        }

        @Override
        public double start(int row) {
            return clips.get(row).start();
        }

        @Override
        public double end(int row) {
            return clips.get(row).end();
        }

        @Override
        public void features(CsdWriter.RowSink sink) throws IOException {
            for (Utterance clip : clips) {
                var row =
                        ByteBuffer.allocate(LABEL_COLUMNS.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                Stream.concat(Stream.of(0.0), clip.intensities().stream())
                        .forEach(value -> row.putFloat(value.floatValue()));
                sink.take(row.flip());
            }
        }
    }
}
