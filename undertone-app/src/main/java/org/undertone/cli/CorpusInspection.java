package org.undertone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.undertone.corpus.Corpus;
import org.undertone.corpus.CorpusDescription;
import org.undertone.corpus.CorpusDescription.Dropped;
import org.undertone.corpus.Emotion;
import org.undertone.corpus.Utterance;

/** A corpus directory: clips, groups, folds, labels, columns, and where it came from. */
final class CorpusInspection implements Inspection {
    private static final int SOURCES_LISTED = 12;

    @Override
    public String kind() {
        return "a corpus";
    }

    @Override
    public boolean recognises(Path path) {
        return Files.exists(path.resolve("corpus.json"));
    }

    @Override
    public void print(Path path, PrintStream out) throws IOException {
        try (var corpus = Corpus.open(path)) {
            out.println("corpus " + path);
            printClips(corpus, out);
            printLabels(corpus.utterances(), out);
            printColumns(corpus.description(), out);
            printOrigin(corpus.description(), out);
        }
    }

    private static void printClips(Corpus corpus, PrintStream out) {
        List<Utterance> clips = corpus.utterances();
        int[] frames =
                IntStream.range(0, clips.size()).map(corpus::frames).sorted().toArray();
        double rate = corpus.frameRate();
        var table = TextTable.ofPairs()
                .row("clips", Figures.count(clips.size()))
                .row(
                        "labelled",
                        Figures.count(clips.stream().filter(Utterance::labelled).count()))
                .row("frames", Figures.count(corpus.description().rows()))
                .row("duration", Durations.words(corpus.description().rows() / rate))
                .row("frames per second", Double.toString(rate))
                .row("columns", Figures.count(corpus.columns().count()));
        if (frames.length > 0) {
            String lengths = Figures.decimal(frames[0] / rate) + " to "
                    + Figures.decimal(frames[frames.length - 1] / rate) + " s, median "
                    + Figures.decimal(frames[frames.length / 2] / rate) + " s";
            table.row("length of a clip", lengths);
        }
        table.row("groups", sizes(clips, Utterance::group));
        table.row("folds", folds(clips));
        table.row("identity", corpus.hash());
        table.print(out);
    }

    private static String sizes(List<Utterance> clips, Function<Utterance, String> key) {
        Map<String, Long> sizes = tally(clips, key);
        long[] sorted =
                sizes.values().stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? "0"
                : Figures.count(sorted.length) + ", of " + sorted[0] + " to " + sorted[sorted.length - 1] + " clips";
    }

    private static String folds(List<Utterance> clips) {
        return tally(clips, Utterance::split).entrySet().stream()
                .map(fold -> (fold.getKey().isEmpty() ? "none" : fold.getKey()) + " (" + fold.getValue() + " clips)")
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Long> tally(List<Utterance> clips, Function<Utterance, String> key) {
        return clips.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }

    private static void printLabels(List<Utterance> clips, PrintStream out) {
        List<Utterance> labelled = clips.stream().filter(Utterance::labelled).toList();
        if (labelled.isEmpty()) {
            return;
        }
        out.println();
        var table = TextTable.of("emotion", "mean", "highest", "present", "share");
        for (Emotion emotion : Emotion.values()) {
            double[] values = labelled.stream()
                    .mapToDouble(clip -> clip.intensity(emotion))
                    .toArray();
            long present = Arrays.stream(values)
                    .filter(value -> value > Emotion.LOWEST)
                    .count();
            table.row(
                    emotion.label(),
                    Figures.decimal(Arrays.stream(values).average().orElse(0)),
                    Figures.decimal(Arrays.stream(values).max().orElse(0)),
                    Figures.count(present),
                    Figures.share(present, values.length));
        }
        table.print(out);
    }

    private static void printColumns(CorpusDescription description, PrintStream out) {
        out.println();
        if (!description.missingValues().isEmpty()) {
            var table = TextTable.of("column", "missing", "share");
            description
                    .missingValues()
                    .forEach((column, count) ->
                            table.row(column, Figures.count(count), Figures.share(count, description.rows())));
            table.print(out);
        } else {
            out.println("no value is missing");
        }
        List<String> dead = description.deadColumns();
        out.println(dead.isEmpty() ? "no column is dead" : "dead columns: " + String.join(" ", dead));
    }

    private static void printOrigin(CorpusDescription description, PrintStream out) {
        out.println();
        var table = TextTable.of("source", "file", "bytes", "SHA-256");
        List<CorpusDescription.Source> sources = description.sources();
        sources.stream()
                .limit(SOURCES_LISTED)
                .forEach(source ->
                        table.row(source.role(), source.file(), Figures.count(source.bytes()), source.sha256()));
        table.print(out);
        if (sources.size() > SOURCES_LISTED) {
            out.println("and " + Figures.count(sources.size() - SOURCES_LISTED) + " more, which corpus.json lists");
        }
        description.extraction().forEach((name, setting) -> out.println("extracted with " + name + ": " + setting));
        description.repairs().forEach((kind, count) -> out.println(kind + ": " + Figures.count(count)));
        Map<String, Long> reasons = description.dropped().stream()
                .collect(Collectors.groupingBy(Dropped::reason, TreeMap::new, Collectors.counting()));
        reasons.forEach(
                (reason, count) -> out.println("segments dropped because " + reason + ": " + Figures.count(count)));
        description.warnings().forEach(warning -> out.println("warning: " + warning));
    }
}
