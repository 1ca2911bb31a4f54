package org.undertone.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * By what it is noticed that a model directory holds other files: where it lies once links are followed, and of each file
 * number, size and time. Watching by events would miss directories that are renamed or linked anew.
 *
 * @param traits of the directory and each file
 */
record ModelIdentity(List<String> traits) {
    private static final List<String> FILES = List.of("model.json", "model.safetensors", "README.md");

    static ModelIdentity of(Path directory) {
        var traits = new ArrayList<String>();
        try {
            Path real = directory.toRealPath();
            traits.add(real.toString());
            for (String name : FILES) {
                traits.add(trait(real.resolve(name)));
            }
        } catch (IOException e) {
            traits.add("missing");
        }
        return new ModelIdentity(List.copyOf(traits));
    }

    private static String trait(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.fileKey() + " " + attributes.size() + " " + attributes.lastModifiedTime();
        } catch (IOException e) {
            return "missing";
        }
    }
}
