package org.undertone.corpus;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.Inflater;
import org.undertone.storage.FileFormatException;

/** The numbers of one dataset, read by rows; further dimensions than the second are laid out as columns. */
final class CsdMatrix {
    private static final int CONVERTED_BYTES = 1 << 16;

    private final Place place;
    private final long rows;
    private final int columns;
    private final int elementBytes;
    private final ByteOrder order;
    private final RowSource source;
    private ByteBuffer raw = ByteBuffer.allocate(0);

    private CsdMatrix(Place place, long rows, int columns, FloatingPoint type, RowSource source) {
        this.place = place;
        this.rows = rows;
        this.columns = columns;
        this.elementBytes = type.getSize();
        this.order = type.getByteOrder();
        this.source = source;
    }

    /**
     * Where a dataset lies.
     *
     * @param channel the open file; whoever opened it closes it
     * @param inflater used for one chunk after the other, by one thread; whoever made it ends it
     * @param where video and dataset, for messages
     */
    record Place(Path file, FileChannel channel, Inflater inflater, String where) {
        FileFormatException problem(String problem) {
            return new FileFormatException(file, where, problem);
        }
    }

    /** Gives the bytes of rows as they are in the file. */
    interface RowSource {
        /** Fills the target, whose remaining bytes are whole rows, with rows from {@code first} on. */
        void read(long first, ByteBuffer target) throws IOException;
    }

    /** Describes a dataset and checks its shape; reads none of its numbers. */
    static CsdMatrix of(Place place, Dataset dataset) throws IOException {
        long[] shape = dataset.getDimensionsAsLong();
        if (shape.length < 2) {
            throw place.problem("must have 2 dimensions or more but has " + shape.length);
        }
        if (!(dataset.getDataType() instanceof FloatingPoint type) || type.getSize() != 4 && type.getSize() != 8) {
            throw place.problem(describe(dataset) + ", expected floats of 4 or 8 bytes");
        }
        long columns = 1;
        for (int dimension = 1; dimension < shape.length; dimension++) {
            columns = Math.multiplyExact(columns, shape[dimension]);
        }
        if (columns < 1 || columns > Integer.MAX_VALUE / Double.BYTES) {
            throw place.problem("has " + columns + " columns");
        }
        return new CsdMatrix(
                place, shape[0], (int) columns, type, source(place, dataset, (int) columns * type.getSize()));
    }

    private static String describe(Dataset dataset) {
        boolean text = dataset.getDataType() instanceof StringData
                || dataset.getDataType() instanceof VariableLength variable && variable.isVariableLengthString();
        return text
                ? "holds text, as files of words do"
                : "holds elements of type " + dataset.getDataType().getClass().getSimpleName() + " of "
                        + dataset.getDataType().getSize() + " bytes";
    }

    private static RowSource source(Place place, Dataset dataset, int rowBytes) throws IOException {
        if (dataset.getDimensionsAsLong()[0] == 0) {
            return (first, target) -> {};
        }
        if (dataset instanceof ContiguousDataset contiguous) {
            return contiguous(place, contiguous, rowBytes);
        }
        if (ChunkedRows.canRead(dataset)) {
            return new ChunkedRows(place, dataset);
        }
        return whole(place, dataset, rowBytes);
    }

    private static RowSource contiguous(Place place, ContiguousDataset dataset, int rowBytes) throws IOException {
        long base = dataset.getHdfFile().getUserBlockSize();
        long address = dataset.getDataAddress() + base;
        long bytes = Math.multiplyExact(dataset.getDimensionsAsLong()[0], (long) rowBytes);
        if (address < base || address > place.channel().size() - bytes) {
            throw place.problem("lies outside the file, at byte " + address + " and " + bytes + " bytes long");
        }
        return (first, target) -> readFully(place, address + first * rowBytes, target);
    }

    /** Any other layout, all of it read at once by the HDF5 library. */
    private static RowSource whole(Place place, Dataset dataset, int rowBytes) {
        return (first, target) -> {
            ByteBuffer all = CsdFile.guarded(place.file(), place.where(), ((DatasetBase) dataset)::getDataBuffer);
            target.put(all.slice((int) (first * rowBytes), target.remaining()));
        };
    }

    static void readFully(Place place, long address, ByteBuffer target) throws IOException {
        long at = address;
        while (target.hasRemaining()) {
            int read = place.channel().read(target, at);
            if (read < 0) {
                throw place.problem("ends at byte " + at + ", before its data does");
            }
            at += read;
        }
    }

    long rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** Bytes that the numbers take in the file when they are not compressed. */
    long bytes() {
        return rows * columns * elementBytes;
    }

    /**
     * Reads rows as little-endian floats.
     *
     * @param first the first row
     * @param target filled from its position to its limit, a whole number of rows
     */
    void floats(long first, ByteBuffer target) throws IOException {
        if (elementBytes == Float.BYTES && order == ByteOrder.LITTLE_ENDIAN) {
            source.read(first, target);
            return;
        }
        target.order(ByteOrder.LITTLE_ENDIAN);
        int blockRows = Math.max(1, CONVERTED_BYTES / (columns * elementBytes));
        for (long row = first; target.hasRemaining(); row += blockRows) {
            int count = Math.min(blockRows, target.remaining() / (columns * Float.BYTES));
            ByteBuffer block = rawRows(row, count);
            for (int element = 0; element < count * columns; element++) {
                target.putFloat((float) element(block, element));
            }
        }
    }

    /** Reads all numbers, {@code [row][column]} row-major; floats become the doubles with the same value. */
    double[] doubles() throws IOException {
        if (rows * columns > Integer.MAX_VALUE / Double.BYTES) {
            throw place.problem("has " + rows + " rows, too many to be read at once");
        }
        ByteBuffer all = rawRows(0, (int) rows);
        var values = new double[(int) rows * columns];
        for (int element = 0; element < values.length; element++) {
            values[element] = element(all, element);
        }
        return values;
    }

    /** Whether numbers have the precision of a float. */
    boolean single() {
        return elementBytes == Float.BYTES;
    }

    private double element(ByteBuffer block, int element) {
        return single() ? block.getFloat(element * Float.BYTES) : block.getDouble(element * Double.BYTES);
    }

    private ByteBuffer rawRows(long first, int count) throws IOException {
        int bytes = Math.multiplyExact(count, columns * elementBytes);
        if (raw.capacity() < bytes) {
            raw = ByteBuffer.allocate(bytes).order(order);
        }
        source.read(first, raw.clear().limit(bytes));
        return raw.flip();
    }
}
