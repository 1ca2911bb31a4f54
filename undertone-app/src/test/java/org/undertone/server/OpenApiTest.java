package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The OpenAPI document; that responses are as it says is checked where there are responses. */
class OpenApiTest {
    @Test
    void isReadWithoutComplaint() {
        var options = new ParseOptions();
        options.setResolve(true);
        var result = new OpenAPIV3Parser().readContents(Contract.DOCUMENT.toString(), null, options);
        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
    }

    @Test
    void namesEveryRouteAndNoOther() {
        Map<String, Set<String>> documented = new TreeMap<>();
        Contract.DOCUMENT.path("paths").properties().forEach(path -> {
            var methods = new TreeSet<String>();
            path.getValue().fieldNames().forEachRemaining(method -> methods.add(method.toUpperCase()));
            documented.put(path.getKey(), methods);
        });
        assertThat(documented).isEqualTo(new TreeMap<>(Routes.METHODS));
    }

    @Test
    void namesTheCodeOfEveryProblem() {
        var text = new StringBuilder();
        collect(Contract.DOCUMENT, text);
        // Those of streams are described by their close codes, those of paths that are not there by nothing.
        Set<ProblemKind> elsewhere = Set.of(
                ProblemKind.NOT_FOUND,
                ProblemKind.URI_TOO_LONG,
                ProblemKind.HEADERS_TOO_LARGE,
                ProblemKind.TOO_MANY_STREAMS,
                ProblemKind.STREAM_TOO_LONG,
                ProblemKind.MESSAGE_TOO_LARGE,
                ProblemKind.BAD_MESSAGE,
                ProblemKind.FALLING_BEHIND,
                ProblemKind.IDLE);
        assertThat(Arrays.stream(ProblemKind.values())
                        .filter(kind -> !elsewhere.contains(kind))
                        .filter(kind -> !text.toString().contains("`" + kind.code() + "`")))
                .isEmpty();
    }

    private static void collect(JsonNode node, StringBuilder text) {
        if (node.isTextual()) {
            text.append(node.textValue()).append('\n');
        }
        node.forEach(child -> collect(child, text));
    }

    @Test
    void asksForTheTokenWhereTheServerDoes() {
        Contract.DOCUMENT.path("paths").properties().forEach(path -> path.getValue()
                .forEach(operation -> assertThat(operation.path("responses").has("401"))
                        .as(path.getKey())
                        .isEqualTo(!operation.has("security"))));
    }
}
