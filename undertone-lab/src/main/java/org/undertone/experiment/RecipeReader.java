package org.undertone.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recipes from YAML. A file says only what differs from the paper's recipe; {@code key=value} settings go on top. A key
 * that does not exist is an error that names the nearest one that does.
 */
public final class RecipeReader {

    /** Name of the built-in recipe. */
    public static final String PAPER = "paper";

    /** Name of the built-in recipe of the demonstration. */
    public static final String DEMO = "demo";

    private static final Map<String, ExperimentRecipe> BUILT_IN =
            Map.of(PAPER, ExperimentRecipe.PAPER, DEMO, ExperimentRecipe.DEMO);

    private static final long LARGEST_FILE = 1 << 20;

    private static final YAMLMapper YAML = YAMLMapper.builder(new YAMLFactory()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final JsonMapper BINDER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private RecipeReader() {}

    /**
     * Reads a recipe.
     *
     * @param name {@value #PAPER}, {@value #DEMO}, or a YAML file
     * @param settings {@code key=value}, keys with dots: {@code pretraining.trainer.epochs=5}; values are YAML
     */
    public static ExperimentRecipe read(String name, List<String> settings) throws IOException {
        ObjectNode tree = BINDER.valueToTree(BUILT_IN.getOrDefault(name, ExperimentRecipe.PAPER));
        if (!BUILT_IN.containsKey(name)) {
            overlay(tree, file(Path.of(name)), "", name);
        }
        for (String setting : settings) {
            set(tree, setting);
        }
        return bind(tree);
    }

    /** The effective recipe as YAML; reading it gives the same recipe. */
    public static String write(ExperimentRecipe recipe) {
        try {
            return YAML.writeValueAsString(BINDER.valueToTree(recipe));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recipe could not be written as YAML", e);
        }
    }

    private static JsonNode file(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("no recipe is called \"" + path + "\": neither a built-in one (" + PAPER
                    + ", " + DEMO + ") nor a file of that name");
        }
        if (Files.size(path) > LARGEST_FILE) {
            throw new IllegalArgumentException(
                    path + ": a recipe of " + Files.size(path) + " bytes is more than " + LARGEST_FILE);
        }
        try {
            return YAML.readTree(Files.readString(path));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    path + ": line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ": not YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
    }

    private static void overlay(ObjectNode target, JsonNode source, String prefix, String where) {
        if (source.isMissingNode() || source.isNull()) {
            return;
        }
        if (!source.isObject()) {
            throw new IllegalArgumentException(
                    where + ": " + (prefix.isEmpty() ? "a recipe" : prefix) + " must be a map of settings");
        }
        source.properties().forEach(entry -> {
            String key = prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey();
            JsonNode old = target.get(entry.getKey());
            if (old == null) {
                throw unknown(key, where);
            }
            if (old.isObject()) {
                overlay((ObjectNode) old, entry.getValue(), key, where);
            } else {
                target.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static void set(ObjectNode tree, String setting) {
        int equals = setting.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("a setting reads key=value but is \"" + setting + "\"");
        }
        String key = setting.substring(0, equals);
        String[] path = key.split("\\.");
        ObjectNode at = tree;
        for (int i = 0; i < path.length - 1; i++) {
            if (!(at.get(path[i]) instanceof ObjectNode next)) {
                throw unknown(key, "--set");
            }
            at = next;
        }
        String last = path[path.length - 1];
        if (at.get(last) == null || at.get(last).isObject()) {
            throw unknown(key, "--set");
        }
        try {
            at.set(last, YAML.readTree(setting.substring(equals + 1)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the value of " + setting + " is not YAML", e);
        }
    }

    private static IllegalArgumentException unknown(String key, String where) {
        List<String> keys = new ArrayList<>();
        collect(BINDER.valueToTree(ExperimentRecipe.PAPER), "", keys);
        Optional<String> nearest = keys.stream().min(Comparator.comparingInt(known -> distance(known, key)));
        return new IllegalArgumentException(where + ": a recipe has no setting \"" + key + "\""
                + nearest.map(known -> "; the nearest is \"" + known + "\"").orElse(""));
    }

    private static void collect(JsonNode node, String prefix, List<String> keys) {
        node.properties().forEach(entry -> {
            String key = prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey();
            if (entry.getValue().isObject()) {
                collect(entry.getValue(), key, keys);
            } else {
                keys.add(key);
            }
        });
    }

    /** Edits that turn one text into the other (Levenshtein 1966). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static ExperimentRecipe bind(ObjectNode tree) {
        try {
            return BINDER.treeToValue(tree, ExperimentRecipe.class);
        } catch (JsonProcessingException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof IllegalArgumentException refused) {
                    throw refused;
                }
            }
            throw new IllegalArgumentException(
                    "the recipe does not fit: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
    }
}
