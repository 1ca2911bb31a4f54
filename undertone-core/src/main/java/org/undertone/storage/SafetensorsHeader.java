package org.undertone.storage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON header of a safetensors file. {@link #parse} believes nothing it reads; what it returns describes tensors
 * that fill the data section exactly, each of the size its shape says.
 *
 * @param metadata free text by key, the entry {@code __metadata__}
 * @param tensors by name, in the order of their bytes
 */
record SafetensorsHeader(Map<String, String> metadata, Map<String, TensorEntry> tensors) {
    /** The cap of the reference implementation. */
    static final long MAXIMUM_BYTES = 100_000_000;

    private static final String METADATA = "__metadata__";
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Reads a header.
     *
     * @param bytes the header alone, padding included
     * @param dataBytes length of what follows it
     */
    static SafetensorsHeader parse(Path file, byte[] bytes, long dataBytes) throws FileFormatException {
        if (bytes.length == 0 || bytes[0] != '{') {
            throw new FileFormatException(file, "header", "does not begin with '{', so this is no safetensors file");
        }
        // A strict decoder: left to itself, the parser would guess other encodings and mend malformed bytes.
        var text = new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder());
        try (JsonParser json = JSON.createParser(text)) {
            SafetensorsHeader header = new Reading(file, json).header();
            header.checkLayout(file, dataBytes);
            return header;
        } catch (FileFormatException e) {
            throw e;
        } catch (CharacterCodingException e) {
            throw new FileFormatException(file, "header", "is not valid UTF-8", e);
        } catch (JsonProcessingException e) {
            throw new FileFormatException(file, "header", "is not the expected JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new FileFormatException(file, "header", "cannot be read: " + e.getMessage(), e);
        }
    }

    /** The header as JSON, beginning with '{', without padding. */
    static byte[] write(Map<String, String> metadata, Collection<TensorEntry> tensors) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            if (!metadata.isEmpty()) {
                json.writeObjectFieldStart(METADATA);
                for (var text : metadata.entrySet()) {
                    json.writeStringField(text.getKey(), text.getValue());
                }
                json.writeEndObject();
            }
            for (TensorEntry tensor : tensors) {
                writeTensor(json, tensor);
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeTensor(JsonGenerator json, TensorEntry tensor) throws IOException {
        json.writeObjectFieldStart(tensor.name());
        json.writeStringField("dtype", tensor.type().name());
        json.writeArrayFieldStart("shape");
        for (long length : tensor.shape()) {
            json.writeNumber(length);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("data_offsets");
        json.writeNumber(tensor.begin());
        json.writeNumber(tensor.begin() + tensor.bytes());
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Tensors must follow each other without gap or overlap from the first byte of the data to the last. */
    private void checkLayout(Path file, long dataBytes) throws FileFormatException {
        long end = 0;
        for (TensorEntry tensor : tensors.values()) {
            if (tensor.begin() != end) {
                String problem = tensor.begin() < end ? "overlaps the tensor before it" : "leaves a gap before it";
                throw fault(
                        file, tensor.name(), problem + ": begins at byte " + tensor.begin() + ", expected at " + end);
            }
            end += tensor.bytes();
            if (end > dataBytes) {
                throw fault(
                        file,
                        tensor.name(),
                        "ends at byte " + end + " of the data, but there are " + dataBytes
                                + "; the file is truncated or damaged");
            }
        }
        if (end != dataBytes) {
            throw new FileFormatException(
                    file, "data", "has " + (dataBytes - end) + " bytes after the last tensor, expected none");
        }
    }

    private static FileFormatException fault(Path file, String tensor, String problem) {
        return new FileFormatException(file, "tensor '" + tensor + "'", problem);
    }

    /** One pass over the JSON. */
    private record Reading(Path file, JsonParser json) {
        SafetensorsHeader header() throws IOException {
            Map<String, String> metadata = Map.of();
            var tensors = new ArrayList<TensorEntry>();
            require(json.nextToken(), JsonToken.START_OBJECT, "header", "an object");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (name.equals(METADATA)) {
                    metadata = metadata();
                } else {
                    tensors.add(tensor(name));
                }
            }
            if (json.nextToken() != null) {
                throw new FileFormatException(file, "header", "goes on after its JSON object, expected only spaces");
            }
            tensors.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::bytes));
            var byName = new LinkedHashMap<String, TensorEntry>();
            tensors.forEach(tensor -> byName.put(tensor.name(), tensor));
            return new SafetensorsHeader(metadata, byName);
        }

        private Map<String, String> metadata() throws IOException {
            var metadata = new LinkedHashMap<String, String>();
            require(json.nextToken(), JsonToken.START_OBJECT, METADATA, "an object");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                require(json.nextToken(), JsonToken.VALUE_STRING, METADATA + " '" + key + "'", "a string");
                metadata.put(key, json.getText());
            }
            return metadata;
        }

        private TensorEntry tensor(String name) throws IOException {
            String where = "tensor '" + name + "'";
            require(json.nextToken(), JsonToken.START_OBJECT, where, "an object");
            ElementType type = null;
            List<Long> shape = null;
            List<Long> offsets = null;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                switch (key) {
                    case "dtype" -> type = type(where);
                    case "shape" -> shape = numbers(where, key);
                    case "data_offsets" -> offsets = numbers(where, key);
                    default -> throw new FileFormatException(file, where, "has an unknown key '" + key + "'");
                }
            }
            if (type == null || shape == null || offsets == null) {
                String missing = type == null ? "dtype" : shape == null ? "shape" : "data_offsets";
                throw new FileFormatException(file, where, "has no '" + missing + "'");
            }
            return checked(name, type, shape, offsets);
        }

        private ElementType type(String where) throws IOException {
            require(json.nextToken(), JsonToken.VALUE_STRING, where + " dtype", "a string");
            String name = json.getText();
            for (ElementType type : ElementType.values()) {
                if (type.name().equals(name)) {
                    return type;
                }
            }
            throw new FileFormatException(file, where, "has the unknown dtype '" + name + "'");
        }

        private List<Long> numbers(String where, String key) throws IOException {
            require(json.nextToken(), JsonToken.START_ARRAY, where + " " + key, "an array");
            var numbers = new ArrayList<Long>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                require(json.currentToken(), JsonToken.VALUE_NUMBER_INT, where + " " + key, "a whole number");
                numbers.add(json.getLongValue());
            }
            return numbers;
        }

        private TensorEntry checked(String name, ElementType type, List<Long> shape, List<Long> offsets)
                throws FileFormatException {
            if (offsets.size() != 2 || offsets.get(0) < 0 || offsets.get(1) < offsets.get(0)) {
                throw fault(
                        file, name, "has data_offsets " + offsets + ", expected [begin, end] with 0 <= begin <= end");
            }
            long bytes = type.bytes();
            for (long length : shape) {
                if (length < 0) {
                    throw fault(file, name, "has a negative length in its shape " + shape);
                }
                if (Math.multiplyHigh(bytes, length) != 0 || bytes * length < 0) {
                    throw fault(file, name, "has a shape " + shape + " whose size overflows 64 bits");
                }
                bytes *= length;
            }
            long stored = offsets.get(1) - offsets.get(0);
            if (bytes != stored) {
                throw fault(file, name, "needs " + bytes + " bytes for " + type + " " + shape + " but has " + stored);
            }
            return new TensorEntry(name, type, shape, offsets.get(0), bytes);
        }

        private void require(JsonToken found, JsonToken expected, String where, String noun)
                throws FileFormatException {
            if (found != expected) {
                throw new FileFormatException(file, where, "is not " + noun);
            }
        }
    }
}
