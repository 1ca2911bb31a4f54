package org.undertone.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.undertone.corpus.Utterance;
import org.undertone.storage.JsonFile;

/** How the scores of clips are printed. */
enum PredictionFormat {
    /** For people: three digits behind the point. */
    TABLE {
        @Override
        void print(List<String> emotions, List<Utterance> clips, double[][] scores, PrintStream out) {
            var table = TextTable.of(row("clip", emotions));
            for (int clip = 0; clip < scores.length; clip++) {
                List<String> cells =
                        Arrays.stream(scores[clip]).mapToObj(Figures::decimal).toList();
                table.row(row(clips.get(clip).id(), cells));
            }
            table.print(out);
        }
    },
    /** A heading, then a line for each clip, as RFC 4180 has it. */
    CSV {
        @Override
        void print(List<String> emotions, List<Utterance> clips, double[][] scores, PrintStream out) {
            out.println("clip,source,start,end,"
                    + emotions.stream().map(CSV::quoted).collect(Collectors.joining(",")));
            for (int clip = 0; clip < scores.length; clip++) {
                Utterance at = clips.get(clip);
                String numbers =
                        Arrays.stream(scores[clip]).mapToObj(Double::toString).collect(Collectors.joining(","));
                out.println(quoted(at.id()) + "," + quoted(at.source()) + "," + at.start() + "," + at.end() + ","
                        + numbers);
            }
        }
    },
    /** A JSON object on a line for each clip. */
    JSONL {
        @Override
        void print(List<String> emotions, List<Utterance> clips, double[][] scores, PrintStream out) {
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
    };

    /**
     * Prints a line for each clip.
     *
     * @param scores [clip][emotion]
     */
    abstract void print(List<String> emotions, List<Utterance> clips, double[][] scores, PrintStream out);

    /** The format of a name. */
    static PredictionFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("--format must be table, csv or jsonl but is '" + name + "'"));
    }

    String quoted(String cell) {
        return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    String[] row(String first, List<String> others) {
        List<String> row = new ArrayList<>();
        row.add(first);
        row.addAll(others);
        return row.toArray(String[]::new);
    }
}
