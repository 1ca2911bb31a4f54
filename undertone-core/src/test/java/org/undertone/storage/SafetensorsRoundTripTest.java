package org.undertone.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsRoundTripTest {
    @TempDir
    Path directory;

    @Test
    void readsWhatTheReferenceImplementationWrote() throws Exception {
        Path golden = Path.of(getClass().getResource("golden.safetensors").toURI());
        try (SafetensorsFile file = SafetensorsFile.open(golden)) {
            assertThat(file.metadata()).containsOnly(Map.entry("format", "np"), Map.entry("text", "Grüße"));
            assertThat(file.names())
                    .containsExactlyInAnyOrder("matrix", "whole", "exact", "bytes", "half", "scalar", "none");
            assertThat(file.entry("matrix").shape()).containsExactly(3L, 4L);
            assertThat(file.floats("matrix"))
                    .containsExactly(-1.25f, -1f, -.75f, -.5f, -.25f, 0, .25f, .5f, .75f, 1, 1.25f, 1.5f);
            assertThat(file.longs("whole")).containsExactly(-(1L << 62), -1, 0, 7);
            assertThat(file.doubles("exact")).containsExactly(0.1, -1e300);
            assertThat(file.floats("scalar")).containsExactly(2.5f);
            assertThat(file.entry("scalar").shape()).isEmpty();
            assertThat(file.floats("none")).isEmpty();
            assertThat(file.entry("half").type()).isEqualTo(ElementType.F16);
            assertThat(file.entry("bytes").bytes()).isEqualTo(3);
        }
    }

    @Test
    void readsBackEveryKindOfTensor() throws IOException {
        Path path = directory.resolve("deep/er/all.safetensors");
        try (SafetensorsWriter writer = SafetensorsWriter.create(path, Map.of("a", "1"))) {
            writer.doubles("d", new double[] {Math.PI, Double.NaN}, 2);
            writer.longs("l", new long[] {Long.MIN_VALUE, 3}, 1, 2);
            writer.floats("f", new float[] {1, -0f, Float.NEGATIVE_INFINITY, Float.MIN_VALUE}, 2, 2);
            writer.floats("empty", new float[0], 0, 74);
            writer.floats("scalar", new float[] {9});
            writer.metadata("b", "two");
            writer.commit();
        }
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThat(file.names()).containsExactly("d", "l", "f", "empty", "scalar");
            assertThat(file.doubles("d")).containsExactly(Math.PI, Double.NaN);
            assertThat(file.longs("l")).containsExactly(Long.MIN_VALUE, 3);
            assertThat(file.floats("f")).containsExactly(1, -0f, Float.NEGATIVE_INFINITY, Float.MIN_VALUE);
            assertThat(file.floats("empty")).isEmpty();
            assertThat(file.floats("scalar")).containsExactly(9);
            assertThat(file.metadata()).containsOnly(Map.entry("a", "1"), Map.entry("b", "two"));
        }
    }

    @Test
    void writesTheBytesTheSpecificationAsksFor() throws IOException {
        Path path = directory.resolve("spec.safetensors");
        try (SafetensorsWriter writer = SafetensorsWriter.create(path)) {
            writer.longs("first", new long[] {258}, 1);
            writer.floats("second", new float[] {1f}, 1, 1);
            writer.commit();
        }
        byte[] bytes = Files.readAllBytes(path);
        int length = Math.toIntExact(
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0));
        assertThat((8 + length) % 8).isZero();
        String header = new String(bytes, 8, length, StandardCharsets.UTF_8);
        assertThat(header).startsWith("{").matches("(?s)\\{.*\\} *");
        JsonNode json = new ObjectMapper().readTree(header);
        assertThat(json.toString())
                .isEqualTo("{\"first\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]},"
                        + "\"second\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[8,12]}}");
        assertThat(bytes).hasSize(8 + length + 12);
        assertThat(Arrays.copyOfRange(bytes, 8 + length, bytes.length))
                .containsExactly(2, 1, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0x80, 0x3f);
    }

    @Test
    void countsRowsThatComeInDifferentForms() throws IOException {
        Path path = directory.resolve("rows.safetensors");
        int columns = 7;
        float[] values = ramp(columns * 90_000);
        try (SafetensorsWriter writer = SafetensorsWriter.create(path)) {
            try (var rows = writer.rows("frames", columns)) {
                rows.append(values, 0, 1);
                rows.append(values, columns, 69_999);
                rows.append(FloatBuffer.wrap(values, columns * 70_000, columns * 5_000));
                var bytes = ByteBuffer.allocate(columns * 15_000 * 4).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(values, columns * 75_000, columns * 15_000);
                rows.append(bytes);
                rows.append(new float[0], 0, 0);
            }
            writer.longs("offsets", new long[] {0, 90_000}, 2);
            writer.commit();
        }
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThat(file.entry("frames").shape()).containsExactly(90_000L, 7L);
            assertThat(file.floats("frames")).isEqualTo(values);
            assertThat(file.longs("offsets")).containsExactly(0, 90_000);
        }
    }

    @Test
    void readsSlicesFromManyThreads() throws IOException {
        Path path = directory.resolve("slices.safetensors");
        float[] values = ramp(500_000);
        try (SafetensorsWriter writer = SafetensorsWriter.create(path)) {
            writer.floats("x", values, 500_000);
            writer.commit();
        }
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            boolean equal = IntStream.range(0, 200).parallel().allMatch(slice -> {
                int first = slice * 2_000 + 1;
                int count = 100_000 - slice * 499;
                float[] target = new float[count + 2];
                try {
                    file.floats("x", first, target, 1, count);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                boolean untouched = target[0] == 0 && target[count + 1] == 0;
                return untouched && Arrays.equals(target, 1, count + 1, values, first, first + count);
            });
            assertThat(equal).isTrue();
        }
    }

    @Test
    void growsTheHeaderWhereManyTensorsNeedMoreRoom() throws IOException {
        Path path = directory.resolve("many.safetensors");
        float[] large = ramp(700_001);
        try (SafetensorsWriter writer = SafetensorsWriter.create(path)) {
            writer.floats("large", large, 700_001);
            for (int i = 0; i < 500; i++) {
                writer.longs("tensor" + i, new long[] {i}, 1);
            }
            writer.commit();
        }
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThat(file.names()).hasSize(501);
            assertThat(file.floats("large")).isEqualTo(large);
            assertThat(file.longs("tensor0")).containsExactly(0);
            assertThat(file.longs("tensor499")).containsExactly(499);
        }
    }

    @Test
    void readsBeyondTwoGigabytes() throws IOException {
        Path path = directory.resolve("sparse.safetensors");
        long rows = 650_000_000;
        byte[] json = ("{\"x\":{\"dtype\":\"F32\",\"shape\":[" + rows + "],\"data_offsets\":[0," + rows * 4 + "]}}")
                .getBytes(StandardCharsets.UTF_8);
        try (StagedFile sparse = StagedFile.create(path)) {
            var header = ByteBuffer.allocate(8 + json.length).order(ByteOrder.LITTLE_ENDIAN);
            header.putLong(json.length).put(json).flip();
            sparse.channel().write(header, 0);
            var last = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, 42f);
            sparse.channel().write(last, 8 + json.length + (rows - 1) * 4);
            sparse.commit();
        }
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            float[] target = new float[2];
            file.floats("x", rows - 2, target, 0, 2);
            assertThat(target).containsExactly(0f, 42f);
        }
    }

    @Test
    void leavesNothingBehindWithoutACommit() throws IOException {
        Path path = directory.resolve("none.safetensors");
        try (SafetensorsWriter writer = SafetensorsWriter.create(path)) {
            writer.floats("x", new float[] {1}, 1);
        }
        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void refusesWhatCannotBeWritten() throws IOException {
        try (SafetensorsWriter writer = SafetensorsWriter.create(directory.resolve("x"))) {
            writer.floats("x", new float[] {1}, 1);
            assertThatThrownBy(() -> writer.floats("x", new float[] {1}, 1)).hasMessageContaining("already");
            assertThatThrownBy(() -> writer.floats("y", new float[] {1}, 2))
                    .hasMessage("tensor 'y' of shape [2] needs 2 values but 1 were given");
            assertThatThrownBy(() -> writer.floats("y", new float[] {1}, -1, -1))
                    .hasMessageContaining("negative");
            assertThatThrownBy(() -> writer.rows("y", 0)).hasMessageContaining("columns");
            var rows = writer.rows("rows", 3);
            assertThatThrownBy(() -> writer.floats("z", new float[] {1}, 1)).hasMessageContaining("still open");
            assertThatThrownBy(writer::commit).hasMessageContaining("still open");
            assertThatThrownBy(() -> rows.append(FloatBuffer.allocate(4))).hasMessageContaining("whole");
            rows.close();
            assertThatThrownBy(() -> rows.append(new float[3], 0, 1)).hasMessageContaining("closed");
        }
    }

    @Test
    void requiresTypeAndShape() throws IOException {
        Path path = directory.resolve("typed.safetensors");
        try (SafetensorsWriter writer = SafetensorsWriter.create(path)) {
            writer.floats("x", new float[6], 2, 3);
            writer.commit();
        }
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThat(file.require("x", ElementType.F32, 2, 3).shape()).isEqualTo(List.of(2L, 3L));
            assertThatThrownBy(() -> file.require("x", ElementType.F32, 3, 2))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessage(path + ": tensor 'x': is F32 [2, 3], expected F32 [3, 2]");
            assertThatThrownBy(() -> file.longs("x")).hasMessage(path + ": tensor 'x': is F32, expected I64");
            assertThatThrownBy(() -> file.doubles("y")).hasMessage(path + ": tensor 'y': is missing");
            assertThatThrownBy(() -> file.floats("x", 4, new float[9], 0, 3))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    private static float[] ramp(int count) {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i * 0.5f;
        }
        return values;
    }
}
