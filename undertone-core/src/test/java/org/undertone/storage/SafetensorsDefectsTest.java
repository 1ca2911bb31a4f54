package org.undertone.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsDefectsTest {
    @TempDir
    Path directory;

    @Test
    void rejectsAMissingFile() {
        Path path = directory.resolve("nowhere");
        assertThatThrownBy(() -> SafetensorsFile.open(path))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(path + ": no such file");
    }

    @Test
    void rejectsADirectory() {
        assertThatThrownBy(() -> SafetensorsFile.open(directory))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(directory + ": file: is a directory, expected a safetensors file");
    }

    @Test
    void rejectsAnEmptyFile() throws IOException {
        assertDefect(new byte[0], "file: has 0 bytes, too few");
    }

    @Test
    void rejectsAHeaderThatIsCutOff() throws IOException {
        byte[] whole = file("{}", 0);
        assertDefect(Arrays.copyOf(whole, 9), "header: is truncated: claims 2 bytes but the file has 1");
    }

    @Test
    void rejectsAHeaderAboveTheCap() throws IOException {
        assertDefect(lengthOnly(100_000_001), "claims a length of 100000001 bytes, more than the allowed 100000000");
    }

    @Test
    void rejectsAHeaderLengthWithTheHighestBitSet() throws IOException {
        assertDefect(lengthOnly(-1), "claims a length of 18446744073709551615 bytes");
    }

    @Test
    void rejectsAnEmptyHeader() throws IOException {
        assertDefect(file("", 0), "does not begin with '{'");
    }

    @Test
    void rejectsAHeaderThatIsNoObject() throws IOException {
        assertDefect(file(" {}", 0), "does not begin with '{'");
    }

    @Test
    void rejectsMalformedJson() throws IOException {
        assertDefect(file("{\"x\":", 0), "header: is not");
        assertDefect(file("{nonsense}", 0), "header: is not the expected JSON");
    }

    @Test
    void rejectsMalformedUtf8() throws IOException {
        byte[] bytes = file("{\"x?\":1}", 0);
        bytes[8 + 3] = (byte) 0xff;
        assertDefect(bytes, "header: is not valid UTF-8");
    }

    @Test
    void rejectsOtherEncodings() throws IOException {
        byte[] json = "{}".getBytes(StandardCharsets.UTF_16LE);
        var bytes = ByteBuffer.allocate(8 + json.length).order(ByteOrder.LITTLE_ENDIAN);
        assertDefect(bytes.putLong(json.length).put(json).array(), "header: is not the expected JSON");
    }

    @Test
    void rejectsTextAfterTheHeader() throws IOException {
        assertDefect(file("{} {}", 0), "goes on after its JSON object");
    }

    @Test
    void rejectsANameThatOccursTwice() throws IOException {
        String tensor = "\"x\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}";
        assertDefect(file("{" + tensor + "," + tensor + "}", 0), "Duplicate field 'x'");
    }

    @Test
    void rejectsAKeyThatOccursTwice() throws IOException {
        assertDefect(tensor("\"dtype\":\"U8\",\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]", 0), "Duplicate");
    }

    @Test
    void rejectsAMissingKey() throws IOException {
        assertDefect(tensor("\"dtype\":\"U8\",\"shape\":[0]", 0), "tensor 'x': has no 'data_offsets'");
        assertDefect(tensor("\"dtype\":\"U8\",\"data_offsets\":[0,0]", 0), "tensor 'x': has no 'shape'");
        assertDefect(tensor("\"shape\":[0],\"data_offsets\":[0,0]", 0), "tensor 'x': has no 'dtype'");
    }

    @Test
    void rejectsAnUnknownKey() throws IOException {
        assertDefect(tensor("\"dtypo\":\"U8\"", 0), "tensor 'x': has an unknown key 'dtypo'");
    }

    @Test
    void rejectsAnUnknownType() throws IOException {
        assertDefect(tensor("F31", "[1]", "[0,4]", 4), "tensor 'x': has the unknown dtype 'F31'");
    }

    @Test
    void rejectsValuesOfTheWrongKind() throws IOException {
        assertDefect(file("{\"x\":3}", 0), "tensor 'x': is not an object");
        assertDefect(file("{\"__metadata__\":{\"a\":1}}", 0), "__metadata__ 'a': is not a string");
        assertDefect(file("{\"__metadata__\":[]}", 0), "__metadata__: is not an object");
        assertDefect(tensor("F32", "4", "[0,4]", 4), "tensor 'x' shape: is not an array");
        assertDefect(tensor("F32", "[1.5]", "[0,4]", 4), "tensor 'x' shape: is not a whole number");
        assertDefect(tensor("F32", "[1", "[0,4]", 4), "tensor 'x' shape: is not a whole number");
        assertDefect(tensor("\"dtype\":7", 0), "tensor 'x' dtype: is not a string");
    }

    @Test
    void rejectsOffsetsBeyondTheData() throws IOException {
        assertDefect(tensor("F32", "[2]", "[0,8]", 4), "ends at byte 8 of the data, but there are 4");
    }

    @Test
    void rejectsOffsetsInTheWrongOrder() throws IOException {
        assertDefect(tensor("F32", "[1]", "[4,0]", 4), "has data_offsets [4, 0], expected [begin, end]");
    }

    @Test
    void rejectsNegativeOffsets() throws IOException {
        assertDefect(tensor("F32", "[1]", "[-4,0]", 4), "has data_offsets [-4, 0]");
    }

    @Test
    void rejectsOneOffsetOrThree() throws IOException {
        assertDefect(tensor("F32", "[1]", "[0]", 4), "has data_offsets [0]");
        assertDefect(tensor("F32", "[1]", "[0,4,8]", 4), "has data_offsets [0, 4, 8]");
    }

    @Test
    void rejectsNumbersBeyondSixtyFourBits() throws IOException {
        assertDefect(tensor("F32", "[1]", "[0,99999999999999999999]", 4), "header: is not the expected JSON");
    }

    @Test
    void rejectsANegativeLength() throws IOException {
        assertDefect(tensor("F32", "[-1,-1]", "[0,4]", 4), "has a negative length in its shape [-1, -1]");
    }

    @Test
    void rejectsAShapeWhoseSizeOverflows() throws IOException {
        assertDefect(tensor("F32", "[4611686018427387904,4]", "[0,0]", 0), "overflows 64 bits");
        assertDefect(tensor("U8", "[4294967296,2147483648]", "[0,0]", 0), "overflows 64 bits");
    }

    @Test
    void rejectsASizeThatDoesNotMatchTheShape() throws IOException {
        assertDefect(tensor("F32", "[2]", "[0,4]", 4), "needs 8 bytes for F32 [2] but has 4");
    }

    @Test
    void rejectsOverlappingTensors() throws IOException {
        assertDefect(two("[0,4]", "[2,6]", 6), "tensor 'b': overlaps the tensor before it");
    }

    @Test
    void rejectsAGapBetweenTensors() throws IOException {
        assertDefect(two("[0,4]", "[6,10]", 10), "tensor 'b': leaves a gap before it");
    }

    @Test
    void rejectsAGapBeforeTheFirstTensor() throws IOException {
        assertDefect(two("[1,5]", "[5,9]", 9), "tensor 'a': leaves a gap before it");
    }

    @Test
    void rejectsBytesAfterTheLastTensor() throws IOException {
        assertDefect(tensor("F32", "[1]", "[0,4]", 9), "data: has 5 bytes after the last tensor");
    }

    @Test
    void rejectsAFileThatShrinksWhileItIsRead() throws IOException {
        Path path = Files.write(directory.resolve("shrinks"), tensor("F32", "[2]", "[0,8]", 8));
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            Files.write(path, Arrays.copyOf(Files.readAllBytes(path), (int) Files.size(path) - 4));
            assertThatThrownBy(() -> file.floats("x"))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageContaining("the file ended while it was being read");
        }
    }

    @Test
    void acceptsTensorsInAnyOrderOfTheHeader() throws IOException {
        Path path = Files.write(directory.resolve("order"), two("[4,8]", "[0,4]", 8));
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThat(file.names()).containsExactly("b", "a");
        }
    }

    @Test
    void answersDamagedBytesWithAResultOrANamedError() throws IOException {
        byte[] whole = two("[0,4]", "[4,8]", 8);
        var random = new SplittableRandom(20240131);
        int refused = 0;
        for (int round = 0; round < 4_000; round++) {
            byte[] damaged =
                    Arrays.copyOf(whole, random.nextInt(10) == 0 ? random.nextInt(whole.length + 9) : whole.length);
            for (int change = random.nextInt(4); change >= 0 && damaged.length > 0; change--) {
                int at = random.nextInt(damaged.length);
                damaged[at] = random.nextBoolean() ? (byte) random.nextInt(256) : (byte) (damaged[at] ^ 1);
            }
            Path path = Files.write(directory.resolve("fuzz"), damaged);
            try (SafetensorsFile file = SafetensorsFile.open(path)) {
                for (String name : file.names()) {
                    assertThat(file.entry(name).bytes()).isLessThanOrEqualTo(damaged.length);
                    if (file.entry(name).type() == ElementType.F32) {
                        assertThat(file.floats(name))
                                .hasSize((int) file.entry(name).elements());
                    }
                }
            } catch (FileFormatException e) {
                refused++;
                assertThat(e.file()).isEqualTo(path);
                assertThat(e.where()).isNotBlank();
            }
        }
        assertThat(refused).isBetween(1_000, 3_999);
    }

    private void assertDefect(byte[] content, String message) throws IOException {
        Path path = Files.write(directory.resolve("defect"), content);
        assertThatThrownBy(() -> SafetensorsFile.open(path).close())
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith(path + ": ")
                .hasMessageContaining(message);
    }

    private static byte[] two(String a, String b, int dataBytes) {
        String tensor = "{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":";
        return file("{\"a\":" + tensor + a + "},\"b\":" + tensor + b + "}}", dataBytes);
    }

    private static byte[] tensor(String type, String shape, String offsets, int dataBytes) {
        return tensor("\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets, dataBytes);
    }

    private static byte[] tensor(String keys, int dataBytes) {
        return file("{\"x\":{" + keys + "}}", dataBytes);
    }

    private static byte[] file(String header, int dataBytes) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(8 + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.putLong(json.length).put(json).array();
    }

    private static byte[] lengthOnly(long length) {
        return ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array();
    }
}
