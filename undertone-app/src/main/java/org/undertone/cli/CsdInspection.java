package org.undertone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.undertone.corpus.CsdFile;

/** A computational sequence: its extent, its columns, what it says about itself. */
final class CsdInspection implements Inspection {
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    @Override
    public String kind() {
        return "a computational sequence (.csd)";
    }

    @Override
    public boolean recognises(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        // A foreign file under this name is to be told what is wrong with it.
        if (path.toString().toLowerCase(Locale.ROOT).endsWith(".csd")) {
            return true;
        }
        try (var in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(HDF5.length), HDF5);
        }
    }

    @Override
    public void print(Path path, PrintStream out) throws IOException {
        try (var csd = CsdFile.open(path)) {
            var summary = csd.summary();
            out.println("computational sequence " + path);
            var table = TextTable.ofPairs()
                    .row("root", csd.rootName())
                    .row("size", Figures.bytes(Files.size(path)))
                    .row("videos", Figures.count(summary.videos()))
                    .row("entries", Figures.count(summary.entries()))
                    .row("rows", Figures.count(summary.rows()))
                    .row("columns", Figures.count(summary.columns()));
            if (!csd.dimensionNames().isEmpty()) {
                table.row("names", String.join(" ", csd.dimensionNames()));
            }
            // The names of the dimensions, fused with another entry in some files, stand above.
            csd.metadata().forEach((key, text) -> {
                if (!key.startsWith("dimension names")) {
                    table.row(key, text.strip().replaceAll("\\s+", " "));
                }
            });
            table.print(out);
        }
    }
}
