package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAPI document, and what is said on the wire held against it. */
final class Contract {
    static final JsonMapper JSON = new JsonMapper();
    static final JsonNode DOCUMENT = document();

    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private Contract() {}

    private static JsonNode document() {
        try (InputStream in = EmotionServer.class.getResourceAsStream("docs/openapi.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the document is on the class path", e);
        }
    }

    /** A response has to be one that the document describes for the route and method. */
    static void check(String path, String method, int status, String type, byte[] body) {
        JsonNode operation = DOCUMENT.path("paths").path(path).path(method.toLowerCase());
        if (operation.isMissingNode()) {
            assertThat(status)
                    .as(method + " " + path + " is not in the document")
                    .isIn(403, 404, 405, 401, 204);
            if (status != 204) {
                checkSchema("Problem", body);
            }
            return;
        }
        JsonNode response = operation.path("responses").path(Integer.toString(status));
        assertThat(response.isMissingNode())
                .as("the document knows no status " + status + " of " + method + " " + path)
                .isFalse();
        if (response.has("$ref")) {
            response = DOCUMENT.at(response.get("$ref").textValue().substring(1));
        }
        JsonNode content = response.path("content").path(type.replaceFirst(";.*", ""));
        assertThat(content.isMissingNode())
                .as("the document knows no " + type + " of " + method + " " + path + " " + status)
                .isFalse();
        JsonNode schema = content.path("schema");
        if (schema.has("$ref")) {
            checkSchema(schema.get("$ref").textValue().replaceFirst(".*/", ""), body);
        }
    }

    /** A document has to be what a schema of the components says. */
    static void checkSchema(String name, byte[] body) {
        try {
            assertThat(SCHEMAS.computeIfAbsent(name, Contract::schema).validate(JSON.readTree(body)))
                    .as(new String(body, java.nio.charset.StandardCharsets.UTF_8))
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON", e);
        }
    }

    private static JsonSchema schema(String name) {
        try {
            ObjectNode root = JSON.createObjectNode().put("$ref", "#/$defs/" + name);
            String definitions = DOCUMENT.at("/components/schemas").toString();
            root.set("$defs", JSON.readTree(definitions.replace("#/components/schemas/", "#/$defs/")));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(root);
        } catch (IOException e) {
            throw new UncheckedIOException("a document made of another", e);
        }
    }
}
