package org.undertone.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a computational sequence that is written says about itself.
 *
 * @param rootName the name of its root group, such as {@code COVAREP}
 * @param description one sentence
 * @param dimensionNames names of the columns, in order
 * @param datasetName what was computed on
 * @param creator what computed it
 */
public record CsdHeading(
        String rootName, String description, List<String> dimensionNames, String datasetName, String creator) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public CsdHeading {
        dimensionNames = List.copyOf(dimensionNames);
    }

    /** Every key that version 1.2.0 of the CMU Multimodal SDK asks for, with its value as JSON. */
    Map<String, String> metadata() {
        var values = new LinkedHashMap<String, Object>();
        values.put("root name", rootName);
        values.put("computational sequence description", description);
        values.put("dimension names", dimensionNames);
        values.put("computational sequence version", "1.0");
        // A missing comma in the SDK's list of keys makes it ask for this one in place of the two before it.
        values.put("dimension namescomputational sequence version", dimensionNames);
        values.put("alignment compatible", true);
        values.put("dataset name", datasetName);
        values.put("dataset version", "1.0");
        values.put("creator", creator);
        values.put("contact", "");
        values.put("featureset bib citation", "");
        values.put("dataset bib citation", "");
        values.put("uuid", "");
        values.put("md5", null);
        var texts = new LinkedHashMap<String, String>();
        values.forEach((key, value) -> texts.put(key, json(value)));
        return texts;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and lists of texts are always JSON, but not " + value, e);
        }
    }
}
