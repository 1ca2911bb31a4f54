package org.undertone.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.undertone.storage.FileFormatException;

/** Reads a label file: which column is which emotion, and every segment of every video. */
final class SegmentLabels {
    private static final int EMOTIONS = Emotion.values().length;
    private static final String SENTIMENT = "sentiment";

    private final CsdFile file;
    private final CorpusNotes notes;
    /** The column of each emotion; null until the first video tells how many columns there are. */
    private int[] columns;

    private int width;

    private SegmentLabels(CsdFile file, CorpusNotes notes) {
        this.file = file;
        this.notes = notes;
    }

    /**
     * Reads the whole file.
     *
     * @param notes takes a warning where the order of the columns is assumed and looks wrong
     * @return segments by video, in the order of the file
     */
    static Map<String, List<Segment>> read(CsdFile file, CorpusNotes notes) throws IOException {
        var reader = new SegmentLabels(file, notes);
        Map<String, List<Segment>> segments = new TreeMap<>();
        for (String video : file.videos()) {
            segments.put(video, reader.segments(video));
        }
        if (segments.values().stream().allMatch(List::isEmpty)) {
            throw new FileFormatException(file.file(), "data", "holds no segments");
        }
        if (!reader.named()) {
            reader.checkPrevalence(segments);
        }
        return segments;
    }

    private List<Segment> segments(String video) throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (CsdEntry entry : file.entries(video)) {
            if (columns == null) {
                width = entry.features().columns();
                columns = columns(video);
            }
            if (entry.features().columns() != width) {
                throw new FileFormatException(
                        file.file(),
                        "video '" + video + "'",
                        "has " + entry.features().columns() + " columns, but others have " + width);
            }
            double[] intervals = entry.intervals().doubles();
            double[] values = entry.features().doubles();
            for (int row = 0; row < entry.rows(); row++) {
                segments.add(new Segment(
                        video + "[" + segments.size() + "]",
                        intervals[2 * row],
                        intervals[2 * row + 1],
                        intensities(values, row * width, entry.features().single())));
            }
        }
        return segments;
    }

    private List<Double> intensities(double[] values, int first, boolean single) {
        return Arrays.stream(columns)
                .mapToObj(column -> values[first + column])
                .map(value -> single ? shortest(value) : value)
                .toList();
    }

    /** The double that reads as the float does: .6666667, not .6666666865348816. */
    private static double shortest(double single) {
        return Double.parseDouble(Float.toString((float) single));
    }

    private int[] columns(String video) throws FileFormatException {
        if (width != EMOTIONS && width != EMOTIONS + 1) {
            throw new FileFormatException(
                    file.file(),
                    "video '" + video + "'",
                    "has " + width + " columns, but labels have 7 (sentiment and six emotions) or 6"
                            + (width == CsdImport.COLUMNS ? "; are acoustic and label file exchanged?" : ""));
        }
        return byName().orElseGet(this::byOrder);
    }

    private boolean named() {
        return byName().isPresent();
    }

    /** The columns that the file names, if it names all of them and the six emotions among them. */
    private Optional<int[]> byName() {
        List<String> names = file.dimensionNames();
        var found = new int[EMOTIONS];
        Arrays.fill(found, -1);
        for (int column = 0; column < names.size(); column++) {
            int at = column;
            Emotion.named(names.get(column)).ifPresent(emotion -> found[emotion.ordinal()] = at);
        }
        boolean all = Arrays.stream(found).noneMatch(column -> column < 0);
        return all && names.size() == width ? Optional.of(found) : Optional.empty();
    }

    private int[] byOrder() {
        int sentiment = width - EMOTIONS;
        notes.warn("the label file does not name its columns; their order is taken to be "
                + (sentiment == 1 ? SENTIMENT + ", " : "") + String.join(", ", Emotion.labels()));
        int[] inOrder = new int[EMOTIONS];
        Arrays.setAll(inOrder, emotion -> emotion + sentiment);
        return inOrder;
    }

    /** Where the order is assumed, checks it by what is known of such corpora: happiness is common, fear is not. */
    private void checkPrevalence(Map<String, List<Segment>> segments) {
        var present = new int[EMOTIONS];
        segments.values().stream().flatMap(List::stream).forEach(segment -> {
            for (int emotion = 0; emotion < EMOTIONS; emotion++) {
                present[emotion] += segment.intensities().get(emotion) > 0 ? 1 : 0;
            }
        });
        int[] sorted = present.clone();
        Arrays.sort(sorted);
        boolean happiestMost = present[Emotion.HAPPINESS.ordinal()] == sorted[EMOTIONS - 1];
        boolean twoRarest =
                present[Emotion.SURPRISE.ordinal()] <= sorted[1] && present[Emotion.FEAR.ordinal()] <= sorted[1];
        if (!happiestMost || !twoRarest) {
            List<String> counts = new ArrayList<>();
            for (Emotion emotion : Emotion.values()) {
                counts.add(emotion.label() + " " + present[emotion.ordinal()]);
            }
            notes.warn(
                    "the order of the label columns may be mistaken: usually happiness is the most frequent emotion, "
                            + "surprise and fear the rarest, but the segments in which each is present are "
                            + String.join(", ", counts));
        }
    }
}
