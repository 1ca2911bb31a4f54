package org.undertone.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Which clips share samples: the same source, overlapping in time by more than rounding. */
final class Overlaps {
    /** Times are written with microseconds at best; what overlaps by less does so by rounding. */
    static final double TOLERANCE_SECONDS = 1e-5;

    private Overlaps() {}

    /** Clips sorted by source, then start. */
    static int[] inTimeOrder(List<Utterance> utterances, int[] clips) {
        return Arrays.stream(clips)
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer clip) -> utterances.get(clip).source())
                        .thenComparingDouble(clip -> utterances.get(clip).start())
                        .thenComparingInt(clip -> clip))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Sets of clips that share samples directly or over others between them, each clip in exactly one. */
    static List<int[]> units(List<Utterance> utterances, int[] clips) {
        List<int[]> units = new ArrayList<>();
        List<Integer> unit = new ArrayList<>();
        double reached = Double.NEGATIVE_INFINITY;
        String source = null;
        for (int clip : inTimeOrder(utterances, clips)) {
            Utterance utterance = utterances.get(clip);
            boolean joined = utterance.source().equals(source) && utterance.start() < reached - TOLERANCE_SECONDS;
            if (!joined && !unit.isEmpty()) {
                units.add(Deal.toArray(unit));
                unit.clear();
            }
            reached = joined ? Math.max(reached, utterance.end()) : utterance.end();
            source = utterance.source();
            unit.add(clip);
        }
        if (!unit.isEmpty()) {
            units.add(Deal.toArray(unit));
        }
        return units;
    }
}
