package org.undertone.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.Emotion;
import org.undertone.corpus.Split;
import org.undertone.corpus.Utterance;
import org.undertone.metrics.Rounding;

/** What the labels of a corpus look like. */
final class LabelCounts {

    private static final int CLASSES = 4;

    private LabelCounts() {}

    static ExperimentResults.LabelStatistics of(Corpus corpus) {
        List<Utterance> labelled =
                corpus.utterances().stream().filter(Utterance::labelled).toList();
        List<Integer> present = new ArrayList<>();
        List<List<Integer>> rounded = new ArrayList<>();
        for (Emotion emotion : Emotion.values()) {
            int[] counts = new int[CLASSES];
            labelled.forEach(clip -> counts[Rounding.toClass(clip.intensity(emotion))]++);
            present.add((int) labelled.stream()
                    .filter(clip -> clip.intensity(emotion) > 0)
                    .count());
            rounded.add(IntStream.of(counts).boxed().toList());
        }
        int groups = (int)
                corpus.utterances().stream().map(Utterance::group).distinct().count();
        return new ExperimentResults.LabelStatistics(labelled.size(), present, rounded, groups);
    }

    /** What a reader must know about the labels that are evaluated. */
    static List<String> remarks(Corpus corpus, List<Split> splits) {
        List<String> remarks = new ArrayList<>();
        for (Emotion emotion : Emotion.values()) {
            long present = splits.stream()
                    .flatMapToInt(split -> IntStream.of(FoldData.labelledOf(corpus, split.evaluation())))
                    .filter(clip -> corpus.utterance(clip).intensity(emotion) > 0)
                    .count();
            if (present == 0) {
                remarks.add("No evaluation clip is labelled with " + emotion.label()
                        + ": scores that need one are undefined for it and left out of means.");
            }
        }
        return remarks;
    }
}
