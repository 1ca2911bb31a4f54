package org.undertone.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32C;
import org.undertone.features.FrameColumns;
import org.undertone.storage.SafetensorsWriter;
import org.undertone.storage.StagedDirectory;

/** Writes a corpus directory, clip after clip; it appears whole at {@link #commit} or not at all. */
public final class CorpusWriter implements AutoCloseable {
    static final String FRAMES_FILE = "frames.safetensors";
    static final String FRAMES = "frames";
    static final String OFFSETS = "offsets";

    private final StagedDirectory directory;
    private final SafetensorsWriter file;
    private final SafetensorsWriter.RowSink rowSink;
    private final FrameColumns columns;
    private final FrameTally tally;
    private final CRC32C checksum = new CRC32C();
    private final List<Utterance> utterances = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>(List.of(0L));

    private long rows;

    private CorpusWriter(StagedDirectory directory, SafetensorsWriter file, FrameColumns columns) throws IOException {
        this.directory = directory;
        this.file = file;
        this.columns = columns;
        this.rowSink = file.rows(FRAMES, columns.count());
        this.tally = new FrameTally(columns);
    }

    /**
     * Begins a corpus directory.
     *
     * @throws java.nio.file.FileAlreadyExistsException if {@code target} exists and is not an empty directory
     */
    public static CorpusWriter create(Path target, FrameColumns columns) throws IOException {
        StagedDirectory directory = StagedDirectory.create(target);
        SafetensorsWriter file = null;
        try {
            file = SafetensorsWriter.create(directory.path().resolve(FRAMES_FILE));
            return new CorpusWriter(directory, file, columns);
        } catch (Throwable e) {
            if (file != null) {
                file.close();
            }
            directory.close();
            throw e;
        }
    }

    /** Appends frames of the clip that is being written: whole rows of little-endian floats, all that remain. */
    public void append(ByteBuffer frames) throws IOException {
        checksum.update(frames.duplicate());
        tally.add(frames.duplicate().order(ByteOrder.LITTLE_ENDIAN));
        rows += frames.remaining() / (columns.count() * (long) Float.BYTES);
        rowSink.append(frames);
    }

    /** Appends frames given as {@code [frame][column]}, row-major. */
    void append(float[] frames) throws IOException {
        var bytes = ByteBuffer.allocate(frames.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(frames);
        append(bytes);
    }

    /** Ends the clip whose frames were appended since the last one ended; it must have at least one. */
    public void endClip(Utterance utterance) {
        if (rows == offsets.get(offsets.size() - 1)) {
            throw new IllegalStateException("clip '" + utterance.id() + "' has no frames");
        }
        utterances.add(utterance);
        offsets.add(rows);
    }

    /** The clips ended so far; unmodifiable. */
    public List<Utterance> utterances() {
        return Collections.unmodifiableList(utterances);
    }

    /** The frames appended so far. */
    long rows() {
        return rows;
    }

    /**
     * Writes what is known about the frames and clips, and gives the directory its name.
     *
     * @param frameRate frames per second
     */
    public CorpusDescription commit(double frameRate, CorpusNotes notes) throws IOException {
        rowSink.close();
        file.longs(OFFSETS, offsets.stream().mapToLong(Long::longValue).toArray(), offsets.size());
        file.commit();
        UtteranceTable.write(directory.path(), utterances);
        var description = new CorpusDescription(
                CorpusDescription.FORMAT,
                CorpusDescription.VERSION,
                columns.names(),
                frameRate,
                utterances.size(),
                rows,
                String.format("%08x", checksum.getValue()),
                notes.extraction(),
                notes.sources(),
                notes.repairs(),
                tally.missing(),
                tally.dead(),
                notes.dropped(),
                notes.warnings());
        CorpusJson.write(directory.path(), description);
        directory.commit();
        return description;
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            file.close();
        }
    }
}
