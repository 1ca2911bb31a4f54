package org.undertone.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.undertone.storage.FileFormatException;

/**
 * The header of a WAV file: a RIFF file whose chunks may come in any order (Microsoft and IBM, "Multimedia Programming
 * Interface and Data Specifications 1.0", 1991; WAVE_FORMAT_EXTENSIBLE of 2001), or its form for more than 4 GiB, RF64
 * (EBU Tech 3306).
 */
final class WavHeader {
    private static final int PCM = 1;
    private static final int FLOATS = 3;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final long IN_CHUNK_DS64 = 0xFFFFFFFFL;

    private WavHeader() {}

    static PcmLayout read(HeaderBytes bytes) throws IOException {
        HeaderBytes.Chunk format = null;
        HeaderBytes.Chunk data = null;
        long dataEnd = 0;
        long longDataBytes = IN_CHUNK_DS64;
        HeaderBytes.Chunk chunk = bytes.chunk(12);
        while (chunk != null && (format == null || data == null)) {
            long next = chunk.next();
            switch (chunk.id()) {
                case "ds64" ->
                    longDataBytes = bytes.read(chunk.place(), chunk.begin(), 16).getLong(8);
                case "fmt " -> {
                    checkEnd(bytes, chunk);
                    format = chunk;
                }
                case "data" -> {
                    data = chunk;
                    dataEnd = dataEnd(bytes, chunk, longDataBytes);
                    next = dataEnd + (dataEnd - chunk.begin() & 1);
                }
                default -> checkEnd(bytes, chunk);
            }
            chunk = bytes.chunk(next);
        }
        if (format == null) {
            throw bytes.fault("header", "has no chunk 'fmt', which says how the samples are written");
        }
        if (data == null) {
            throw bytes.fault("header", "has no chunk 'data'; there are no samples");
        }
        return layout(bytes, format, data.begin(), dataEnd);
    }

    private static void checkEnd(HeaderBytes bytes, HeaderBytes.Chunk chunk) throws FileFormatException {
        if (chunk.begin() + chunk.bytes() > bytes.size()) {
            throw bytes.fault(
                    chunk.place(),
                    "claims " + chunk.bytes() + " bytes, more than the " + (bytes.size() - chunk.begin())
                            + " that are left");
        }
    }

    private static long dataEnd(HeaderBytes bytes, HeaderBytes.Chunk data, long longDataBytes) throws IOException {
        if (data.bytes() == IN_CHUNK_DS64 && longDataBytes >= 0 && longDataBytes != IN_CHUNK_DS64) {
            return bytes.end(data.place(), data.begin(), longDataBytes);
        }
        if (data.bytes() == 0) {
            // Empty where the file as a whole is as long as it says; else written by somebody who never came back to
            // fill in the sizes.
            long riffEnd = 8 + Integer.toUnsignedLong(bytes.read("header", 4, 4).getInt());
            return riffEnd + 1 >= bytes.size() && riffEnd <= bytes.size() + 1 ? data.begin() : bytes.size();
        }
        return bytes.end(data.place(), data.begin(), data.bytes());
    }

    private static PcmLayout layout(HeaderBytes bytes, HeaderBytes.Chunk chunk, long begin, long end)
            throws IOException {
        if (chunk.bytes() < 16) {
            throw bytes.fault(chunk.place(), "has " + chunk.bytes() + " bytes, too few for a format");
        }
        ByteBuffer format = bytes.read(chunk.place(), chunk.begin(), (int) Math.min(chunk.bytes(), 40));
        int tag = Short.toUnsignedInt(format.getShort(0));
        if (tag == EXTENSIBLE) {
            if (format.limit() < 40) {
                throw bytes.fault(chunk.place(), "has " + chunk.bytes() + " bytes, too few for an extensible format");
            }
            tag = Short.toUnsignedInt(format.getShort(24));
        }
        int bits = Short.toUnsignedInt(format.getShort(14));
        SampleEncoding encoding = encoding(tag, bits);
        if (encoding == null) {
            throw bytes.fault(
                    chunk.place(),
                    "names samples of format " + tag + " with " + bits + " bits, which is not known here; convert it"
                            + " to PCM of 8, 16, 24 or 32 bits, or to floats of 32 or 64 bits");
        }
        var sound = SoundFormat.of(
                bytes.input(),
                chunk.place(),
                Integer.toUnsignedLong(format.getInt(4)),
                Short.toUnsignedInt(format.getShort(2)));
        var layout = new PcmLayout(sound, encoding, bytes.order(), begin, end);
        int frameBytes = Short.toUnsignedInt(format.getShort(12));
        if (frameBytes != layout.frameBytes()) {
            throw bytes.fault(
                    chunk.place(),
                    "claims frames of " + frameBytes + " bytes, but " + sound.channels() + " times " + bits
                            + " bits need " + layout.frameBytes());
        }
        return layout;
    }

    private static SampleEncoding encoding(int tag, int bits) {
        return switch (tag) {
            case PCM -> bits <= 8 && bits > 0 ? SampleEncoding.UNSIGNED_8 : SampleEncoding.signed(bits);
            case FLOATS -> SampleEncoding.floating(bits);
            case A_LAW -> bits == 8 ? SampleEncoding.A_LAW : null;
            case MU_LAW -> bits == 8 ? SampleEncoding.MU_LAW : null;
            default -> null;
        };
    }
}
