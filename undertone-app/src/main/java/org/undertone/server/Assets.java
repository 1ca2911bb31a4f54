package org.undertone.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Files of the page and of the libraries it uses, from the class path and nowhere else. */
final class Assets {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)+");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "webmanifest", "application/manifest+json");

    private final String root;
    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    /** A file and its kind. */
    record Asset(byte[] content, String type) {}

    private Assets(String root) {
        this.root = root;
    }

    /** Files of this package. */
    static Assets ofPackage(String folder) {
        return new Assets("org/undertone/server/" + folder + "/");
    }

    /** Files of a webjar, whatever its version. */
    static Assets ofWebjar(String group, String name, String folder) {
        String description = "META-INF/maven/" + group + "/" + name + "/pom.properties";
        try (InputStream in = resource(description)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks the webjar " + name);
            }
            var properties = new Properties();
            properties.load(in);
            return new Assets(
                    "META-INF/resources/webjars/" + name + "/" + properties.getProperty("version") + "/" + folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the description of the webjar " + name + " cannot be read", e);
        }
    }

    /** A file by its name; none where there is no such file, or one whose kind is not meant to be seen. */
    Optional<Asset> find(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Asset known = read.get(name);
        if (known == null) {
            try (InputStream in = resource(root + name)) {
                if (in == null) {
                    return Optional.empty();
                }
                known = new Asset(in.readAllBytes(), type);
                read.put(name, known);
            } catch (IOException e) {
                throw new UncheckedIOException(root + name + " cannot be read from the class path", e);
            }
        }
        return Optional.of(known);
    }

    private static InputStream resource(String path) {
        return Assets.class.getClassLoader().getResourceAsStream(path);
    }
}
