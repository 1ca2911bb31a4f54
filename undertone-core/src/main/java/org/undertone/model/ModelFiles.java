package org.undertone.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undertone.features.FeatureRecipe;
import org.undertone.storage.FileFormatException;
import org.undertone.storage.JsonFields;
import org.undertone.storage.JsonFile;
import org.undertone.storage.SafetensorsFile;
import org.undertone.storage.SafetensorsWriter;
import org.undertone.storage.StagedDirectory;
import org.undertone.storage.StagedFile;

/** The model directory; see docs/formats.md. */
final class ModelFiles {
    private static final String FORMAT = "undertone-model";
    private static final String JSON_NAME = "model.json";
    private static final String TENSORS_NAME = "model.safetensors";
    private static final String CARD_NAME = "README.md";
    private static final String HEAD_WEIGHT = "head.weight";
    private static final String HEAD_BIAS = "head.bias";
    /** Version 2 added how audio becomes frames, and uncertainties. */
    private static final int VERSION = 2;

    private static final Set<String> FIRST_FIELDS = Set.of(
            "format", "version", "emotions", "presence_thresholds", "readout", "encoder", "provenance", "evaluation");
    private static final Set<String> FIELDS = Stream.concat(
                    FIRST_FIELDS.stream(), Stream.of("uncertainties", "features"))
            .collect(Collectors.toUnmodifiableSet());

    private ModelFiles() {}

    static EmotionModel read(Path directory) throws IOException {
        JsonFields json = JsonFile.read(directory.resolve(JSON_NAME));
        int version = EncoderFiles.checkFormat(json, FORMAT, VERSION);
        json.allow(version == 1 ? FIRST_FIELDS : FIELDS);
        ModelDescription description = description(json);
        JsonFields encoderJson = json.fields("encoder");
        int outputs = encoderJson.integer("outputs", 1, GruEncoderSettings.MOST_VALUES);
        try (SafetensorsFile tensors = SafetensorsFile.open(directory.resolve(TENSORS_NAME))) {
            long emotions = description.emotions().size();
            var headShapes = new LinkedHashMap<String, long[]>();
            headShapes.put(HEAD_WEIGHT, new long[] {emotions, width(json, description.readout(), outputs)});
            headShapes.put(HEAD_BIAS, new long[] {emotions});
            PretrainedEncoder encoder = EncoderFiles.readEncoder(encoderJson, tensors, headShapes);
            var head = new DenseWeights(tensors.floats(HEAD_WEIGHT), tensors.floats(HEAD_BIAS));
            try {
                return new EmotionModel(encoder, head, description);
            } catch (IllegalArgumentException e) {
                throw new FileFormatException(tensors.file(), "tensors", e.getMessage(), e);
            }
        }
    }

    static void write(EmotionModel model, Path directory) throws IOException {
        try (StagedDirectory staged = StagedDirectory.create(directory)) {
            try (SafetensorsWriter tensors = EncoderFiles.writer(staged.path().resolve(TENSORS_NAME), FORMAT)) {
                EncoderFiles.writeTensors(model.encoder(), tensors);
                long emotions = model.emotions().size();
                float[] head = model.head().weights();
                tensors.floats(HEAD_WEIGHT, head, emotions, head.length / emotions);
                tensors.floats(HEAD_BIAS, model.head().bias(), emotions);
                tensors.commit();
            }
            JsonFile.write(staged.path().resolve(JSON_NAME), describe(model));
            StagedFile.write(staged.path().resolve(CARD_NAME), ModelCard.of(model));
            staged.commit();
        }
    }

