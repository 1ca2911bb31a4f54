package org.undertone.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.undertone.corpus.Utterance;
import org.undertone.storage.JsonFile;

/**
 * The scores of a corpus' clips, printed.
 *
 * @param scores {@code [clip][emotion]}
 */
record ClipScores(List<String> emotions, List<Utterance> clips, double[][] scores) {
    void print(PredictionFormat format, PrintStream out) {
        switch (format) {
            case CSV -> printCsv(out);
            case JSONL -> printJsonLines(out);
            default -> printTable(out);
        }
    }

    /** For people: three digits behind the point. */
    private void printTable(PrintStream out) {
        var table = TextTable.of(row("clip", emotions));
        for (int clip = 0; clip < scores.length; clip++) {
            List<String> cells =
                    Arrays.stream(scores[clip]).mapToObj(Figures::decimal).toList();
            table.row(row(clips.get(clip).id(), cells));
        }
        table.print(out);
    }

    private void printCsv(PrintStream out) {
        out.println(
                "clip,source,start,end," + emotions.stream().map(Cells::quoted).collect(Collectors.joining(",")));
        for (int clip = 0; clip < scores.length; clip++) {
            Utterance at = clips.get(clip);
            String numbers =
                    Arrays.stream(scores[clip]).mapToObj(Double::toString).collect(Collectors.joining(","));
            out.println(Cells.quoted(at.id()) + "," + Cells.quoted(at.source()) + "," + at.start() + "," + at.end()
                    + "," + numbers);
        }
    }

    private void printJsonLines(PrintStream out) {
        for (int clip = 0; clip < scores.length; clip++) {
            Utterance at = clips.get(clip);
            var line = JsonFile.object()
                    .put("clip", at.id())
                    .put("source", at.source())
                    .put("start", at.start())
                    .put("end", at.end());
            var named = line.putObject("scores");
            for (int emotion = 0; emotion < emotions.size(); emotion++) {
                named.put(emotions.get(emotion), scores[clip][emotion]);
            }
            out.println(line);
        }
    }

    private static String[] row(String first, List<String> others) {
        List<String> row = new ArrayList<>();
        row.add(first);
        row.addAll(others);
        return row.toArray(String[]::new);
    }
}
