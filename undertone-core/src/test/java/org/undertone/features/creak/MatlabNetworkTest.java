package org.undertone.features.creak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.storage.FileFormatException;
import org.undertone.storage.SafetensorsFile;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sink;
import us.hebi.matlab.mat.types.Sinks;

class MatlabNetworkTest {
    private static final SplittableRandom RANDOM = new SplittableRandom(5);

    @TempDir
    private Path directory;

    @Test
    void readsWhatScipyWrites() throws Exception {
        CreakNetwork network = CreakNetwork.readMatlab(resource("network.mat"));
        assertThat(network.hidden()).hasDimensions(32, 36);
        try (var golden = SafetensorsFile.open(resource("network.safetensors"))) {
            double[] rows = golden.doubles("rows");
            double[] expected = golden.doubles("posteriors");
            for (int i = 0; i < expected.length; i++) {
                assertThat(network.posterior(Arrays.copyOfRange(rows, 36 * i, 36 * i + 36)))
                        .isCloseTo(expected[i], within(1e-12));
            }
        }
    }

    @Test
    void readsArraysUnderPlainNames() throws Exception {
        Path file = plain("");
        CreakNetwork network = CreakNetwork.readMatlab(file);
        assertThat(network.hidden()).hasDimensions(4, 36);
        assertThat(network.hidden()[3][35]).isEqualTo(35 * 4 + 3);
        assertThat(network.hiddenBias()).containsExactly(0, 1, 2, 3);
        assertThat(network.outputBias()).isEqualTo(0);
    }

    @Test
    void namesWhatIsMissingAndWhatIsThere() throws Exception {
        Path file = plain("maxi");
        assertThatThrownBy(() -> CreakNetwork.readMatlab(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(file + ": variables: hold no greatest values of the features, 36 in a vector such as maxi;"
                        + " what else they hold is no numbers");
        Path other = plain("W1");
        assertThatThrownBy(() -> CreakNetwork.readMatlab(other))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("hold no hidden weights, a table of units x 36 features such as IW{1,1}")
                .hasMessageContaining("LW 1 x 4, b1 4 x 1");
    }

    @Test
    void refusesFilesThatAreNone() throws Exception {
        Path text = directory.resolve("text.mat");
        Files.writeString(
                text,
                "not MATLAB at all, but long enough to hold a header of one hundred and twenty-eight bytes"
                        + " and a little more than that, which is not much");
        assertRefused(text);
        Path empty = directory.resolve("empty.mat");
        Files.createFile(empty);
        assertRefused(empty);
        assertThatThrownBy(() -> CreakNetwork.readMatlab(directory))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("is a directory");
        assertThatThrownBy(() -> CreakNetwork.readMatlab(directory.resolve("none.mat")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void refusesTruncatedFiles() throws Exception {
        byte[] whole = Files.readAllBytes(resource("network.mat"));
        for (int length = 0; length < whole.length; length += 97) {
            assertRefused(written(Arrays.copyOf(whole, length)));
        }
    }

    @Test
    void survivesDamage() throws Exception {
        byte[] packed = Files.readAllBytes(resource("network.mat"));
        byte[] plain = Files.readAllBytes(plain(""));
        for (int i = 0; i < 400; i++) {
            byte[] bytes = (i % 2 == 0 ? packed : plain).clone();
            for (int k = 0; k <= i % 3; k++) {
                bytes[RANDOM.nextInt(bytes.length)] = (byte) RANDOM.nextInt(256);
            }
            Path file = written(bytes);
            try {
                CreakNetwork.readMatlab(file);
            } catch (FileFormatException e) {
                assertThat(e).hasMessageStartingWith(file.toString());
            }
        }
    }

    @Test
    void doesNotMakeRoomForWhatACellClaims() throws Exception {
        Path file = directory.resolve("cell.mat");
        write(file, Mat5.newMatFile().addArray("c", Mat5.newCell(123, 7)));
        byte[] bytes = Files.readAllBytes(file);
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (buffer.getInt(at) != 123 || buffer.getInt(at + 4) != 7) {
            at++;
        }
        buffer.putInt(at, 1 << 15).putInt(at + 4, 1 << 15);
        assertRefused(written(bytes));
    }

    private static void assertRefused(Path file) {
        assertThatThrownBy(() -> CreakNetwork.readMatlab(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("is no MATLAB file of version 5 to 7 or a damaged one; write it again");
    }

    /** A network of four units in variables of its own, without one of them. */
    private Path plain(String without) throws IOException {
        MatFile content = Mat5.newMatFile();
        add(content, without, "W1", counting(4, 36));
        add(content, without, "LW", counting(1, 4));
        add(content, without, "b1", counting(4, 1));
        add(content, without, "b2", counting(1, 1));
        add(content, without, "mini", counting(36, 1));
        add(content, without, "maxi", counting(1, 36));
        Path file = directory.resolve("plain" + without + ".mat");
        write(file, content);
        return file;
    }

    private static void add(MatFile content, String without, String name, Array array) {
        if (!name.equals(without)) {
            content.addArray(name, array);
        }
    }

    /** 0, 1, 2.. column by column. */
    private static Matrix counting(int rows, int columns) {
        Matrix matrix = Mat5.newMatrix(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            matrix.setDouble(i, i);
        }
        return matrix;
    }

    private static void write(Path file, MatFile content) throws IOException {
        try (Sink sink = Sinks.newStreamingFile(file.toFile())) {
            Mat5.newWriter(sink).setDeflateLevel(0).writeMat(content);
        }
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("written.mat"), bytes);
    }

    private Path resource(String name) throws Exception {
        return Path.of(getClass().getResource(name).toURI());
    }
}
