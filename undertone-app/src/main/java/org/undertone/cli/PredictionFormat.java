package org.undertone.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.undertone.model.ModelDescription;

/** How predictions are printed. */
enum PredictionFormat {
    /** For people. */
    TABLE {
        @Override
        PredictionRows rows(ModelDescription model, List<String> files, PrintStream out) {
            return new TableRows(files, model.emotions(), model.uncertainties(), out);
        }
    },
    /** As RFC 4180 has it. */
    CSV {
        @Override
        PredictionRows rows(ModelDescription model, List<String> files, PrintStream out) {
            return new CsvRows(model.emotions(), out);
        }
    },
    /** A JSON object on each line. */
    JSONL {
        @Override
        PredictionRows rows(ModelDescription model, List<String> files, PrintStream out) {
            return new JsonRows(out);
        }
    };

    /**
     * Rows of this format.
     *
     * @param files the names that rows will have
     */
    abstract PredictionRows rows(ModelDescription model, List<String> files, PrintStream out);

    /** The format of a name. */
    static PredictionFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("--format must be table, csv or jsonl but is '" + name + "'"));
    }
}
