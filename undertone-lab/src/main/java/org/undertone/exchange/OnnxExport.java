package org.undertone.exchange;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.undertone.features.FeatureRecipe;
import org.undertone.model.EmotionModel;
import org.undertone.model.ModelDescription;
import org.undertone.storage.StagedFile;

/**
 * A trained model as one file of ONNX (operator set 17), for ONNX Runtime and whatever else reads it.
 *
 * <p>Inputs: {@code frames} float {@code [batch, time, columns]}, raw, clips padded at their end with anything; {@code
 * lengths} int64 {@code [batch]}, frames of each clip, 1 to {@code time} (taken as the nearest of these otherwise). Outputs:
 * {@code scores} float {@code [batch, emotions]}; {@code outputs} float {@code [batch, steps, outputs]}, what the encoder
 * gives at each step of the part of the clip that the readout keeps, 0 beyond it. What the model's directory says of columns,
 * emotions and thresholds is in the file's metadata.
 */
public final class OnnxExport {
    private static final int OPERATOR_SET = 17;
    /** The version of the file format that came with that operator set. */
    private static final int FORMAT = 8;

    private OnnxExport() {}

    /**
     * Writes the file, whole or not at all, in the place of one of that name.
     *
     * @throws java.nio.file.FileAlreadyExistsException where the target is a directory
     */
    public static void write(EmotionModel model, Path file) throws IOException {
        ModelProto onnx = of(model);
        try (StagedFile staged = StagedFile.create(file)) {
            onnx.writeTo(staged.stream());
            staged.commit();
        }
    }

    private static ModelProto of(EmotionModel model) {
        ModelDescription description = model.description();
        return ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName("undertone")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
                .setGraph(OnnxModel.graph(model))
                .addMetadataProps(property("emotions", String.join(",", model.emotions())))
                .addMetadataProps(property(
                        "presence_thresholds",
                        description.presenceThresholds().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(","))))
                .addMetadataProps(property(
                        "uncertainties",
                        description.uncertainties().stream()
                                .map(one -> one.isPresent() ? String.valueOf(one.getAsDouble()) : "")
                                .collect(Collectors.joining(","))))
                .addMetadataProps(
                        property("columns", String.join(",", model.columns().names())))
                .addMetadataProps(property(
                        "frame_rate",
                        Double.toString(model.encoder().description().frameRate())))
                .addMetadataProps(property(
                        "recipe", description.recipe().map(FeatureRecipe::label).orElse("")))
                .addMetadataProps(
                        property("provenance", description.provenance().toString()))
                .addMetadataProps(
                        property("evaluation", description.evaluation().toString()))
                .build();
    }

    private static StringStringEntryProto property(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }
}
