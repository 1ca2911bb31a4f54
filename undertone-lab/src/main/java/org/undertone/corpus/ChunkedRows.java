package org.undertone.corpus;

import io.jhdf.Constants;
import io.jhdf.ObjectHeader;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.btree.BTreeV1;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.storage.HdfBackingStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Rows of a matrix stored in chunks, as the SDK writes it: a version 1 B-tree of chunks, each compressed by gzip or not at
 * all. A band is the chunks side by side that hold the same rows; bands are inflated when a row of theirs is asked for,
 * and the last used ones kept, because clips of a video overlap and share bands at their edges.
 */
final class ChunkedRows implements CsdMatrix.RowSource {
    private static final int DEFLATE = 1;
    /** HDF5 forbids chunks of 4 GiB; the SDK's are below 1 MiB. */
    private static final long MAXIMUM_CHUNK_BYTES = 1L << 28;

    private static final long KEPT_BYTES = 1L << 26;

    private final CsdMatrix.Place place;
    private final ChunkedDataset dataset;
    private final int rowBytes;
    private final int bandRows;
    private final int chunkRowBytes;
    private final boolean deflated;
    private final Map<Long, byte[]> bands = new LinkedHashMap<>(16, 0.75f, true);
    /** By band, then from left to right; built when the first row is read. */
    private Chunk[] grid;

    private byte[] stored = new byte[0];
    private byte[] inflated = new byte[0];

    ChunkedRows(CsdMatrix.Place place, Dataset dataset) throws IOException {
        this.place = place;
        this.dataset = (ChunkedDataset) dataset;
        int[] chunk = this.dataset.getChunkDimensions();
        int elementBytes = dataset.getDataType().getSize();
        if (chunk[0] < 1 || chunk[1] < 1 || (long) chunk[0] * chunk[1] * elementBytes > MAXIMUM_CHUNK_BYTES) {
            throw place.problem("has chunks of " + chunk[0] + " by " + chunk[1] + " elements");
        }
        this.rowBytes = (int) dataset.getDimensionsAsLong()[1] * elementBytes;
        if ((long) chunk[0] * rowBytes > MAXIMUM_CHUNK_BYTES) {
            throw place.problem("has chunks of " + chunk[0] + " rows of " + rowBytes + " bytes, too many to inflate");
        }
        this.bandRows = chunk[0];
        this.chunkRowBytes = chunk[1] * elementBytes;
        this.deflated = !filters(header(dataset)).isEmpty();
    }

    /** Whether a dataset is stored in this form; the rarer others are left to the HDF5 library. */
    static boolean canRead(Dataset dataset) {
        if (!(dataset instanceof ChunkedDataset) || dataset.getDimensionsAsLong().length != 2) {
            return false;
        }
        ObjectHeader header = header(dataset);
        if (!header.hasMessageOfType(ChunkedDataLayoutMessage.class)) {
            return false;
        }
        return filters(header).isEmpty() || filters(header).equals(List.of(DEFLATE));
    }

    private static List<Integer> filters(ObjectHeader header) {
        return header.getMessagesOfType(FilterPipelineMessage.class).stream()
                .flatMap(message -> message.getFilters().stream())
                .map(FilterPipelineMessage.FilterInfo::getId)
                .toList();
    }

    private static ObjectHeader header(Dataset dataset) {
        return ObjectHeader.readObjectHeader(dataset.getHdfFile().getHdfBackingStorage(), dataset.getAddress());
    }

    @Override
    public void read(long first, ByteBuffer target) throws IOException {
        if (grid == null) {
            grid = CsdFile.guarded(place.file(), place.where(), this::readGrid);
        }
        for (long row = first; target.hasRemaining(); ) {
            int within = (int) (row % bandRows);
            int rows = Math.min(bandRows - within, target.remaining() / rowBytes);
            target.put(band(row / bandRows), within * rowBytes, rows * rowBytes);
            row += rows;
        }
    }

