package org.undertone.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.undertone.features.FrameColumns;
import org.undertone.storage.ElementType;
import org.undertone.storage.FileFormatException;
import org.undertone.storage.SafetensorsFile;

/**
 * A corpus directory, open for reading: what is known about each clip is in memory, its frames stay on the disk until
 * they are asked for. Safe for use by several threads at once.
 */
public final class Corpus implements ClipSource, AutoCloseable {
    private final CorpusDescription description;
    private final FrameColumns columns;
    private final List<Utterance> utterances;
    private final SafetensorsFile frames;
    private final long[] offsets;
    private final String hash;

    private Corpus(CorpusDescription description, List<Utterance> utterances, SafetensorsFile frames, long[] offsets) {
        this.description = description;
        this.columns = new FrameColumns(description.columns());
        this.utterances = utterances;
        this.frames = frames;
        this.offsets = offsets;
        this.hash = CorpusHash.of(description, utterances);
    }

    /**
     * Opens a corpus directory and checks that its files agree with one another.
     *
     * @throws FileFormatException naming the file, the place in it and the problem
     */
    public static Corpus open(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NoSuchFileException(directory.toString(), null, "is no corpus directory");
        }
        CorpusDescription description = CorpusJson.read(directory);
        CorpusCheck.description(directory.resolve(CorpusJson.FILE), description);
        List<Utterance> utterances = UtteranceTable.read(directory);
        if (utterances.size() != description.clips()) {
            throw new FileFormatException(
                    directory.resolve(UtteranceTable.FILE),
                    "file",
                    "lists " + utterances.size() + " clips, but " + CorpusJson.FILE + " says " + description.clips());
        }
        SafetensorsFile frames = SafetensorsFile.open(directory.resolve(CorpusWriter.FRAMES_FILE));
        try {
            frames.require(
                    CorpusWriter.FRAMES,
                    ElementType.F32,
                    description.rows(),
                    description.columns().size());
            frames.require(CorpusWriter.OFFSETS, ElementType.I64, description.clips() + 1L);
            long[] offsets = frames.longs(CorpusWriter.OFFSETS);
            CorpusCheck.offsets(frames.file(), offsets, description.rows());
            return new Corpus(description, utterances, frames, offsets);
        } catch (Throwable e) {
            frames.close();
            throw e;
        }
    }

    /** Names of the columns of a frame, in order. */
    @Override
    public FrameColumns columns() {
        return columns;
    }

    /** Frames per second. */
    @Override
    public double frameRate() {
        return description.frameRate();
    }

    /** The number of clips. */
    @Override
    public int size() {
        return utterances.size();
    }

    /** Every clip, in the order of the corpus; unmodifiable. */
    @Override
    public List<Utterance> utterances() {
        return utterances;
    }

    /** What is known about one clip, from 0 on. */
    @Override
    public Utterance utterance(int clip) {
        return utterances.get(clip);
    }

    /** The number of frames of one clip, 1 or more. */
    @Override
    public int frames(int clip) {
        Objects.checkIndex(clip, size());
        return (int) (offsets[clip + 1] - offsets[clip]);
    }

    /**
     * Reads consecutive frames of one clip as they came from the source, values that are missing (not finite) included.
     *
     * @param first the first frame to read, from 0 on
     * @param count how many
     * @param target takes them as {@code [frame][column]}, row-major, from {@code target[offset]} on
     * @throws IndexOutOfBoundsException if the clip has no such frames or {@code target} no such room
     */
    @Override
    public void read(int clip, int first, int count, float[] target, int offset) throws IOException {
        Objects.checkFromIndexSize(first, count, frames(clip));
        int width = columns.count();
        long from = (offsets[clip] + first) * width;
        frames.floats(CorpusWriter.FRAMES, from, target, offset, Math.multiplyExact(count, width));
    }

    /** What the corpus says about itself. */
    public CorpusDescription description() {
        return description;
    }

    /**
     * The identity of the data, 64 hexadecimal digits: equal where columns, frame rate, frames and utterances are equal.
     * Of the frames it takes the checksum written when they were, so that opening does not read them.
     */
    @Override
    public String hash() {
        return hash;
    }

    @Override
    public void close() throws IOException {
        frames.close();
    }
}
