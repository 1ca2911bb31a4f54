package org.undertone.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.undertone.exchange.OnnxExport;
import org.undertone.model.EmotionModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undertone export}: a model for other people's tools. */
@Command(
        name = "export",
        description = {
            "Write a model as one file of ONNX: from raw frames to scores, for batches of clips of any length.",
            "",
            "Inputs: frames, float [batch, time, columns]; lengths, int64 [batch]. Outputs: scores, float [batch, emotions];"
                    + " outputs, float [batch, steps, outputs], what the encoder gives at each step. Columns, emotions and"
                    + " thresholds are in the file's metadata."
        },
        footer = "  undertone export model --onnx model.onnx")
final class ExportCommand extends Subcommand {
    @Parameters(paramLabel = "MODEL", description = "The model directory.")
    private Path model;

    @Option(
            names = "--onnx",
            paramLabel = "FILE",
            required = true,
            description = "The file to write, in the place of one of that name.")
    private Path file;

    ExportCommand(Console console) {
        super(console);
    }

    @Override
    protected void run() throws IOException {
        OnnxExport.write(EmotionModel.read(model), file);
        console.out().println(file);
    }
}
