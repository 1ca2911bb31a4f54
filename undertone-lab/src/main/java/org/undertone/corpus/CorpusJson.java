package org.undertone.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.undertone.storage.FileFormatException;
import org.undertone.storage.StagedFile;

/** Reads and writes {@code corpus.json}. */
final class CorpusJson {
    static final String FILE = "corpus.json";

    /** The key that only corpora made from audio have. */
    private static final String EXTRACTION = "extraction";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CorpusJson() {}

    static void write(Path directory, CorpusDescription description) throws IOException {
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(description);
        StagedFile.write(directory.resolve(FILE), text + "\n");
    }

    static CorpusDescription read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new FileFormatException(directory, FILE, "is missing, so this is no corpus directory");
        }
        try {
            JsonNode tree = JSON.readTree(Files.readAllBytes(file));
            requireFormat(file, tree);
            if (tree instanceof ObjectNode description && !description.has(EXTRACTION)) {
                description.putObject(EXTRACTION);
            }
            return JSON.treeToValue(tree, CorpusDescription.class);
        } catch (JsonProcessingException e) {
            throw new FileFormatException(file, "JSON", problem(e.getOriginalMessage()), e);
        }
    }

    private static void requireFormat(Path file, JsonNode tree) throws FileFormatException {
        if (!tree.path("format").asText().equals(CorpusDescription.FORMAT)) {
            throw new FileFormatException(
                    file, "format", "is " + tree.path("format") + ", expected \"" + CorpusDescription.FORMAT + "\"");
        }
        if (tree.path("version").asInt(-1) != CorpusDescription.VERSION) {
            throw new FileFormatException(
                    file,
                    "version",
                    "is " + tree.path("version") + ", but this release reads version " + CorpusDescription.VERSION
                            + "; import the corpus again");
        }
    }

    /** What the parser found wrong, without its names of classes and switches in brackets. */
    private static String problem(String message) {
        String line = message.lines().findFirst().orElse("cannot be read");
        return line.replaceFirst(" \\(.*", "");
    }
}
