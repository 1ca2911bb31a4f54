package org.undertone.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a computational sequence says about itself; nothing of it is needed to read the rest. */
final class CsdMetadata {
    /** A missing comma in the SDK's list of keys fuses this one with the next, so it is looked for by its beginning. */
    private static final String DIMENSION_NAMES = "dimension names";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, String> texts;

    private CsdMetadata(Map<String, String> texts) {
        this.texts = texts;
    }

    static CsdMetadata read(Group root) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (root.getChild("metadata") instanceof Group group) {
            for (Node node : group.getChildren().values()) {
                if (node instanceof Dataset dataset) {
                    texts.put(node.getName(), first(dataset.getData()));
                }
            }
        }
        return new CsdMetadata(Ordered.copyOf(texts));
    }

    /** The first element, as text. */
    private static String first(Object data) {
        Object element = data;
        while (element != null && element.getClass().isArray()) {
            element = Array.getLength(element) == 0 ? null : Array.get(element, 0);
        }
        return element == null ? "" : element.toString();
    }

    /** By key: the text of a JSON string, any other JSON as it stands, and what is no JSON as it stands. */
    Map<String, String> texts() {
        var plain = new LinkedHashMap<String, String>();
        texts.forEach((key, text) -> {
            JsonNode json = json(text);
            plain.put(key, json != null && json.isTextual() ? json.asText() : text);
        });
        return Ordered.copyOf(plain);
    }

    /** The dataset's version, empty where the file states none. */
    static String version(Map<String, String> texts) {
        String version = texts.getOrDefault("dataset version", "");
        return version.equals("null") ? "" : version;
    }

    List<String> dimensionNames() {
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            JsonNode json = entry.getKey().startsWith(DIMENSION_NAMES) ? json(entry.getValue()) : null;
            if (json != null && json.isArray()) {
                List<String> names = new ArrayList<>();
                json.forEach(name -> names.add(name.asText()));
                return List.copyOf(names);
            }
        }
        return List.of();
    }

    /** The text as JSON; null where it is none, as in old files. */
    private static JsonNode json(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node == null || node.isMissingNode() ? null : node;
        } catch (JsonProcessingException bareText) {
            return null;
        }
    }
}
