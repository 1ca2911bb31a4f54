package org.undertone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.undertone.model.EmotionModel;

/** A model directory: what it scores, from what, its encoder, how it was measured. */
final class ModelInspection implements Inspection {
    @Override
    public String kind() {
        return "a model";
    }

    @Override
    public boolean recognises(Path path) {
        return Files.exists(path.resolve("model.json"));
    }

    @Override
    public void print(Path path, PrintStream out) throws IOException {
        var model = EmotionModel.read(path);
        var description = model.description();
        out.println("model " + path);
        var readout = description.readout();
        var table = TextTable.ofPairs()
                .row("emotions", String.join(" ", model.emotions()))
                .row("pooling", readout.pooling().name().toLowerCase(Locale.ROOT))
                .row(
                        "longest clip",
                        Figures.count(readout.maximumSteps()) + " steps, cut at the "
                                + readout.cut().name().toLowerCase(Locale.ROOT));
        table.row(
                "features",
                description.recipe().map(recipe -> "recipe " + recipe.label()).orElse("imported"));
        EncoderInspection.describe(model.encoder(), table);
        table.print(out);
        out.println();
        var thresholds = TextTable.of("emotion", "present above", "uncertainty");
        for (int emotion = 0; emotion < model.emotions().size(); emotion++) {
            thresholds.row(
                    model.emotions().get(emotion),
                    Figures.decimal(description.presenceThresholds().get(emotion)),
                    description.uncertainties().get(emotion).isPresent()
                            ? Figures.decimal(
                                    description.uncertainties().get(emotion).getAsDouble())
                            : "-");
        }
        thresholds.print(out);
        EncoderInspection.printJson("provenance", description.provenance(), out);
        EncoderInspection.printJson("evaluation", description.evaluation(), out);
    }
}
