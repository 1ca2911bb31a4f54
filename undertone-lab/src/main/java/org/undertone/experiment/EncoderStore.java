package org.undertone.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.undertone.model.EncoderDescription;
import org.undertone.model.GruEncoderSettings;
import org.undertone.model.GruEncoderWeights;
import org.undertone.model.PretrainedEncoder;
import org.undertone.network.EncoderSettings;
import org.undertone.storage.JsonFile;
import org.undertone.training.LossHistory;
import org.undertone.training.PretrainedWeights;

/** Pre-trained encoders between training and disk. */
final class EncoderStore {

    private static final String LOSSES = "losses";

    private EncoderStore() {}

    /** The encoder as it goes to disk and into models. */
    static PretrainedEncoder toModel(PretrainedWeights weights, EncoderDescription description) {
        EncoderSettings shape = weights.encoder();
        if (shape.bidirectional()) {
            throw new IllegalArgumentException(
                    "a bidirectional encoder cannot be written as a model, which must run on live audio");
        }
        GruEncoderSettings settings =
                new GruEncoderSettings(shape.columns(), shape.hidden(), shape.layers(), shape.outputs());
        return new PretrainedEncoder(
                weights.standardizer(), settings, GruEncoderWeights.of(settings, weights.tensors()::get), description);
    }

    /** The encoder as training takes it. */
    static PretrainedWeights fromModel(PretrainedEncoder encoder) {
        GruEncoderSettings shape = encoder.settings();
        return new PretrainedWeights(
                new EncoderSettings(shape.inputs(), shape.hidden(), shape.layers(), false, shape.outputs()),
                new LinkedHashMap<>(encoder.weights().tensors()),
                encoder.standardizer(),
                losses(encoder.description().training()));
    }

    static void write(Path directory, PretrainedWeights weights, double frameRate, ObjectNode provenance)
            throws IOException {
        toModel(weights, new EncoderDescription(frameRate, provenance, describe(weights.losses())))
                .write(directory);
    }

    static PretrainedWeights read(Path directory) throws IOException {
        return fromModel(PretrainedEncoder.read(directory));
    }

    static boolean exists(Path directory) {
        return Files.exists(directory.resolve("encoder.json"));
    }

    private static ObjectNode describe(LossHistory losses) {
        ObjectNode training = JsonFile.object();
        ArrayNode rows = training.putArray(LOSSES);
        for (LossHistory.Epoch epoch : losses.epochs()) {
            ObjectNode row = rows.addObject().put("training", epoch.training());
            if (!Double.isNaN(epoch.heldOut())) {
                row.put("held_out", epoch.heldOut());
            }
        }
        return training;
    }

    private static LossHistory losses(ObjectNode training) {
        List<LossHistory.Epoch> epochs = new ArrayList<>();
        for (JsonNode row : training.path(LOSSES)) {
            epochs.add(new LossHistory.Epoch(
                    row.path("training").asDouble(Double.NaN),
                    row.path("held_out").asDouble(Double.NaN)));
        }
        return new LossHistory(epochs);
    }
}
