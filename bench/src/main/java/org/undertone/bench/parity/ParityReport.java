package org.undertone.bench.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.undertone.features.FrameColumns;

/** Writes docs/covarep-parity.md: our features beside those of the original COVAREP, on data that lies outside. */
public final class ParityReport {
    private ParityReport() {}

    /** Arguments: the directory of the data, and the file to write. */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments.length > 0 ? arguments[0] : "");
        if (arguments.length != 2 || !Files.isDirectory(data.resolve("covarep-golden/wav"))) {
            System.err.println("parity: there is no directory covarep-golden/wav in '" + data
                    + "'; give the directory of the data and the file to write");
            System.exit(1);
        }
        Files.writeString(Path.of(arguments[1]), report(data));
        System.out.println(arguments[1]);
    }

    private static String report(Path data) throws IOException {
        var text = new StringBuilder(INTRODUCTION);
        var golden = data.resolve("covarep-golden");
        progress("16 kHz");
        new GoldenSet(golden.resolve("wav"))
                .compareByRate()
                .forEach((rate, comparison) -> append(text, "Golden files at " + rate + " Hz", comparison));
        progress("intermediate values");
        text.append("\n## Intermediate values, golden files at 16 kHz\n\n")
                .append(new StageComparison(golden.resolve("wav")).table());
        progress("other versions");
        var versions = new Versions(golden.resolve("wav"));
        append(text, "The original beside itself, another random seed", versions.anotherSeed());
        append(text, "Rd by the paper's formula beside version 1.4.1", versions.papersRd());
        progress("other rates");
        new GoldenSet(golden.resolve("native"))
                .compareByRate()
                .forEach((rate, comparison) -> append(text, "Native rate, " + rate + " Hz", comparison));
        progress("edges");
        var edges = new GoldenSet(golden.resolve("edge"));
        edges.compareByRate().forEach((rate, comparison) -> append(text, "Edge cases", comparison));
        text.append("\n## What can be analysed at all\n\n").append(edges.outcomes());
        Path emodb = data.resolve("emodb-covarep/EMODB_COVAREP.csd");
        if (Files.exists(emodb)) {
            progress("EmoDB");
            append(text, "The whole of EmoDB", EmodbComparison.of(emodb, data.resolve("emodb")));
        } else {
            text.append("\n## The whole of EmoDB\n\nNot compared: there is no emodb-covarep/EMODB_COVAREP.csd.\n");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String title, Comparison comparison) {
        text.append(String.format(
                Locale.ROOT,
                "%n## %s%n%n%d files, %d rows of %d columns.%n%n%s",
                title,
                comparison.files(),
                comparison.rows(),
                FrameColumns.COVAREP.count(),
                comparison.table()));
    }

    private static void progress(String part) {
        System.err.println("parity: " + part);
    }

    private static final String INTRODUCTION = """
            # Parity with the original COVAREP

            Recipe `covarep-1.4.2` beside the output of COVAREP (2019-02-25) under GNU Octave with MATLAB's conventions, computed in
            double. Made by one command:

            ```sh
            bench/parity DATA docs/covarep-parity.md
            ```

            DATA holds `covarep-golden/` (audio, outputs and intermediate tracks of the original) and `emodb-covarep/`; neither is part
            of this repository. A difference within the tolerance counts as inside; so does one in the ninth digit, the last one that the
            original's files have. "Files x columns that keep it" applies the share to each column of each file by itself.

            Two columns cannot be met better than the original meets itself: the bins above the last harmonic are filled with random
            phases, which HMPDM_24 consists of for high voices, and HMPDD is decided by rounding errors wherever the deviation of a
            phase is exactly zero, mostly in the first and last frames. A section below shows the original beside itself.
            """;
}
