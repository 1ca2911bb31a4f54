package org.undertone.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A safetensors file, opened for reading: a header that names tensors, then their elements, little endian. The header
 * is distrusted and checked as a whole when the file is opened; elements are read when asked for. Any number of threads
 * may read at once, also from files larger than 2 GB. A thread that is interrupted while it reads closes the file for
 * all of them, as {@link FileChannel} does.
 */
public final class SafetensorsFile implements AutoCloseable {
    private static final int LENGTH_BYTES = Long.BYTES;
    /** Reads go through a buffer of this size: large enough to amortise a system call, small enough for the cache. */
    private static final int CHUNK_BYTES = 1 << 18;

    private final Path file;
    private final FileChannel channel;
    private final SafetensorsHeader header;
    private final long dataBegin;

    private SafetensorsFile(Path file, FileChannel channel, SafetensorsHeader header, long dataBegin) {
        this.file = file;
        this.channel = channel;
        this.header = header;
        this.dataBegin = dataBegin;
    }

    /**
     * Opens a file and checks its header.
     *
     * @throws FileFormatException where the file is no safetensors file or a damaged one
     */
    public static SafetensorsFile open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "no such file");
        }
        if (Files.isDirectory(file)) {
            throw new FileFormatException(file, "file", "is a directory, expected a safetensors file");
        }
        // A pipe or a device could keep a reader waiting for ever.
        if (!Files.isRegularFile(file)) {
            throw new FileFormatException(file, "file", "is not a regular file, expected a safetensors file");
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            long fileBytes = channel.size();
            if (fileBytes < LENGTH_BYTES) {
                throw new FileFormatException(
                        file, "file", "has " + fileBytes + " bytes, too few for a safetensors header");
            }
            long headerBytes = readFully(file, channel, 0, LENGTH_BYTES).getLong(0);
            checkLength(file, headerBytes, fileBytes);
            byte[] json =
                    readFully(file, channel, LENGTH_BYTES, (int) headerBytes).array();
            long dataBegin = LENGTH_BYTES + headerBytes;
            var header = SafetensorsHeader.parse(file, json, fileBytes - dataBegin);
            return new SafetensorsFile(file, channel, header, dataBegin);
        } catch (Throwable e) {
            channel.close();
            throw e;
        }
    }

    private static void checkLength(Path file, long headerBytes, long fileBytes) throws FileFormatException {
        if (headerBytes < 0 || headerBytes > SafetensorsHeader.MAXIMUM_BYTES) {
            throw new FileFormatException(
                    file,
                    "header",
                    "claims a length of " + Long.toUnsignedString(headerBytes) + " bytes, more than the allowed "
                            + SafetensorsHeader.MAXIMUM_BYTES);
        }
        if (headerBytes > fileBytes - LENGTH_BYTES) {
            throw new FileFormatException(
                    file,
                    "header",
                    "is truncated: claims " + headerBytes + " bytes but the file has " + (fileBytes - LENGTH_BYTES)
                            + " after the length");
        }
    }

    /** The file this was opened from. */
    public Path file() {
        return file;
    }

    /** Free text by key, in the order of the file; empty where the file has none. */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(header.metadata());
    }

    /** Names of the tensors in the order of their bytes. */
    public Set<String> names() {
        return Collections.unmodifiableSet(header.tensors().keySet());
    }

    /** Whether there is a tensor of that name. */
    public boolean has(String name) {
        return header.tensors().containsKey(name);
    }

    /**
     * Type, shape and place of a tensor.
     *
     * @throws FileFormatException where there is no such tensor
     */
    public TensorEntry entry(String name) throws FileFormatException {
        TensorEntry entry = header.tensors().get(name);
        if (entry == null) {
            throw new FileFormatException(file, "tensor '" + name + "'", "is missing");
        }
        return entry;
    }

    /**
     * The entry of a tensor that must have the type and the shape given.
     *
     * @throws FileFormatException where the tensor is missing or another one
     */
    public TensorEntry require(String name, ElementType type, long... shape) throws FileFormatException {
        TensorEntry entry = entry(name);
        boolean sameShape = Arrays.stream(shape).boxed().toList().equals(entry.shape());
        if (entry.type() != type || !sameShape) {
            throw new FileFormatException(
                    file,
                    "tensor '" + name + "'",
                    "is " + entry.describe() + ", expected " + type + " " + Arrays.toString(shape));
        }
        return entry;
    }

    /** All elements of an F32 tensor, row-major. */
    public float[] floats(String name) throws IOException {
        var values = new float[arrayLength(typed(name, ElementType.F32))];
        floats(name, 0, values, 0, values.length);
        return values;
    }

    /**
     * Reads consecutive elements of an F32 tensor.
     *
     * @param first index of the first element to read, in row-major order
     * @param count number of elements, stored at {@code target[offset]} and on
     */
    public void floats(String name, long first, float[] target, int offset, int count) throws IOException {
        TensorEntry entry = typed(name, ElementType.F32);
        Objects.checkFromIndexSize(offset, count, target.length);
        Objects.checkFromIndexSize(first, count, entry.elements());
        new Chunks(entry, first, count) {
            @Override
            void take(ByteBuffer chunk, int done, int elements) {
                chunk.asFloatBuffer().get(target, offset + done, elements);
            }
        }.read();
    }

    /** All elements of an I64 tensor, row-major. */
    public long[] longs(String name) throws IOException {
        TensorEntry entry = typed(name, ElementType.I64);
        var values = new long[arrayLength(entry)];
        new Chunks(entry, 0, values.length) {
            @Override
            void take(ByteBuffer chunk, int done, int elements) {
                chunk.asLongBuffer().get(values, done, elements);
            }
        }.read();
        return values;
    }

    /** All elements of an F64 tensor, row-major. */
    public double[] doubles(String name) throws IOException {
        TensorEntry entry = typed(name, ElementType.F64);
        var values = new double[arrayLength(entry)];
        new Chunks(entry, 0, values.length) {
            @Override
            void take(ByteBuffer chunk, int done, int elements) {
                chunk.asDoubleBuffer().get(values, done, elements);
            }
        }.read();
        return values;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private TensorEntry typed(String name, ElementType type) throws FileFormatException {
        TensorEntry entry = entry(name);
        if (entry.type() != type) {
            throw new FileFormatException(file, "tensor '" + name + "'", "is " + entry.type() + ", expected " + type);
        }
        return entry;
    }

    private int arrayLength(TensorEntry entry) throws FileFormatException {
        if (entry.elements() > Integer.MAX_VALUE - 8) {
            throw new FileFormatException(
                    file,
                    "tensor '" + entry.name() + "'",
                    "has " + entry.elements() + " elements, too many for one array; read it in slices");
        }
        return (int) entry.elements();
    }

    /** Runs over elements of a tensor in chunks that fit a small buffer. */
    private abstract class Chunks {
        private final TensorEntry entry;
        private final long first;
        private final int count;

        Chunks(TensorEntry entry, long first, int count) {
            this.entry = entry;
            this.first = first;
            this.count = count;
        }

        /** Stores a chunk that begins {@code done} elements after the first one asked for. */
        abstract void take(ByteBuffer chunk, int done, int elements);

        void read() throws IOException {
            int width = entry.type().bytes();
            int chunkElements = (int) Math.min(count, CHUNK_BYTES / (long) width);
            var buffer = ByteBuffer.allocate(chunkElements * width).order(ByteOrder.LITTLE_ENDIAN);
            for (int done = 0; done < count; done += chunkElements) {
                int elements = Math.min(chunkElements, count - done);
                buffer.clear().limit(elements * width);
                fill(file, channel, dataBegin + entry.begin() + (first + done) * width, buffer);
                take(buffer.flip(), done, elements);
            }
        }
    }

    private static ByteBuffer readFully(Path file, FileChannel channel, long position, int bytes) throws IOException {
        var buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        fill(file, channel, position, buffer);
        return buffer;
    }

    private static void fill(Path file, FileChannel channel, long position, ByteBuffer buffer) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                throw new FileFormatException(file, "byte " + at, "the file ended while it was being read");
            }
            at += read;
        }
    }
}