    private Chunk[] readGrid() throws IOException {
        HdfBackingStorage storage = dataset.getHdfFile().getHdfBackingStorage();
        long treeAddress =
                header(dataset).getMessageOfType(ChunkedDataLayoutMessage.class).getBTreeAddress();
        List<Chunk> chunks = treeAddress == Constants.UNDEFINED_ADDRESS
                ? List.of()
                : BTreeV1.createDataBTree(storage, treeAddress, 2).getChunks();
        int across = across();
        long bandCount = (dataset.getDimensionsAsLong()[0] + bandRows - 1) / bandRows;
        if (bandCount * across != chunks.size()) {
            throw place.problem("has " + chunks.size() + " chunks, expected " + bandCount * across);
        }
        var sorted = new Chunk[chunks.size()];
        int chunkColumns = dataset.getChunkDimensions()[1];
        for (Chunk chunk : chunks) {
            long[] offset = chunk.getChunkOffset();
            sorted[Math.toIntExact(offset[0] / bandRows * across + offset[1] / chunkColumns)] = chunk;
        }
        return sorted;
    }

    /** The number of chunks side by side. */
    private int across() {
        return (rowBytes + chunkRowBytes - 1) / chunkRowBytes;
    }

    private byte[] band(long number) throws IOException {
        byte[] band = bands.get(number);
        if (band == null) {
            band = new byte[bandRows * rowBytes];
            int across = across();
            for (int column = 0; column < across; column++) {
                Chunk chunk = grid[(int) number * across + column];
                if (chunk == null) {
                    throw place.problem("lacks a chunk, at row " + number * bandRows);
                }
                copy(bytes(chunk), band, column * chunkRowBytes);
            }
            keep(number, band);
        }
        return band;
    }

    /** Puts the rows of a chunk into their place in a band; what the last chunk has beyond the edge is left out. */
    private void copy(byte[] chunk, byte[] band, int left) {
        int length = Math.min(chunkRowBytes, rowBytes - left);
        for (int row = 0; row < bandRows; row++) {
            System.arraycopy(chunk, row * chunkRowBytes, band, row * rowBytes + left, length);
        }
    }

    private void keep(long number, byte[] band) {
        bands.put(number, band);
        var oldest = bands.keySet().iterator();
        while (bands.size() > 1 && (long) bands.size() * band.length > KEPT_BYTES) {
            oldest.next();
            oldest.remove();
        }
    }

    private byte[] bytes(Chunk chunk) throws IOException {
        int whole = bandRows * chunkRowBytes;
        long size = Integer.toUnsignedLong(chunk.getSize());
        long address = chunk.getAddress() + dataset.getHdfFile().getUserBlockSize();
        if (address < 0
                || size > MAXIMUM_CHUNK_BYTES
                || address > place.channel().size() - size) {
            throw place.problem("has a chunk outside the file, at byte " + address + " and " + size + " bytes long");
        }
        if (stored.length < size) {
            stored = new byte[(int) size];
        }
        CsdMatrix.readFully(place, address, ByteBuffer.wrap(stored, 0, (int) size));
        // A set bit says that the filter was left out for this chunk.
        if (!deflated || chunk.getFilterMask().get(0)) {
            if (size != whole) {
                throw place.problem("has a chunk of " + size + " bytes, expected " + whole);
            }
            return stored;
        }
        if (inflated.length != whole) {
            inflated = new byte[whole];
        }
        inflate((int) size, address);
        return inflated;
    }

    private void inflate(int size, long address) throws IOException {
        Inflater inflater = place.inflater();
        inflater.reset();
        try {
            inflater.setInput(stored, 0, size);
            int length = 0;
            int more;
            while (length < inflated.length
                    && (more = inflater.inflate(inflated, length, inflated.length - length)) > 0) {
                length += more;
            }
            if (length != inflated.length) {
                throw place.problem("has a chunk at byte " + address + " that inflates to " + length
                        + " bytes, expected " + inflated.length);
            }
        } catch (DataFormatException e) {
            throw place.problem("has a chunk at byte " + address + " that is no gzip: " + e.getMessage());
        }
    }
}
