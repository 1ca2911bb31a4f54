package org.undertone.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.undertone.features.FrameColumns;

/**
 * Several corpora behind one another, for learning without labels from more speech than is labelled. Clips of the first
 * keep their numbers; names of the others are marked {@code 2:}, {@code 3:}, so that equal names of speakers in different
 * corpora do not make one group. The corpora stay their owner's to close.
 */
public final class JoinedCorpora implements ClipSource {

    private final List<Corpus> corpora;
    private final int[] firstClips;
    private final List<Utterance> utterances;

    private JoinedCorpora(List<Corpus> corpora, int[] firstClips, List<Utterance> utterances) {
        this.corpora = corpora;
        this.firstClips = firstClips;
        this.utterances = utterances;
    }

    /**
     * Joins corpora.
     *
     * @param first the corpus that is split and evaluated
     * @param more others, of the same columns and frame rate
     * @throws LeakException if another corpus holds data of the first, part of which is evaluated
     */
    public static JoinedCorpora of(Corpus first, List<Corpus> more) {
        List<Corpus> corpora = new ArrayList<>(List.of(first));
        corpora.addAll(more);
        int[] firstClips = new int[corpora.size()];
        List<Utterance> utterances = new ArrayList<>();
        for (int number = 0; number < corpora.size(); number++) {
            Corpus corpus = corpora.get(number);
            if (number > 0) {
                requireAlike(first, corpus, number + 1);
                requireOther(first, corpus, number + 1);
            }
            firstClips[number] = utterances.size();
            String mark = number == 0 ? "" : (number + 1) + ":";
            corpus.utterances().forEach(clip -> utterances.add(marked(clip, mark)));
        }
        return new JoinedCorpora(List.copyOf(corpora), firstClips, List.copyOf(utterances));
    }

    @Override
    public FrameColumns columns() {
        return corpora.get(0).columns();
    }

    @Override
    public double frameRate() {
        return corpora.get(0).frameRate();
    }

    @Override
    public List<Utterance> utterances() {
        return utterances;
    }

    @Override
    public int frames(int clip) {
        int number = corpusOf(clip);
        return corpora.get(number).frames(clip - firstClips[number]);
    }

    @Override
    public void read(int clip, int first, int count, float[] target, int offset) throws IOException {
        int number = corpusOf(clip);
        corpora.get(number).read(clip - firstClips[number], first, count, target, offset);
    }

    @Override
    public String hash() {
        String hashes = corpora.stream().map(Corpus::hash).collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Seed.sha256().digest(hashes.getBytes(StandardCharsets.UTF_8)));
    }

    private int corpusOf(int clip) {
        int number = corpora.size() - 1;
        while (firstClips[number] > clip) {
            number--;
        }
        return number;
    }

    private static Utterance marked(Utterance clip, String mark) {
        return mark.isEmpty()
                ? clip
                : new Utterance(
                        mark + clip.id(),
                        mark + clip.source(),
                        mark + clip.group(),
                        clip.start(),
                        clip.end(),
                        clip.split(),
                        clip.intensities());
    }

    private static void requireAlike(Corpus first, Corpus other, int number) {
        if (!other.columns().equals(first.columns()) || other.frameRate() != first.frameRate()) {
            throw new IllegalArgumentException("corpus " + number + " of those to pre-train on has "
                    + other.columns().count() + " columns at " + other.frameRate() + " frames/s, not the "
                    + first.columns().count() + " columns at " + first.frameRate() + " frames/s of the first");
        }
    }

    private static void requireOther(Corpus first, Corpus other, int number) {
        Set<String> sources = first.description().sources().stream()
                .filter(source ->
                        source.role().equals("acoustic") || source.role().equals("audio"))
                .map(CorpusDescription.Source::sha256)
                .collect(Collectors.toSet());
        boolean shared = other.description().sources().stream()
                .map(CorpusDescription.Source::sha256)
                .anyMatch(sources::contains);
        if (shared || other.hash().equals(first.hash())) {
            throw new LeakException(
                    "corpus " + number + " of those to pre-train on holds the data of the first, part of"
                            + " which is evaluated; leave it out");
        }
    }
}
