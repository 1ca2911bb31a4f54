package org.undertone.features.creak;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.undertone.storage.FileFormatException;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5Reader;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Struct;

/**
 * The numbers in a MATLAB file of version 5 to 7, wherever in variables, structures, objects and cells they are. The file is
 * distrusted: its size, that of what it unpacks to, the number of arrays and their depth are limited.
 */
final class MatlabNumbers {
    private static final long MAXIMUM_FILE_BYTES = 16L << 20;
    private static final int MAXIMUM_UNPACKED_BYTES = 64 << 20;
    private static final int MAXIMUM_ARRAYS = 100_000;
    /** Of a matrix that is looked at: a thousand units of 36 weights each are more than any network for creak has. */
    private static final int MOST_ELEMENTS = 1 << 16;

    private static final int MAXIMUM_DEPTH = 24;

    private final List<Numbers> found = new ArrayList<>();
    private int visited;

    private MatlabNumbers() {}

    /**
     * An array of numbers.
     *
     * @param name path, such as {@code net.IW{1}}
     * @param depth of the path, 0 for a variable
     * @param rows first dimension
     * @param columns second dimension; there are no more
     * @param values column by column
     */
    record Numbers(String name, int depth, int rows, int columns, double[] values) {
        boolean isVector(int length) {
            return values.length == length && (rows == 1 || columns == 1);
        }

        /** Whether the last name of the path, without an index, is like a pattern in lower case. */
        boolean named(String pattern) {
            String last = name.substring(name.lastIndexOf('.') + 1).replaceAll("\\{.*", "");
            return last.toLowerCase(Locale.ROOT).matches(pattern);
        }

        double value(int row, int column) {
            return values[column * rows + row];
        }

        String describe() {
            return name + " " + rows + " x " + columns;
        }
    }

    /**
     * All of them, in the order of the file.
     *
     * @throws FileFormatException where the file is no such file, a damaged or too large one
     */
    static List<Numbers> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new FileFormatException(file, "file", "is a directory, expected a MATLAB file");
        }
        if (Files.size(file) > MAXIMUM_FILE_BYTES) {
            throw new FileFormatException(
                    file,
                    "file",
                    "has " + Files.size(file) + " bytes, more than the " + MAXIMUM_FILE_BYTES
                            + " that a network may have");
        }
        var numbers = new MatlabNumbers();
        try (Source source = Sources.wrap(Files.readAllBytes(file));
                MatFile content = new DistrustfulReader(source, new Budget()).readMat()) {
            for (MatFile.Entry entry : content.getEntries()) {
                numbers.visit(entry.getName(), entry.getValue(), 0);
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The library follows sizes and types as the file claims them, and fails with exceptions of every kind.
            throw new FileFormatException(
                    file,
                    "file",
                    "is no MATLAB file of version 5 to 7 or a damaged one; write it again with save -v7",
                    e);
        }
        return numbers.found;
    }

    private void visit(String name, Array array, int depth) {
        if (depth > MAXIMUM_DEPTH || ++visited > MAXIMUM_ARRAYS) {
            throw new IllegalArgumentException("too deep or too many arrays");
        }
        if (array instanceof Matrix matrix) {
            if (!matrix.isComplex() && matrix.getNumDimensions() == 2 && isOfANetwork(matrix)) {
                found.add(new Numbers(name, depth, matrix.getNumRows(), matrix.getNumCols(), values(matrix)));
            }
        } else if (array instanceof Cell cell) {
            for (int i = 0; i < cell.getNumElements(); i++) {
                visit(name + "{" + (i + 1) + "}", cell.get(i), depth + 1);
            }
        } else if (array instanceof Struct struct) {
            for (String field : struct.getFieldNames()) {
                for (int i = 0; i < struct.getNumElements(); i++) {
                    visit(name + "." + field, struct.get(field, i), depth + 1);
                }
            }
        }
    }

    /** Whether a matrix is of a size that weights may have; larger ones would only take memory. */
    private static boolean isOfANetwork(Matrix matrix) {
        return matrix.getNumElements() > 0 && matrix.getNumElements() <= MOST_ELEMENTS;
    }

    private static double[] values(Matrix matrix) {
        var values = new double[matrix.getNumElements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix.getDouble(i);
        }
        return values;
    }

    /** What may still be unpacked from a file. */
    private static final class Budget implements BufferAllocator {
        private long bytes = MAXIMUM_UNPACKED_BYTES;

        void take(long wanted) {
            if (wanted < 0 || wanted > bytes) {
                throw new IllegalArgumentException(wanted + " bytes exceed what is left of the allowed memory");
            }
            bytes -= wanted;
        }

        @Override
        public ByteBuffer allocate(int numBytes) {
            take(numBytes);
            return ByteBuffer.allocate(numBytes);
        }

        @Override
        public void release(ByteBuffer buffer) {
            // Garbage like any other.
        }
    }

    /** A reader that counts what cells and structures claim to hold before it makes room for it. */
    private static final class DistrustfulReader extends Mat5Reader {
        private static final int ARRAY_BYTES = 64;
        private static final int INFLATE_BYTES = 1 << 16;

        private final Budget budget;

        private DistrustfulReader(Source source, Budget budget) {
            super(source);
            this.budget = budget;
            setBufferAllocator(budget);
            setMaxInflateBufferSize(INFLATE_BYTES);
            disableSubsystemProcessing();
        }

        @Override
        protected Array readCell(EntryHeader header) throws IOException {
            budget.take((long) ARRAY_BYTES * header.getNumElements());
            return super.readCell(header);
        }

        @Override
        protected Array[][] readValues(EntryHeader header, int count, String[] names) throws IOException {
            budget.take((long) ARRAY_BYTES * header.getNumElements() * Math.max(1, names.length));
            return super.readValues(header, count, names);
        }

        @Override
        protected Mat5Reader createChildReader(Source source) {
            return new DistrustfulReader(source, budget);
        }
    }
}
