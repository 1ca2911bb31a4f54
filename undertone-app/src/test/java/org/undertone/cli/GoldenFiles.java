package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** The small files beside which the scripts lie that made them, in the modules below this one. */
final class GoldenFiles {
    private GoldenFiles() {}

    static Path csd(String name) {
        return find("undertone-lab/src/test/resources/org/undertone/corpus/" + name);
    }

    static Path model() {
        return find("undertone-core/src/test/resources/org/undertone/model/model-v1");
    }

    private static Path find(String name) {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve(name))) {
            directory = directory.getParent();
            assertThat(directory).as("a directory with " + name).isNotNull();
        }
        return directory.resolve(name);
    }
}
