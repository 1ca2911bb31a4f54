package org.undertone.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.undertone.features.FrameColumns;
import org.undertone.features.Standardizer;
import org.undertone.features.StandardizerSettings;
import org.undertone.storage.ElementType;
import org.undertone.storage.FileFormatException;
import org.undertone.storage.JsonFields;
import org.undertone.storage.JsonFile;
import org.undertone.storage.SafetensorsFile;
import org.undertone.storage.SafetensorsWriter;
import org.undertone.storage.StagedDirectory;

/** The encoder directory, and the part of a model directory that describes the encoder; see docs/formats.md. */
final class EncoderFiles {
    private static final int VERSION = 1;
    private static final String FORMAT = "undertone-encoder";
    private static final String JSON_NAME = "encoder.json";
    private static final String TENSORS_NAME = "encoder.safetensors";
    private static final String MEAN = "standardizer.mean";
    private static final String DEVIATION = "standardizer.standard_deviation";
    private static final Set<String> FIELDS = Set.of(
            "kind",
            "inputs",
            "hidden",
            "layers",
            "outputs",
            "columns",
            "frame_rate",
            "standardizer",
            "provenance",
            "training");

    private EncoderFiles() {}

    static PretrainedEncoder read(Path directory) throws IOException {
        Path file = directory.resolve(JSON_NAME);
        JsonFields json = JsonFile.read(file);
        checkFormat(json, FORMAT, VERSION);
        json.allow(Set.of("format", "version", "encoder"));
        Path tensorFile = directory.resolve(TENSORS_NAME);
        try (SafetensorsFile tensors = SafetensorsFile.open(tensorFile)) {
            return readEncoder(json.fields("encoder"), tensors, Map.of());
        }
    }

    static void write(PretrainedEncoder encoder, Path directory) throws IOException {
        try (StagedDirectory staged = StagedDirectory.create(directory)) {
            try (SafetensorsWriter tensors = writer(staged.path().resolve(TENSORS_NAME), FORMAT)) {
                writeTensors(encoder, tensors);
                tensors.commit();
            }
            ObjectNode json = header(FORMAT, VERSION);
            json.set("encoder", describe(encoder));
            JsonFile.write(staged.path().resolve(JSON_NAME), json);
            staged.commit();
        }
    }

    static ObjectNode header(String format, int version) {
        return JsonFile.object().put("format", format).put("version", version);
    }

    static SafetensorsWriter writer(Path file, String format) throws IOException {
        return SafetensorsWriter.create(file, Map.of("format", format));
    }

    /** Refuses another format and a version newer than one that is known; returns the version. */
    static int checkFormat(JsonFields json, String format, int newest) throws FileFormatException {
        if (!json.text("format").equals(format)) {
            throw json.fault("format", "is '" + json.text("format") + "', expected '" + format + "'");
        }
        int version = json.integer("version", 1, Integer.MAX_VALUE);
        if (version > newest) {
            throw json.fault(
                    "version", "is " + version + ", this release reads up to " + newest + "; use a newer release");
        }
        return version;
    }

    /** The object {@code "encoder"} of either directory. */
    static ObjectNode describe(PretrainedEncoder encoder) {
        GruEncoderSettings settings = encoder.settings();
        StandardizerSettings standardizer = encoder.standardizer().settings();
        ObjectNode json = JsonFile.object()
                .put("kind", "gru")
                .put("inputs", settings.inputs())
                .put("hidden", settings.hidden())
                .put("layers", settings.layers())
                .put("outputs", settings.outputs());
        var columns = json.putArray("columns");
        encoder.columns().names().forEach(columns::add);
        json.put("frame_rate", encoder.description().frameRate());
        ObjectNode rules = json.putObject("standardizer")
                .put("deviation_floor", standardizer.deviationFloor())
                .put("missing_value", standardizer.missingValue());
        if (Double.isFinite(standardizer.clip())) {
            rules.put("clip", standardizer.clip());
        }
        json.set("provenance", encoder.description().provenance());
        json.set("training", encoder.description().training());
        return json;
    }

