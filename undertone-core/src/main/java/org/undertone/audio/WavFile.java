package org.undertone.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.undertone.storage.StagedFile;

/** Writes recordings as WAV files: one channel, 16 bits, the plainest form of the format. */
public final class WavFile {
    private static final int HEADER_BYTES = 44;
    private static final int BYTES_PER_SAMPLE = 2;
    private static final double FULL_SCALE = 32768;

    private WavFile() {}

    /**
     * Writes a file, whole or not at all, over one that is there.
     *
     * @param samples full scale is [-1, 1): what lies beyond is clipped
     * @param rate samples per second
     * @throws IOException where it cannot be written
     */
    public static void write(Path target, double[] samples, int rate) throws IOException {
        try (StagedFile file = StagedFile.create(target)) {
            write(file.stream(), samples, rate);
            file.commit();
        }
    }

    private static void write(OutputStream stream, double[] samples, int rate) throws IOException {
        int bytes = Math.multiplyExact(samples.length, BYTES_PER_SAMPLE);
        var buffer = ByteBuffer.allocate(Math.addExact(HEADER_BYTES, bytes)).order(ByteOrder.LITTLE_ENDIAN);
        text(buffer, "RIFF").putInt(HEADER_BYTES - 8 + bytes);
        text(buffer, "WAVE");
        // The format: 16 bytes that say PCM, one channel, rates of samples and bytes, bytes and bits of a sample.
        text(buffer, "fmt ").putInt(16).putShort((short) 1).putShort((short) 1);
        buffer.putInt(rate).putInt(rate * BYTES_PER_SAMPLE);
        buffer.putShort((short) BYTES_PER_SAMPLE).putShort((short) (8 * BYTES_PER_SAMPLE));
        text(buffer, "data").putInt(bytes);
        for (double sample : samples) {
            long scaled = Math.round(sample * FULL_SCALE);
            buffer.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, scaled)));
        }
        stream.write(buffer.array());
    }

    private static ByteBuffer text(ByteBuffer buffer, String four) {
        return buffer.put(four.getBytes(StandardCharsets.US_ASCII));
    }
}
