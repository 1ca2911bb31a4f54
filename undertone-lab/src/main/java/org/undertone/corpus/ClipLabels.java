package org.undertone.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes utterances of segments: clips what lies outside its range, looks up group and fold, and notes what it mended. */
final class ClipLabels {
    /** Thirds stored as floats sum to 3 only nearly. */
    private static final double SUM_TOLERANCE = 1e-5;

    private static final double HIGHEST_SUM = 3;

    private final Optional<Map<String, String>> groups;
    private final Optional<Map<String, String>> folds;
    private final CorpusNotes notes;

    /**
     * Takes the tables there are.
     *
     * @param groups by video; every video that comes must be in it
     * @param folds by video
     */
    ClipLabels(Optional<Map<String, String>> groups, Optional<Map<String, String>> folds, CorpusNotes notes) {
        this.groups = groups;
        this.folds = folds;
        this.notes = notes;
    }

    Utterance utterance(String video, Segment segment) {
        if (segment.start() < 0) {
            notes.repair("negative start of a segment set to 0");
        }
        String fold = folds.map(known -> known.getOrDefault(video, "")).orElse("");
        if (folds.isPresent() && fold.isEmpty()) {
            notes.repair("clip in no fold");
        }
        return new Utterance(
                segment.id(),
                video,
                groups.map(known -> known.get(video)).orElse(video),
                Math.max(0, segment.start()),
                segment.end(),
                fold,
                intensities(segment.intensities()));
    }

    private List<Double> intensities(List<Double> values) {
        List<Double> clipped = new ArrayList<>();
        double sum = 0;
        for (double value : values) {
            double within = Math.min(Emotion.HIGHEST, Math.max(Emotion.LOWEST, value));
            if (within != value) {
                notes.repair("label outside [0, 3] clipped");
            }
            // Not -0.0, which reads as another text than 0.
            clipped.add(within + 0.0);
            sum += within;
        }
        if (sum > HIGHEST_SUM + SUM_TOLERANCE) {
            notes.repair("labels of a segment sum to more than 3, kept");
        }
        return clipped;
    }
}
