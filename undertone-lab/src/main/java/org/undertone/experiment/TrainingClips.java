package org.undertone.experiment;

import java.util.stream.IntStream;
import org.undertone.corpus.Corpus;

/**
 * The clips of a corpus that single commands may learn from: those of the fold {@value #TRAIN} where the corpus has one,
 * else all.
 */
final class TrainingClips {

    static final String TRAIN = "train";

    private TrainingClips() {}

    static int[] of(Corpus corpus) {
        boolean folds =
                corpus.utterances().stream().anyMatch(clip -> clip.split().equals(TRAIN));
        return IntStream.range(0, corpus.size())
                .filter(clip -> !folds || corpus.utterance(clip).split().equals(TRAIN))
                .toArray();
    }
}
