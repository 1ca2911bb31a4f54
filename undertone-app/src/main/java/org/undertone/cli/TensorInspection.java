package org.undertone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.undertone.storage.SafetensorsFile;

/** A safetensors file: its tensors and its metadata. */
final class TensorInspection implements Inspection {
    @Override
    public String kind() {
        return "a tensor file (.safetensors)";
    }

    @Override
    public boolean recognises(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors");
    }

    @Override
    public void print(Path path, PrintStream out) throws IOException {
        try (var tensors = SafetensorsFile.open(path)) {
            out.println("tensor file " + path);
            var table = TextTable.of("tensor", "type", "shape", "bytes");
            for (String name : tensors.names()) {
                var entry = tensors.entry(name);
                String shape = entry.shape().stream().map(String::valueOf).collect(Collectors.joining(" x "));
                table.row(name, entry.type().toString(), shape, Figures.count(entry.bytes()));
            }
            table.print(out);
            tensors.metadata().forEach((key, text) -> out.println(key + ": " + text));
        }
    }
}
