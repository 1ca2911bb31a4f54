package org.undertone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.undertone.exchange.ConversionSettings;
import org.undertone.exchange.EncoderConversion;
import org.undertone.exchange.WeightLayout;
import org.undertone.features.FrameColumns;
import org.undertone.model.GruEncoderSettings;
import org.undertone.model.PretrainedEncoder;
import org.undertone.storage.StagedDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undertone convert}: an encoder from weights that another tool has trained. */
@Command(
        name = "convert",
        description = {
            "Make an encoder of a GRU that was trained with PyTorch or Keras and saved as safetensors.",
            "",
            "Layers, units and columns are read off the shapes. A dense layer after the last recurrent layer is taken over;"
                    + " without one, the units themselves are the encoder's outputs. Columns are standardised by the tensors"
                    + " standardizer.mean and standardizer.standard_deviation, and not at all where there are none. What the"
                    + " file holds and the encoder has no place for is refused. 'undertone finetune' puts a head on it."
        },
        footer = "  undertone convert gru.safetensors --layout torch --out encoder")
final class ConvertCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "The weights, as safetensors.")
    private Path file;

    @Option(
            names = "--layout",
            paramLabel = "torch|keras",
            required = true,
            description = "Whose names, order of gates and biases the file has.")
    private String layout = "";

    @Option(names = "--out", paramLabel = "ENCODER", required = true, description = "The encoder directory to make.")
    private Path out;

    @Option(
            names = "--columns",
            paramLabel = "FILE",
            description = "Names of the columns the GRU takes, one to a line, in its order. Default: COVAREP's 74.")
    private Path columns;

    @Option(
            names = "--frame-rate",
            paramLabel = "N",
            defaultValue = "100",
            description = "Frames per second that the GRU takes. Default: ${DEFAULT-VALUE}.")
    private double frameRate = 100;

    ConvertCommand(Console console) {
        super(console);
    }

    @Override
    protected void run() throws IOException {
        Optional<FrameColumns> named = columns == null ? Optional.empty() : Optional.of(columns());
        ConversionSettings settings = settings(
                () -> new ConversionSettings(WeightLayout.of(layout.toLowerCase(Locale.ROOT)), named, frameRate));
        StagedDirectory.refuseOccupied(out);
        PretrainedEncoder encoder = EncoderConversion.read(file, settings);
        encoder.write(out);
        GruEncoderSettings made = encoder.settings();
        var table = TextTable.ofPairs();
        table.row("columns", Integer.toString(made.inputs()));
        table.row("recurrent layers", Integer.toString(made.layers()));
        table.row("units of each", Integer.toString(made.hidden()));
        table.row("outputs", Integer.toString(made.outputs()));
        table.print(console.out());
    }

    private FrameColumns columns() throws IOException {
        List<String> names = Files.readAllLines(columns).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return settings(() -> new FrameColumns(names));
    }
}
