package org.undertone.extraction;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32C;
import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;
import org.undertone.storage.ElementType;
import org.undertone.storage.FileFormatException;
import org.undertone.storage.SafetensorsFile;

/**
 * The frames of one recording in a file of the work directory.
 *
 * @param audioSha256 of the samples that they were computed from
 * @param rows number of frames, 1 or more
 * @param duration of the recording, in seconds
 */
record Part(Path file, String audioSha256, long rows, double duration) {
    static final String FRAMES = "frames";
    static final String IDENTITY = "identity";
    static final String AUDIO = "audio";
    static final String CHECKSUM = "framesCrc32c";
    static final String SAMPLES = "samples";
    static final String RATE = "rate";

    private static final int WIDTH = FrameColumns.COVAREP.count();
    /** About a megabyte. */
    private static final int BLOCK_ROWS = 4096;
    /** Seconds below which the SDK takes two times for the same. */
    private static final double TOLERANCE_SECONDS = 1e-5;

    /** Takes frames that lie on the disk. */
    @FunctionalInterface
    interface BlockSink {
        /** Takes whole rows of little-endian floats, all that remain. */
        void take(ByteBuffer rows) throws IOException;
    }

    /**
     * What an earlier run wrote.
     *
     * @throws FileFormatException where it is not whole, or something else
     */
    static Part verified(Path path, String identity) throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            Map<String, String> texts = file.metadata();
            if (!identity.equals(texts.get(IDENTITY)) || !texts.containsKey(AUDIO)) {
                throw new FileFormatException(path, "metadata", "is that of another recording");
            }
            long rows = file.entry(FRAMES).shape().get(0);
            file.require(FRAMES, ElementType.F32, rows, WIDTH);
            double duration = number(path, texts, SAMPLES) / number(path, texts, RATE);
            var part = new Part(path, texts.get(AUDIO), rows, duration);
            var checksum = new CRC32C();
            part.read(file, 0, rows, checksum::update);
            if (!String.format("%08x", checksum.getValue()).equals(texts.get(CHECKSUM)) || rows < 1) {
                throw new FileFormatException(path, "tensor '" + FRAMES + "'", "is not what was written");
            }
            return part;
        }
    }

    private static double number(Path path, Map<String, String> texts, String key) throws FileFormatException {
        try {
            double value = Double.parseDouble(texts.getOrDefault(key, ""));
            if (value > 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new FileFormatException(path, "metadata '" + key + "'", "is no number", e);
        }
        throw new FileFormatException(path, "metadata '" + key + "'", "must be above 0");
    }

    /** Hands on frames in blocks, so that a recording of any length takes little memory. */
    void read(long first, long count, BlockSink sink) throws IOException {
        try (SafetensorsFile opened = SafetensorsFile.open(file)) {
            read(opened, first, count, sink);
        }
    }

    private void read(SafetensorsFile opened, long first, long count, BlockSink sink) throws IOException {
        for (long row = first; row < first + count; row += BLOCK_ROWS) {
            int block = (int) Math.min(BLOCK_ROWS, first + count - row);
            var values = new float[block * WIDTH];
            opened.floats(FRAMES, row * WIDTH, values, 0, values.length);
            var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            sink.take(bytes);
        }
    }

    /**
     * The frames that lie in a stretch of the recording, by the rule of the CMU Multimodal SDK: those that overlap with it
     * by more than a tolerance.
     *
     * @return the first, and the one after the last; equal where there are none
     */
    long[] span(double start, double end) {
        double hop = Frames.HOP_SECONDS;
        long first = (long) Math.floor((start + TOLERANCE_SECONDS) / hop);
        long last = (long) Math.ceil((end - TOLERANCE_SECONDS) / hop);
        long begin = Math.max(0, Math.min(first, rows));
        return new long[] {begin, Math.max(begin, Math.min(last, rows))};
    }
}
