package org.undertone.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The fields of one JSON object of a file, each checked as it is asked for; a fault names file and field. */
public final class JsonFields {
    private final Path file;
    private final String path;
    private final ObjectNode object;

    /** Fields of {@code object}, which lies in {@code file} under {@code path} (empty for the outermost). */
    JsonFields(Path file, String path, ObjectNode object) {
        this.file = file;
        this.path = path;
        this.object = object;
    }

    /** The error of a field. */
    public FileFormatException fault(String key, String problem) {
        return new FileFormatException(file, "'" + path + key + "'", problem);
    }

    /** Refuses any field but these, so that a mistyped one is not taken for one left out. */
    public void allow(Set<String> keys) throws FileFormatException {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!keys.contains(name)) {
                throw fault(
                        name,
                        "is not known here; known are " + keys.stream().sorted().toList());
            }
        }
    }

    /** Names of all fields, in the order of the file. */
    public List<String> keys() {
        var keys = new ArrayList<String>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Whether there is such a field and it is not null. */
    public boolean has(String key) {
        return object.hasNonNull(key);
    }

    /** A text. */
    public String text(String key) throws FileFormatException {
        JsonNode value = value(key);
        if (!value.isTextual()) {
            throw fault(key, "is " + value + ", expected a text");
        }
        return value.textValue();
    }

    /** A whole number between two bounds, both included. */
    public int integer(String key, int least, int most) throws FileFormatException {
        JsonNode value = value(key);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw fault(key, "is " + value + ", expected a whole number from " + least + " to " + most);
        }
        return value.intValue();
    }

    /** A number between two bounds, both included. */
    public double number(String key, double least, double most) throws FileFormatException {
        JsonNode value = value(key);
        if (!value.isNumber() || !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw fault(key, "is " + value + ", expected a number from " + least + " to " + most);
        }
        return value.doubleValue();
    }

    /** A list of texts. */
    public List<String> texts(String key) throws FileFormatException {
        JsonNode value = value(key);
        var texts = new ArrayList<String>();
        for (JsonNode text : value) {
            if (!text.isTextual()) {
                throw fault(key, "holds " + text + ", expected texts only");
            }
            texts.add(text.textValue());
        }
        if (!value.isArray()) {
            throw fault(key, "is not a list");
        }
        return texts;
    }

    /** An object whose fields are to be checked in turn. */
    public JsonFields fields(String key) throws FileFormatException {
        return new JsonFields(file, path + key + ".", free(key));
    }

    /** An object of free content, a copy. */
    public ObjectNode free(String key) throws FileFormatException {
        if (value(key) instanceof ObjectNode found) {
            return found.deepCopy();
        }
        throw fault(key, "is not an object");
    }

    private JsonNode value(String key) throws FileFormatException {
        JsonNode value = object.get(key);
        if (value == null || value.isNull()) {
            throw fault(key, "is missing");
        }
        return value;
    }
}
