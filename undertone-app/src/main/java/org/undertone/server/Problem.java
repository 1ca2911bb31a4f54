package org.undertone.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.undertone.storage.JsonFile;

/**
 * Why a request or a stream was refused or given up, as RFC 9457 describes it.
 *
 * @param kind what kind of problem
 * @param detail one sentence with the value and the way out
 * @param instance what this occurrence is called in the log; empty where there is nothing in it
 */
record Problem(ProblemKind kind, String detail, String instance) {
    static final String CONTENT_TYPE = "application/problem+json";

    Problem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(instance, "instance");
    }

    static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, "");
    }

    int status() {
        return kind.status();
    }

    ObjectNode toJson() {
        ObjectNode json = JsonFile.object()
                .put("type", kind.type())
                .put("title", kind.title())
                .put("status", kind.status())
                .put("detail", detail)
                .put("code", kind.code());
        if (!instance.isEmpty()) {
            json.put("instance", "urn:undertone:error:" + instance);
        }
        return json;
    }

    byte[] toBytes() {
        return toJson().toString().getBytes(StandardCharsets.UTF_8);
    }
}
