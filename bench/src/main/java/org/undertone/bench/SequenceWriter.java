package org.undertone.bench;

import java.nio.file.Path;
import org.bytedeco.hdf5.DSetAccPropList;
import org.bytedeco.hdf5.DSetCreatPropList;
import org.bytedeco.hdf5.DataSet;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.DataType;
import org.bytedeco.hdf5.Group;
import org.bytedeco.hdf5.H5File;
import org.bytedeco.hdf5.LinkCreatPropList;
import org.bytedeco.hdf5.PredType;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** Writes a computational sequence ({@code .csd}) with the HDF5 library itself, contiguous or as the SDK compresses. */
final class SequenceWriter implements AutoCloseable {
    private static final int GZIP_LEVEL = 9;
    /** Chunk sizes as h5py guesses them: about 16 KiB at 1 MiB of data, twice as much at ten times the data. */
    private static final double CHUNK_BASE_BYTES = 16 * 1024;

    private static final double CHUNK_MINIMUM_BYTES = 8 * 1024;
    private static final double CHUNK_MAXIMUM_BYTES = 1024 * 1024;

    private final H5File file;
    private final Group data;
    private final boolean gzip;

    SequenceWriter(Path path, String root, boolean gzip) {
        this.file = new H5File(path.toString(), hdf5.H5F_ACC_TRUNC);
        try (Group group = file.createGroup(root)) {
            this.data = group.createGroup("data");
        }
        this.gzip = gzip;
    }

    /**
     * Writes one video.
     *
     * @param features {@code [row][column]}, row-major
     * @param intervals start and end of each row, in seconds
     */
    void video(String id, float[] features, double[] intervals) {
        int rows = intervals.length / 2;
        try (Group video = data.createGroup(id);
                FloatPointer values = new FloatPointer(features);
                DoublePointer times = new DoublePointer(intervals)) {
            write(video, "features", new long[] {rows, features.length / rows}, values, PredType.IEEE_F32LE());
            write(video, "intervals", new long[] {rows, 2}, times, PredType.IEEE_F64LE());
        }
    }

    private void write(Group video, String name, long[] shape, Pointer values, DataType type) {
        try (DataSpace space = new DataSpace(shape.length, shape);
                DSetCreatPropList properties = new DSetCreatPropList()) {
            if (gzip) {
                properties.setChunk(shape.length, chunk(shape, type.getSize()));
                properties.setDeflate(GZIP_LEVEL);
            }
            try (DataSet set = gzip
                    ? video.createDataSet(name, type, space, properties, new DSetAccPropList(), new LinkCreatPropList())
                    : video.createDataSet(name, type, space)) {
                set.write(values, type);
            }
        }
    }

    /** Halves one dimension after the other until a chunk is near the size wished for. */
    static long[] chunk(long[] shape, long elementBytes) {
        double bytes = elementBytes * (double) shape[0] * shape[1];
        double wished = CHUNK_BASE_BYTES * Math.pow(2, Math.log10(bytes / CHUNK_MAXIMUM_BYTES));
        wished = Math.max(CHUNK_MINIMUM_BYTES, Math.min(CHUNK_MAXIMUM_BYTES, wished));
        long[] chunk = shape.clone();
        for (int dimension = 0; ; dimension = 1 - dimension) {
            double size = (double) elementBytes * chunk[0] * chunk[1];
            boolean near = size < wished || Math.abs(size - wished) / wished < 0.5;
            if (near && size < CHUNK_MAXIMUM_BYTES || chunk[0] * chunk[1] == 1) {
                return chunk;
            }
            chunk[dimension] = (chunk[dimension] + 1) / 2;
        }
    }

    @Override
    public void close() {
        data.close();
        file.close();
    }
}
