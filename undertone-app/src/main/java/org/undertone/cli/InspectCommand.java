package org.undertone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.undertone.storage.FileFormatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code undertone inspect}: what a file or directory holds. */
@Command(
        name = "inspect",
        description = "Show what a .csd file, corpus, encoder, model, run or tensor file holds.",
        footer = "  undertone inspect corpus")
final class InspectCommand extends Subcommand {
    private static final List<Inspection> KNOWN = List.of(
            new CsdInspection(),
            new CorpusInspection(),
            new EncoderInspection(),
            new ModelInspection(),
            new RunInspection(),
            new TensorInspection());

    @Parameters(paramLabel = "PATH", description = "The file or directory.")
    private Path path;

    InspectCommand(Console console) {
        super(console);
    }

    @Override
    protected void run() throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        for (Inspection inspection : KNOWN) {
            if (inspection.recognises(path)) {
                inspection.print(path, console.out());
                return;
            }
        }
        String known = KNOWN.stream().map(Inspection::kind).collect(Collectors.joining(", "));
        throw new FileFormatException(
                path,
                Files.isDirectory(path) ? "directory" : "file",
                "is nothing that Undertone knows, which is " + known);
    }
}
