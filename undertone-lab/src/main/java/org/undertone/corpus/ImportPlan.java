package org.undertone.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.undertone.features.FrameColumns;
import org.undertone.storage.FileFormatException;

/**
 * What is to be imported, known before anything is written: the videos that both files have, all of the same shape.
 *
 * @param acoustic the acoustic features, open
 * @param columns of a frame
 * @param videos in alphabetical order
 * @param bytes uncompressed size of the features of all videos
 */
record ImportPlan(CsdFile acoustic, FrameColumns columns, List<Video> videos, long bytes) {

    /** The segments of one video, in the order of the label file. */
    record Video(String id, List<Segment> segments) {}

    /**
     * Finds the videos that both files have and looks at the shape of each, so that a wrong file is refused at once.
     *
     * @param notes takes the segments of videos without features
     */
    static ImportPlan of(CsdFile acoustic, Map<String, List<Segment>> segments, CorpusNotes notes) throws IOException {
        // First, because a file of words or faces may well have other videos too, and its columns tell more.
        String any = acoustic.videos().iterator().next();
        checkColumns(acoustic, any, acoustic.entries(any).get(0).features().columns());
        List<Video> videos = new ArrayList<>();
        long bytes = 0;
        for (String video : segments.keySet()) {
            if (!acoustic.videos().contains(video)) {
                segments.get(video).forEach(segment -> notes.drop(segment, "its video has no acoustic features"));
                continue;
            }
            for (CsdEntry entry : acoustic.entries(video)) {
                checkColumns(acoustic, video, entry.features().columns());
                bytes += entry.features().bytes();
            }
            videos.add(new Video(video, segments.get(video)));
        }
        if (videos.isEmpty()) {
            throw new FileFormatException(
                    acoustic.file(),
                    "data",
                    "has no video in common with the label file: it has '"
                            + acoustic.videos().iterator().next() + "' and others, the label file '"
                            + segments.keySet().iterator().next() + "' and others");
        }
        int unlabelled = acoustic.videos().size() - videos.size();
        if (unlabelled > 0) {
            notes.warn("videos that have features but no labels were left out: " + unlabelled);
        }
        return new ImportPlan(acoustic, columns(acoustic, notes), videos, bytes);
    }

    private static void checkColumns(CsdFile acoustic, String video, int columns) throws FileFormatException {
        if (columns != CsdImport.COLUMNS) {
            throw new FileFormatException(
                    acoustic.file(),
                    "video '" + video + "'",
                    "has " + columns + " columns, but acoustic features have " + CsdImport.COLUMNS
                            + (columns == 6 || columns == 7 ? "; are acoustic and label file exchanged?" : ""));
        }
    }

    /** The file's names if it has one for each column; otherwise COVAREP's, whose order is then assumed. */
    private static FrameColumns columns(CsdFile acoustic, CorpusNotes notes) {
        List<String> names = acoustic.dimensionNames();
        if (names.size() == CsdImport.COLUMNS) {
            try {
                return new FrameColumns(names);
            } catch (IllegalArgumentException e) {
                notes.warn("the acoustic file's names of columns cannot be used: " + e.getMessage());
            }
        }
        notes.warn("the acoustic file does not name its columns; they are taken to be COVAREP's, in its order");
        return FrameColumns.COVAREP;
    }

    /**
     * Checks that a groups file has every video.
     *
     * @throws FileFormatException naming the first video without a group
     */
    void requireGroups(Path file, Map<String, String> groups) throws FileFormatException {
        for (Video video : videos) {
            if (!groups.containsKey(video.id())) {
                throw new FileFormatException(file, "file", "has no group for video '" + video.id() + "'");
            }
        }
    }
}
