package org.undertone.extraction;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.undertone.features.FrameColumns;
import org.undertone.features.FrameSink;
import org.undertone.features.Frames;
import org.undertone.storage.SafetensorsWriter;

/** Writes the frames of one recording to a file of the work directory; it appears whole at {@link #commit} or not at all. */
final class PartWriter implements FrameSink, AutoCloseable {
    private final Path file;
    private final String identity;
    private final String audioSha256;
    private final SafetensorsWriter writer;
    private final SafetensorsWriter.RowSink rowSink;
    private final CRC32C checksum = new CRC32C();
    private long rows;

    private PartWriter(Path file, String identity, String audioSha256, SafetensorsWriter writer) throws IOException {
        this.file = file;
        this.identity = identity;
        this.audioSha256 = audioSha256;
        this.writer = writer;
        this.rowSink = writer.rows(Part.FRAMES, FrameColumns.COVAREP.count());
    }

    /**
     * Begins a file.
     *
     * @throws WorkFileException where it cannot be written
     */
    static PartWriter create(Path file, String identity, String audioSha256) {
        try {
            return new PartWriter(file, identity, audioSha256, SafetensorsWriter.create(file));
        } catch (IOException e) {
            throw new WorkFileException(e);
        }
    }

    @Override
    public void accept(Frames frames) {
        if (!frames.columns().equals(FrameColumns.COVAREP)) {
            throw new IllegalArgumentException("frames must have the columns of COVAREP but have "
                    + frames.columns().names());
        }
        float[] values = frames.toFloats();
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        checksum.update(bytes.duplicate());
        rows += frames.count();
        try {
            rowSink.append(bytes);
        } catch (IOException e) {
            throw new WorkFileException(e);
        }
    }

    /** Frames taken so far. */
    long rows() {
        return rows;
    }

    /** Flushes to the disk and gives the file its name. */
    Part commit(long samples, int rate) {
        try {
            rowSink.close();
            writer.metadata(Part.IDENTITY, identity);
            writer.metadata(Part.AUDIO, audioSha256);
            writer.metadata(Part.CHECKSUM, String.format("%08x", checksum.getValue()));
            writer.metadata(Part.SAMPLES, Long.toString(samples));
            writer.metadata(Part.RATE, Integer.toString(rate));
            writer.commit();
        } catch (IOException e) {
            throw new WorkFileException(e);
        }
        return new Part(file, audioSha256, rows, (double) samples / rate);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new WorkFileException(e);
        }
    }
}
