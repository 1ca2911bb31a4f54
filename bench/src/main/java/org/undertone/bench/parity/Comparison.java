package org.undertone.bench.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.undertone.features.Frames;

/** Frames beside those of the original, for any number of files, under a list of limits. */
final class Comparison {
    private final List<Tally> tallies;
    private final List<String> remarks = new ArrayList<>();
    private int files;
    private long rows;

    Comparison(List<Limit> limits) {
        tallies = limits.stream().map(Tally::new).toList();
    }

    void add(String file, GoldenTable expected, Frames actual) {
        files++;
        if (expected.rows().length != actual.count()) {
            remarks.add(file + ": " + actual.count() + " rows where the original has " + expected.rows().length);
        }
        int common = Math.min(expected.rows().length, actual.count());
        rows += common;
        for (Tally tally : tallies) {
            for (int column = 0; column < expected.columns().size(); column++) {
                String name = expected.columns().get(column);
                if (tally.limit().columns().matcher(name).matches()) {
                    int ours = actual.columns().index(name);
                    for (int row = 0; row < common; row++) {
                        tally.add(file, name, row, expected.rows()[row][column], actual.value(row, ours));
                    }
                }
            }
        }
    }

    /** Says that a file could not be compared, and why. */
    void remark(String remark) {
        remarks.add(remark);
    }

    int files() {
        return files;
    }

    long rows() {
        return rows;
    }

    /** A table in Markdown, and the remarks below it. */
    String table() {
        var text = new StringBuilder("""
                | column | tolerance | share inside | files x columns that keep it | correlation | worst file | largest difference | reason |
                |---|---|---|---|---|---|---|---|
                """);
        for (Tally tally : tallies) {
            if (!tally.isEmpty()) {
                Limit limit = tally.limit();
                text.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %.3f %% | %s | %.4f | %s | %s | %s |%n",
                        limit.title(),
                        limit.tolerances(),
                        100 * tally.share(),
                        tally.kept(),
                        tally.correlation(),
                        tally.worstFile(),
                        tally.worstDifference(),
                        tally.share() == 1 ? "-" : limit.reason()));
            }
        }
        remarks.forEach(remark -> text.append("\n* ").append(remark));
        return text.append('\n').toString();
    }
}
