package org.undertone.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {
    @TempDir
    Path directory;

    @Test
    void readsBackWhatItWrote() throws IOException {
        Path file = directory.resolve("a.json");
        var object = JsonFile.object().put("text", "Grüße").put("whole", 7).put("number", 0.1);
        object.putArray("texts").add("a").add("b");
        object.putObject("inner").put("x", 1);
        JsonFile.write(file, object);
        JsonFields fields = JsonFile.read(file);
        assertThat(fields.keys()).containsExactly("text", "whole", "number", "texts", "inner");
        assertThat(fields.text("text")).isEqualTo("Grüße");
        assertThat(fields.integer("whole", 0, 7)).isEqualTo(7);
        assertThat(fields.number("number", 0, 1)).isEqualTo(0.1);
        assertThat(fields.texts("texts")).containsExactly("a", "b");
        assertThat(fields.fields("inner").integer("x", 1, 1)).isEqualTo(1);
        assertThat(fields.free("inner")).isEqualTo(object.get("inner"));
        assertThat(fields.has("inner")).isTrue();
        assertThat(Files.readString(file)).endsWith("}\n");
    }

    @Test
    void namesFileAndFieldOfAFault() throws IOException {
        Path file = Files.writeString(directory.resolve("a.json"), "{\"a\": {\"b\": -1, \"c\": null, \"d\": [[]]}}");
        JsonFields fields = JsonFile.read(file).fields("a");
        assertFault(file, "b", "is -1, expected a whole number from 0 to 9", () -> fields.integer("b", 0, 9));
        assertFault(file, "b", "is -1, expected a number from 0.0 to 9.0", () -> fields.number("b", 0, 9));
        assertFault(file, "b", "is -1, expected a text", () -> fields.text("b"));
        assertFault(file, "b", "is not a list", () -> fields.texts("b"));
        assertFault(file, "b", "is not an object", () -> fields.free("b"));
        assertFault(file, "c", "is missing", () -> fields.text("c"));
        assertFault(file, "d", "holds [], expected texts only", () -> fields.texts("d"));
        assertFault(file, "b", "is not known here; known are [c, d]", () -> {
            fields.allow(Set.of("c", "d"));
            return null;
        });
    }

    private static void assertFault(Path file, String key, String problem, Callable<Object> reading) {
        assertThatThrownBy(reading::call)
                .isInstanceOf(FileFormatException.class)
                .hasMessage(file + ": 'a." + key + "': " + problem);
    }

    @Test
    void rejectsAMissingFile() {
        Path file = directory.resolve("a.json");
        assertThatThrownBy(() -> JsonFile.read(file))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(file + ": no such file");
    }

    @Test
    void rejectsADirectory() {
        assertThatThrownBy(() -> JsonFile.read(directory)).hasMessageContaining("is a directory, expected a JSON file");
    }

    @Test
    void rejectsMalformedUtf8() throws IOException {
        Path file = Files.write(directory.resolve("a.json"), new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
        assertThatThrownBy(() -> JsonFile.read(file)).hasMessage(file + ": file: is not valid UTF-8");
    }

    @Test
    void rejectsWhatComesAfterTheObject() throws IOException {
        Path file = Files.writeString(directory.resolve("a.json"), "{}\n{}");
        assertThatThrownBy(() -> JsonFile.read(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("line 2: is not the expected JSON");
    }

    @Test
    void rejectsNestingWithoutEnd() throws IOException {
        Path file = Files.writeString(directory.resolve("a.json"), "{\"a\":" + "[".repeat(100_000));
        assertThatThrownBy(() -> JsonFile.read(file)).isInstanceOf(FileFormatException.class);
    }

    @Test
    void refusesADevice() {
        assertThatThrownBy(() -> JsonFile.read(Path.of("/dev/zero")))
                .hasMessage("/dev/zero: file: is not a regular file, expected a JSON file");
        assertThatThrownBy(() -> SafetensorsFile.open(Path.of("/dev/zero")))
                .hasMessage("/dev/zero: file: is not a regular file, expected a safetensors file");
    }
}