    private static ObjectNode describe(EmotionModel model) {
        ModelDescription description = model.description();
        ObjectNode json = EncoderFiles.header(FORMAT, VERSION);
        var emotions = json.putArray("emotions");
        description.emotions().forEach(emotions::add);
        ObjectNode thresholds = json.putObject("presence_thresholds");
        for (int emotion = 0; emotion < model.emotions().size(); emotion++) {
            thresholds.put(
                    model.emotions().get(emotion),
                    description.presenceThresholds().get(emotion));
        }
        ObjectNode uncertainties = json.putObject("uncertainties");
        for (int emotion = 0; emotion < model.emotions().size(); emotion++) {
            OptionalDouble uncertainty = description.uncertainties().get(emotion);
            if (uncertainty.isPresent()) {
                uncertainties.put(model.emotions().get(emotion), uncertainty.getAsDouble());
            }
        }
        description.recipe().ifPresent(recipe -> json.putObject("features").put("recipe", recipe.label()));
        json.putObject("readout")
                .put("pooling", name(description.readout().pooling()))
                .put("maximum_steps", description.readout().maximumSteps())
                .put("cut", name(description.readout().cut()));
        json.set("encoder", EncoderFiles.describe(model.encoder()));
        json.set("provenance", description.provenance());
        json.set("evaluation", description.evaluation());
        return json;
    }

    private static ModelDescription description(JsonFields json) throws FileFormatException {
        List<String> emotions = json.texts("emotions");
        JsonFields thresholdJson = json.fields("presence_thresholds");
        thresholdJson.allow(Set.copyOf(emotions));
        var thresholds = new ArrayList<Double>();
        for (String emotion : emotions) {
            thresholds.add(thresholdJson.number(emotion, -Double.MAX_VALUE, Double.MAX_VALUE));
        }
        JsonFields readoutJson = json.fields("readout");
        readoutJson.allow(Set.of("pooling", "maximum_steps", "cut"));
        var readout = new Readout(
                constant(readoutJson, "pooling", Readout.Pooling.values()),
                readoutJson.integer("maximum_steps", 1, Readout.MOST_STEPS),
                constant(readoutJson, "cut", Readout.Cut.values()));
        try {
            return new ModelDescription(
                    emotions,
                    thresholds,
                    uncertainties(json, emotions),
                    recipe(json),
                    readout,
                    json.free("provenance"),
                    json.free("evaluation"));
        } catch (IllegalArgumentException e) {
            throw json.fault("emotions", e.getMessage());
        }
    }

    private static List<OptionalDouble> uncertainties(JsonFields json, List<String> emotions)
            throws FileFormatException {
        if (!json.has("uncertainties")) {
            return ModelDescription.unmeasured(emotions.size());
        }
        JsonFields known = json.fields("uncertainties");
        known.allow(Set.copyOf(emotions));
        var uncertainties = new ArrayList<OptionalDouble>();
        for (String emotion : emotions) {
            uncertainties.add(
                    known.has(emotion)
                            ? OptionalDouble.of(known.number(emotion, 0, Double.MAX_VALUE))
                            : OptionalDouble.empty());
        }
        return uncertainties;
    }

    private static Optional<FeatureRecipe> recipe(JsonFields json) throws FileFormatException {
        if (!json.has("features")) {
            return Optional.empty();
        }
        JsonFields features = json.fields("features");
        features.allow(Set.of("recipe"));
        try {
            return Optional.of(FeatureRecipe.of(features.text("recipe")));
        } catch (IllegalArgumentException e) {
            throw features.fault("recipe", e.getMessage());
        }
    }

    private static int width(JsonFields json, Readout readout, int outputs) throws FileFormatException {
        try {
            return readout.width(outputs);
        } catch (IllegalArgumentException e) {
            throw json.fault("readout", e.getMessage());
        }
    }

    private static <E extends Enum<E>> E constant(JsonFields json, String key, E[] constants)
            throws FileFormatException {
        String text = json.text(key);
        for (E constant : constants) {
            if (name(constant).equals(text)) {
                return constant;
            }
        }
        throw json.fault(
                key,
                "is '" + text + "', expected one of "
                        + Arrays.stream(constants).map(ModelFiles::name).toList());
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
