package org.undertone.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Small JSON documents, one object each, UTF-8: read strictly, written whole or not at all. */
public final class JsonFile {
    private static final long MAXIMUM_BYTES = 64L << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private JsonFile() {}

    /** An object without fields. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /**
     * Reads a file that holds one JSON object.
     *
     * @throws FileFormatException where it holds something else, or a key twice
     */
    public static JsonFields read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "no such file");
        }
        if (Files.isDirectory(file)) {
            throw new FileFormatException(file, "file", "is a directory, expected a JSON file");
        }
        // A pipe or a device could keep a reader waiting for ever.
        if (!Files.isRegularFile(file)) {
            throw new FileFormatException(file, "file", "is not a regular file, expected a JSON file");
        }
        if (Files.size(file) > MAXIMUM_BYTES) {
            throw new FileFormatException(
                    file, "file", "has " + Files.size(file) + " bytes, more than the allowed " + MAXIMUM_BYTES);
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode tree = JSON.readTree(text);
            if (!(tree instanceof ObjectNode object)) {
                throw new FileFormatException(file, "file", "is not a JSON object");
            }
            return new JsonFields(file, "", object);
        } catch (CharacterCodingException e) {
            throw new FileFormatException(file, "file", "is not valid UTF-8", e);
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "file" : "line " + e.getLocation().getLineNr();
            throw new FileFormatException(file, where, "is not the expected JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Writes an object, indented, with a line feed at the end. */
    public static void write(Path file, ObjectNode object) throws IOException {
        StagedFile.write(file, JSON.writeValueAsString(object) + "\n");
    }
}
