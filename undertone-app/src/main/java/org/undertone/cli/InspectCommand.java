package org.undertone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.undertone.report.SpeechFigure;
import org.undertone.storage.FileFormatException;
import org.undertone.storage.StagedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undertone inspect}: what a file or directory holds. */
@Command(
        name = "inspect",
        description = "Show what a .csd file, recording, corpus, encoder, model, run or tensor file holds.",
        footer = "  undertone inspect corpus")
final class InspectCommand extends Subcommand {
    private static final List<Inspection> KNOWN = List.of(
            new CsdInspection(),
            new AudioInspection(),
            new CorpusInspection(),
            new EncoderInspection(),
            new ModelInspection(),
            new RunInspection(),
            new TensorInspection());

    @Parameters(paramLabel = "PATH", description = "The file or directory.")
    private Path path;

    @Option(
            names = "--plot",
            paramLabel = "OUT",
            description = "Draw a recording instead: waveform, spectrogram, F0, Rd, creak and mel cepstrum on one time"
                    + " axis, into OUT.png or OUT.svg.")
    private Path picture;

    private final List<Inspection> known;

    InspectCommand(Console console) {
        this(console, KNOWN);
    }

    InspectCommand(Console console, List<Inspection> known) {
        super(console);
        this.known = known;
    }

    @Override
    protected void run() throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        for (Inspection inspection : known) {
            if (inspection.recognises(path)) {
                if (picture == null) {
                    inspection.print(path, console.out());
                } else {
                    plot(inspection);
                }
                return;
            }
        }
        String kinds = known.stream().map(Inspection::kind).collect(Collectors.joining(", "));
        throw new FileFormatException(
                path,
                Files.isDirectory(path) ? "directory" : "file",
                "is nothing that Undertone knows, which is " + kinds);
    }

    private void plot(Inspection inspection) throws IOException {
        if (!(inspection instanceof PlottableInspection plottable)) {
            throw wrongUse("--plot draws a recording, but " + path + " is " + inspection.kind());
        }
        if (Files.exists(picture) && Files.isSameFile(path, picture)) {
            throw wrongUse("--plot would replace the recording " + path + " by its picture; name another file");
        }
        SpeechFigure figure = figure();
        StagedFile.refuseUnwritable(picture);
        plottable.plot(path).write(figure, console);
        console.out().println(picture);
    }

    private SpeechFigure figure() throws IOException {
        try {
            return SpeechFigure.to(picture);
        } catch (IllegalArgumentException e) {
            throw wrongUse("--plot: " + e.getMessage());
        }
    }
}