    /** Writes the tensors of an encoder, those of eight bytes an element first. */
    static void writeTensors(PretrainedEncoder encoder, SafetensorsWriter writer) throws IOException {
        long columns = encoder.columns().count();
        writer.doubles(MEAN, encoder.standardizer().mean(), columns);
        writer.doubles(DEVIATION, encoder.standardizer().standardDeviation(), columns);
        Map<String, long[]> shapes = GruEncoderWeights.shapes(encoder.settings());
        for (var tensor : encoder.weights().tensors().entrySet()) {
            writer.floats(tensor.getKey(), tensor.getValue(), shapes.get(tensor.getKey()));
        }
    }

    /**
     * Puts an encoder together from its description and the open tensors.
     *
     * @param others names and shapes of the F32 tensors the file must hold besides those of the encoder
     */
    static PretrainedEncoder readEncoder(JsonFields json, SafetensorsFile tensors, Map<String, long[]> others)
            throws IOException {
        json.allow(FIELDS);
        if (!json.text("kind").equals("gru")) {
            throw json.fault("kind", "is '" + json.text("kind") + "', this release knows 'gru' only");
        }
        GruEncoderSettings settings = settings(json);
        FrameColumns columns = columns(json);
        if (columns.count() != settings.inputs()) {
            throw json.fault(
                    "columns",
                    "names " + columns.count() + " columns but the encoder has " + settings.inputs() + " inputs");
        }
        var weights = readWeights(settings, tensors, others);
        StandardizerSettings rules = rules(json.fields("standardizer"));
        double frameRate = json.number("frame_rate", Double.MIN_NORMAL, EncoderDescription.HIGHEST_RATE);
        var description = new EncoderDescription(frameRate, json.free("provenance"), json.free("training"));
        try {
            var standardizer = new Standardizer(columns, tensors.doubles(MEAN), tensors.doubles(DEVIATION), rules);
            return new PretrainedEncoder(standardizer, settings, weights, description);
        } catch (IllegalArgumentException e) {
            throw new FileFormatException(tensors.file(), "tensors", e.getMessage(), e);
        }
    }

    private static GruEncoderSettings settings(JsonFields json) throws FileFormatException {
        return new GruEncoderSettings(
                json.integer("inputs", 1, GruEncoderSettings.MOST_VALUES),
                json.integer("hidden", 1, GruEncoderSettings.MOST_UNITS),
                json.integer("layers", 1, GruEncoderSettings.MOST_LAYERS),
                json.integer("outputs", 1, GruEncoderSettings.MOST_VALUES));
    }

    private static FrameColumns columns(JsonFields json) throws FileFormatException {
        try {
            return new FrameColumns(json.texts("columns"));
        } catch (IllegalArgumentException e) {
            throw json.fault("columns", e.getMessage());
        }
    }

    private static StandardizerSettings rules(JsonFields json) throws FileFormatException {
        json.allow(Set.of("deviation_floor", "missing_value", "clip"));
        return new StandardizerSettings(
                json.number("deviation_floor", 0, Math.nextDown(1.0)),
                json.number("missing_value", -Double.MAX_VALUE, Double.MAX_VALUE),
                json.has("clip") ? json.number("clip", Double.MIN_NORMAL, Double.MAX_VALUE) : Double.POSITIVE_INFINITY);
    }

    private static GruEncoderWeights readWeights(
            GruEncoderSettings settings, SafetensorsFile file, Map<String, long[]> others) throws IOException {
        Map<String, long[]> floats = new LinkedHashMap<>(GruEncoderWeights.shapes(settings));
        floats.putAll(others);
        file.require(MEAN, ElementType.F64, settings.inputs());
        file.require(DEVIATION, ElementType.F64, settings.inputs());
        for (var tensor : floats.entrySet()) {
            file.require(tensor.getKey(), ElementType.F32, tensor.getValue());
        }
        for (String name : file.names()) {
            if (!floats.containsKey(name) && !name.equals(MEAN) && !name.equals(DEVIATION)) {
                throw new FileFormatException(
                        file.file(), "tensor '" + name + "'", "does not belong to the settings in the JSON file");
            }
        }
        var values = new LinkedHashMap<String, float[]>();
        for (String name : GruEncoderWeights.shapes(settings).keySet()) {
            values.put(name, file.floats(name));
        }
        return GruEncoderWeights.of(settings, values::get);
    }
}
