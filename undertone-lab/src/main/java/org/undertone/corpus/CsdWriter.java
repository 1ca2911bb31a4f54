package org.undertone.corpus;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Group;
import io.jhdf.api.WritableGroup;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.nio.FileChannelFromSeekableByteChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.undertone.storage.StagedFile;

/**
 * Writes a computational sequence ({@code .csd}) that the CMU Multimodal SDK and {@link CsdFile} read; the file appears
 * whole or not at all.
 *
 * <p>The HDF5 library writes only what is in memory. So it is given, for each dataset, rows that are all one and the same
 * row of zeros, and lays the file out with them; then the numbers are written over the zeros, block by block. Memory is
 * needed for a reference per row, not for the rows.
 */
public final class CsdWriter {
    private static final int BLOCK_ROWS = 4096;

    private final Path target;
    private final CsdHeading heading;
    private final List<? extends Entry> entries;

    private CsdWriter(Path target, CsdHeading heading, List<? extends Entry> entries) {
        this.target = target;
        this.heading = heading;
        this.entries = entries;
    }

    /** The rows of one recording. */
    public interface Entry {
        /** Its name, different from all others, without {@code /}; what follows a {@code [} does not count. */
        String id();

        /** Number of rows, 1 or more. */
        int rows();

        /** Where a row begins, in seconds. */
        double start(int row);

        /** Where a row ends, in seconds. */
        double end(int row);

        /** Hands on all rows in order. */
        void features(RowSink sink) throws IOException;
    }

    /** Takes rows. */
    @FunctionalInterface
    public interface RowSink {
        /** Takes whole rows of little-endian floats, all that remain. */
        void take(ByteBuffer rows) throws IOException;
    }

    /**
     * Writes a file over whatever has its name.
     *
     * @param entries at least one, each with as many columns as the heading has names
     */
    public static void write(Path target, CsdHeading heading, List<? extends Entry> entries) throws IOException {
        new CsdWriter(target, heading, entries).write();
    }

    private void write() throws IOException {
        try (StagedFile file = StagedFile.create(target)) {
            try {
                layOut(file.path());
                fill(file.path());
            } catch (HdfException e) {
                throw new IOException(target + ": could not be written: " + e.getMessage(), e);
            }
            file.commit();
        }
    }

    private void layOut(Path path) {
        var row = new float[heading.dimensionNames().size()];
        var interval = new double[2];
        try (WritableHdfFile hdf = HdfFile.write(path)) {
            WritableGroup root = hdf.putGroup(heading.rootName());
            WritableGroup videos = root.putGroup("data");
            for (Entry entry : entries) {
                WritableGroup video = videos.putGroup(entry.id());
                var features = new float[entry.rows()][];
                Arrays.fill(features, row);
                var intervals = new double[entry.rows()][];
                Arrays.fill(intervals, interval);
                video.putDataset("features", features);
                video.putDataset("intervals", intervals);
            }
            WritableGroup metadata = root.putGroup("metadata");
            heading.metadata().forEach((key, json) -> metadata.putDataset(key, new String[] {json}));
        }
    }

    private void fill(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            // Not closed: it holds nothing but the channel.
            var hdf = new HdfFile(new FileChannelFromSeekableByteChannel(channel));
            var videos = (Group) ((Group) hdf.getChild(heading.rootName())).getChild("data");
            for (Entry entry : entries) {
                var video = (Group) videos.getChild(entry.id());
                fillFeatures(channel, address(video, "features"), entry);
                fillIntervals(channel, address(video, "intervals"), entry);
            }
        }
    }

    private static long address(Group video, String name) {
        return ((ContiguousDataset) video.getChild(name)).getDataAddress();
    }

    private void fillFeatures(FileChannel channel, long address, Entry entry) throws IOException {
        long end = address + (long) entry.rows() * heading.dimensionNames().size() * Float.BYTES;
        long[] at = {address};
        entry.features(rows -> {
            if (at[0] + rows.remaining() > end) {
                throw tooMany(entry);
            }
            at[0] += write(channel, rows, at[0]);
        });
        if (at[0] != end) {
            throw new IllegalStateException(
                    "entry '" + entry.id() + "' has fewer rows than the " + entry.rows() + " it promised");
        }
    }

    private static IllegalStateException tooMany(Entry entry) {
        return new IllegalStateException(
                "entry '" + entry.id() + "' has more rows than the " + entry.rows() + " it promised");
    }

    private static void fillIntervals(FileChannel channel, long address, Entry entry) throws IOException {
        long at = address;
        for (int first = 0; first < entry.rows(); first += BLOCK_ROWS) {
            int rows = Math.min(BLOCK_ROWS, entry.rows() - first);
            var block = ByteBuffer.allocate(rows * 2 * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int row = first; row < first + rows; row++) {
                block.putDouble(entry.start(row)).putDouble(entry.end(row));
            }
            at += write(channel, block.flip(), at);
        }
    }

    private static long write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        return at - position;
    }
}
