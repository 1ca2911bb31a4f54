package org.undertone.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a safetensors file, one tensor after the other, through one buffer of constant size. The file appears under
 * its name at {@link #commit()}, whole or not at all. Room for the header is left at the front and filled at the end;
 * where it proves too small the tensors are moved up once. To keep elements aligned to their size, write tensors of
 * 8-byte elements before those of 4-byte ones.
 */
public final class SafetensorsWriter implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 20;
    /** Room for some thirty tensors; a multiple of 8, as the whole header must be. */
    private static final int HEADER_ROOM_BYTES = 4096;

    private static final int ALIGNMENT_BYTES = 8;

    private final StagedFile file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Map<String, TensorEntry> tensors = new LinkedHashMap<>();
    private long dataBegin = HEADER_ROOM_BYTES;
    private long dataBytes;
    /** Where the last whole tensor ends, and the next one begins. */
    private long tensorsEnd;

    private RowSink openRows;

    private SafetensorsWriter(StagedFile file) {
        this.file = file;
        this.channel = file.channel();
    }

    /** Begins a file; missing parent directories are made. */
    public static SafetensorsWriter create(Path target) throws IOException {
        return create(target, Map.of());
    }

    /** Begins a file with free text in its header. */
    public static SafetensorsWriter create(Path target, Map<String, String> metadata) throws IOException {
        var writer = new SafetensorsWriter(StagedFile.create(target));
        metadata.forEach(writer::metadata);
        return writer;
    }

    /** Adds free text to the header, at any time before {@link #commit()}. */
    public void metadata(String key, String value) {
        metadata.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
    }

    /** Writes an F32 tensor; {@code values} are in row-major order. */
    public void floats(String name, float[] values, long... shape) throws IOException {
        checkShape(name, values.length, shape);
        begin(name);
        appendFloats(FloatBuffer.wrap(values));
        end(name, ElementType.F32, shape);
    }

    /** Writes an I64 tensor; {@code values} are in row-major order. */
    public void longs(String name, long[] values, long... shape) throws IOException {
        checkShape(name, values.length, shape);
        begin(name);
        for (int first = 0; first < values.length; ) {
            int count = Math.min(values.length - first, room(Long.BYTES));
            buffer.asLongBuffer().put(values, first, count);
            filled(count * Long.BYTES);
            first += count;
        }
        end(name, ElementType.I64, shape);
    }

    /** Writes an F64 tensor; {@code values} are in row-major order. */
    public void doubles(String name, double[] values, long... shape) throws IOException {
        checkShape(name, values.length, shape);
        begin(name);
        for (int first = 0; first < values.length; ) {
            int count = Math.min(values.length - first, room(Double.BYTES));
            buffer.asDoubleBuffer().put(values, first, count);
            filled(count * Double.BYTES);
            first += count;
        }
        end(name, ElementType.F64, shape);
    }

    /** Begins an F32 tensor {@code [rows][columns]} whose rows are counted as they come; close it before the next. */
    public RowSink rows(String name, int columns) throws IOException {
        if (columns < 1) {
            throw new IllegalArgumentException("columns of tensor '" + name + "' must be 1 or more but is " + columns);
        }
        begin(name);
        openRows = new RowSink(name, columns);
        return openRows;
    }

    /** Writes the header, flushes to the disk and gives the file its name. */
    public void commit() throws IOException {
        requireNoOpenRows();
        flush();
        if (dataBytes != tensorsEnd) {
            throw new IllegalStateException("the last tensor of " + file.target() + " was not written whole");
        }
        byte[] json = SafetensorsHeader.write(metadata, tensors.values());
        if (json.length > SafetensorsHeader.MAXIMUM_BYTES) {
            throw new IOException(file.target() + ": header: has " + json.length + " bytes, more than the allowed "
                    + SafetensorsHeader.MAXIMUM_BYTES);
        }
        long needed = roundUp(Long.BYTES + json.length);
        if (needed > dataBegin) {
            moveData(needed);
        }
        var header = ByteBuffer.allocate((int) dataBegin).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(dataBegin - Long.BYTES).put(json);
        Arrays.fill(header.array(), header.position(), header.capacity(), (byte) ' ');
        write(header.clear(), 0);
        file.commit();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The rows of one F32 tensor, appended as they come. */
    public final class RowSink implements AutoCloseable {
        private final String name;
        private final int columns;

        private RowSink(String name, int columns) {
            this.name = name;
            this.columns = columns;
        }

        /** Appends rows given one after the other from {@code values[offset]} on. */
        public void append(float[] values, int offset, int rows) throws IOException {
            append(FloatBuffer.wrap(values, offset, Math.multiplyExact(rows, columns)));
        }

        /** Appends the remaining elements, a whole number of rows. */
        public void append(FloatBuffer values) throws IOException {
            requireOpen(values.remaining(), columns);
            appendFloats(values);
        }

        /** Appends the remaining bytes, a whole number of rows of little-endian floats, without converting them. */
        public void append(ByteBuffer littleEndian) throws IOException {
            requireOpen(littleEndian.remaining(), columns * Float.BYTES);
            flush();
            while (littleEndian.hasRemaining()) {
                // Blocks, because the JDK copies a heap buffer whole to native memory before it writes.
                ByteBuffer block = littleEndian.slice().limit(Math.min(littleEndian.remaining(), BUFFER_BYTES));
                littleEndian.position(littleEndian.position() + block.remaining());
                long count = block.remaining();
                write(block, dataBegin + dataBytes);
                dataBytes += count;
            }
        }

        /** Ends the tensor. */
        @Override
        public void close() throws IOException {
            if (openRows != this) {
                return;
            }
            openRows = null;
            flush();
            long rows = (dataBytes - tensorsEnd) / ((long) columns * Float.BYTES);
            end(name, ElementType.F32, rows, columns);
        }

        private void requireOpen(long length, long rowLength) {
            if (openRows != this) {
                throw new IllegalStateException("rows of tensor '" + name + "' are closed");
            }
            if (length % rowLength != 0) {
                throw new IllegalArgumentException("rows of tensor '" + name + "' must come whole, in multiples of "
                        + rowLength + ", but " + length + " were given");
            }
        }
    }

    private void begin(String name) throws IOException {
        requireNoOpenRows();
        if (tensors.containsKey(name) || name.equals("__metadata__")) {
            throw new IllegalArgumentException("there is already a tensor '" + name + "' in " + file.target());
        }
        // Each tensor begins at the front of the buffer, so that the bulk views below are aligned.
        flush();
    }

    private void end(String name, ElementType type, long... shape) throws IOException {
        flush();
        List<Long> lengths = Arrays.stream(shape).boxed().toList();
        tensors.put(name, new TensorEntry(name, type, lengths, tensorsEnd, dataBytes - tensorsEnd));
        tensorsEnd = dataBytes;
    }

    private void requireNoOpenRows() {
        if (openRows != null) {
            throw new IllegalStateException("rows of tensor '" + openRows.name + "' are still open; close them first");
        }
    }

    private static void checkShape(String name, long values, long... shape) {
        long elements = 1;
        for (long length : shape) {
            elements = length < 0 ? -1 : Math.multiplyExact(elements, length);
            if (elements < 0) {
                throw new IllegalArgumentException(
                        "shape of tensor '" + name + "' must not be negative but is " + Arrays.toString(shape));
            }
        }
        if (elements != values) {
            throw new IllegalArgumentException("tensor '" + name + "' of shape " + Arrays.toString(shape) + " needs "
                    + elements + " values but " + values + " were given");
        }
    }

    private void appendFloats(FloatBuffer values) throws IOException {
        while (values.hasRemaining()) {
            int count = Math.min(values.remaining(), room(Float.BYTES));
            buffer.asFloatBuffer().put(values.slice().limit(count));
            values.position(values.position() + count);
            filled(count * Float.BYTES);
        }
    }

    /** Elements that fit the buffer, one at least. */
    private int room(int elementBytes) throws IOException {
        if (buffer.remaining() < elementBytes) {
            flush();
        }
        return buffer.remaining() / elementBytes;
    }

    private void filled(int bytes) {
        buffer.position(buffer.position() + bytes);
    }

    private void flush() throws IOException {
        long count = buffer.flip().remaining();
        write(buffer, dataBegin + dataBytes);
        dataBytes += count;
        buffer.clear();
    }

    private void write(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    /** Moves the tensors up, last block first, so that none is overwritten before it is read. */
    private void moveData(long begin) throws IOException {
        for (long end = dataBytes; end > 0; ) {
            long from = Math.max(0, end - BUFFER_BYTES);
            buffer.clear().limit((int) (end - from));
            for (long at = dataBegin + from; buffer.hasRemaining(); ) {
                at += channel.read(buffer, at);
            }
            write(buffer.flip(), begin + from);
            end = from;
        }
        buffer.clear();
        dataBegin = begin;
    }

    private static long roundUp(long bytes) {
        return (bytes + ALIGNMENT_BYTES - 1) / ALIGNMENT_BYTES * ALIGNMENT_BYTES;
    }
}
