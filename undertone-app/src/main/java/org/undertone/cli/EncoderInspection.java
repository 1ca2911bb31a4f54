package org.undertone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.undertone.model.PretrainedEncoder;

/** An encoder directory: its shape, its columns, where it came from. */
final class EncoderInspection implements Inspection {
    @Override
    public String kind() {
        return "an encoder";
    }

    @Override
    public boolean recognises(Path path) {
        return Files.exists(path.resolve("encoder.json"));
    }

    @Override
    public void print(Path path, PrintStream out) throws IOException {
        var encoder = PretrainedEncoder.read(path);
        out.println("encoder " + path);
        var table = TextTable.ofPairs();
        describe(encoder, table);
        table.print(out);
        printJson("provenance", encoder.description().provenance(), out);
        printJson("training", encoder.description().training(), out);
    }

    /** The rows that an encoder adds, also to the description of a model. */
    static void describe(PretrainedEncoder encoder, TextTable table) {
        var settings = encoder.settings();
        List<String> dead = encoder.standardizer().deadColumns();
        table.row("layers", settings.layers() + " x GRU " + settings.hidden() + ", Dense " + settings.outputs())
                .row("parameters", Figures.count(parameters(encoder)))
                .row("columns", Figures.count(encoder.columns().count()))
                .row("dead columns", dead.isEmpty() ? "none" : String.join(" ", dead))
                .row("frames per second", Double.toString(encoder.description().frameRate()));
    }

    private static long parameters(PretrainedEncoder encoder) {
        return encoder.weights().tensors().values().stream()
                .mapToLong(tensor -> tensor.length)
                .sum();
    }

    /** Free content below its heading, indented; nothing where there is none. */
    static void printJson(String heading, JsonNode content, PrintStream out) {
        if (!content.isEmpty()) {
            out.println();
            out.println(heading);
            content.toPrettyString().lines().forEach(line -> out.println("  " + line));
        }
    }
}
