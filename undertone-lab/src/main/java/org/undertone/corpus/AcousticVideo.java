package org.undertone.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.undertone.storage.FileFormatException;

/** The acoustic features of one video, one after the other where it has several entries. */
final class AcousticVideo {
    private final List<CsdEntry> entries;
    /** The first row of each entry, and the number of all rows. */
    private final int[] firstRows;

    private final String id;
    private final Alignment alignment;

    private AcousticVideo(String id, List<CsdEntry> entries, int[] firstRows, Alignment alignment) {
        this.id = id;
        this.entries = entries;
        this.firstRows = firstRows;
        this.alignment = alignment;
    }

    /** Reads the intervals of a video; its features are read as they are copied. */
    static AcousticVideo open(CsdFile file, String id) throws IOException {
        List<CsdEntry> entries = file.entries(id);
        var firstRows = new int[entries.size() + 1];
        for (int entry = 0; entry < entries.size(); entry++) {
            firstRows[entry + 1] =
                    Math.toIntExact(firstRows[entry] + entries.get(entry).rows());
        }
        int rows = firstRows[entries.size()];
        if (rows == 0) {
            throw new FileFormatException(file.file(), "video '" + id + "'", "has no rows");
        }
        var intervals = new double[2 * rows];
        for (int entry = 0; entry < entries.size(); entry++) {
            double[] part = entries.get(entry).intervals().doubles();
            System.arraycopy(part, 0, intervals, 2 * firstRows[entry], part.length);
        }
        for (int i = 0; i < intervals.length; i++) {
            if (!Double.isFinite(intervals[i])) {
                throw new FileFormatException(
                        file.file(), "video '" + id + "', intervals", "has " + intervals[i] + " in row " + i / 2);
            }
        }
        return new AcousticVideo(id, entries, firstRows, new Alignment(intervals));
    }

    /** The video. */
    String id() {
        return id;
    }

    /** Which of its rows belong to a segment. */
    Alignment alignment() {
        return alignment;
    }

    /** Uncompressed size of the features. */
    long bytes() {
        return entries.stream().mapToLong(entry -> entry.features().bytes()).sum();
    }

    /** Puts the rows with these numbers into the pipe, in this order. */
    void copy(int[] rows, FramePipe pipe) throws IOException {
        int rowBytes = CsdImport.COLUMNS * Float.BYTES;
        ByteBuffer buffer = pipe.take();
        for (int i = 0; i < rows.length; ) {
            if (buffer.remaining() < rowBytes) {
                pipe.put(buffer.flip());
                buffer = pipe.take();
            }
            int count = run(rows, i, buffer.remaining() / rowBytes);
            read(rows[i], count * rowBytes, buffer);
            i += count;
        }
        pipe.put(buffer.flip());
    }

    /** How many rows from place {@code from} on follow one another in one entry, up to a limit. */
    private int run(int[] rows, int from, int limit) {
        int end = firstRows[entry(rows[from]) + 1];
        int count = 1;
        while (count < limit
                && from + count < rows.length
                && rows[from + count] == rows[from] + count
                && rows[from + count] < end) {
            count++;
        }
        return count;
    }

    private void read(int row, int bytes, ByteBuffer buffer) throws IOException {
        int entry = entry(row);
        int position = buffer.position();
        buffer.limit(position + bytes);
        entries.get(entry).features().floats(row - firstRows[entry], buffer);
        buffer.limit(buffer.capacity());
    }

    private int entry(int row) {
        int found = Arrays.binarySearch(firstRows, row);
        // Entries without rows begin where the next one does; the last that begins there holds the row.
        int entry = found >= 0 ? found : -found - 2;
        while (firstRows[entry + 1] <= row) {
            entry++;
        }
        return entry;
    }
}
