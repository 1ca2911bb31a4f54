package org.undertone.exchange;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.undertone.storage.ElementType;
import org.undertone.storage.FileFormatException;
import org.undertone.storage.SafetensorsFile;
import org.undertone.storage.TensorEntry;

/** The tensors of a file, and which of them nobody has asked for yet. */
final class SavedWeights {
    /** No dimension of an encoder is larger. */
    private static final long MOST = 1 << 16;

    private final SafetensorsFile file;
    private final Set<String> unused;

    SavedWeights(SafetensorsFile file) {
        this.file = file;
        this.unused = new LinkedHashSet<>(file.names());
    }

    /** Names of the tensors that nobody has asked for, in the order of the file. */
    List<String> unused() {
        return List.copyOf(unused);
    }

    /** The sizes of a tensor, which must have so many dimensions, none empty or beyond measure. */
    int[] shape(String name, int dimensions) throws FileFormatException {
        TensorEntry entry = file.entry(name);
        if (entry.shape().size() != dimensions || entry.shape().stream().anyMatch(size -> size < 1 || size > MOST)) {
            throw fault(name, "is " + entry.describe() + ", expected " + dimensions + " dimensions of 1 to " + MOST);
        }
        return entry.shape().stream().mapToInt(Long::intValue).toArray();
    }

    int dimensions(String name) throws FileFormatException {
        return file.entry(name).shape().size();
    }

    boolean has(String name) {
        return file.has(name);
    }

    /** The values of a tensor that must have this shape; of double precision, rounded. */
    float[] floats(String name, long... shape) throws IOException {
        if (file.entry(name).type() == ElementType.F64) {
            double[] values = doubles(name, shape);
            var rounded = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                rounded[i] = (float) values[i];
            }
            return rounded;
        }
        file.require(name, ElementType.F32, shape);
        unused.remove(name);
        return file.floats(name);
    }

    /** The same in double precision. */
    double[] doubles(String name, long... shape) throws IOException {
        if (file.entry(name).type() == ElementType.F64) {
            file.require(name, ElementType.F64, shape);
            unused.remove(name);
            return file.doubles(name);
        }
        float[] values = floats(name, shape);
        var widened = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            widened[i] = values[i];
        }
        return widened;
    }

    /** Something is wrong with one tensor. */
    FileFormatException fault(String name, String problem) {
        return new FileFormatException(file.file(), "tensor '" + name + "'", problem);
    }

    /** Something is wrong with the whole of it. */
    FileFormatException fault(String problem) {
        return new FileFormatException(file.file(), "tensors", problem);
    }

    /** The names there are, for messages. */
    String listed() {
        return file.names().stream().limit(12).collect(Collectors.joining(", "))
                + (file.names().size() > 12 ? ", ..." : "");
    }
}
