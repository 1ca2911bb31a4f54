package org.undertone.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The header of an AIFF or AIFF-C file, whose chunks may come in any order (Apple, "Audio Interchange File Format 1.3",
 * 1989, and "AIFF-C", 1991). Of the compressions those are known that leave every sample a place of its own.
 */
final class AiffHeader {
    private AiffHeader() {}

    /** What chunk COMM says: frames and, with 'sowt', another order of bytes. */
    private record Common(SoundFormat sound, SampleEncoding encoding, ByteOrder order, long frames) {}

    static PcmLayout read(HeaderBytes bytes) throws IOException {
        Common common = null;
        HeaderBytes.Chunk data = null;
        long begin = 0;
        long end = 0;
        HeaderBytes.Chunk chunk = bytes.chunk(12);
        while (chunk != null && (common == null || data == null)) {
            long next = chunk.next();
            if (chunk.id().equals("COMM")) {
                common = common(bytes, chunk);
            } else if (chunk.id().equals("SSND")) {
                data = chunk;
                long chunkEnd =
                        chunk.bytes() == 0 ? bytes.size() : bytes.end(chunk.place(), chunk.begin(), chunk.bytes());
                long offset = Integer.toUnsignedLong(
                        bytes.read(chunk.place(), chunk.begin(), 8).getInt());
                begin = chunk.begin() + 8 + offset;
                end = Math.max(begin, chunkEnd);
                next = chunkEnd + (chunkEnd - chunk.begin() & 1);
            }
            chunk = bytes.chunk(next);
        }
        if (common == null) {
            throw bytes.fault("header", "has no chunk 'COMM', which says how the samples are written");
        }
        if (data == null) {
            throw bytes.fault("header", "has no chunk 'SSND'; there are no samples");
        }
        var layout = new PcmLayout(common.sound, common.encoding, common.order, begin, end);
        // 0 frames stand in the header of a writer that never came back to fill them in.
        return common.frames == 0
                ? layout
                : new PcmLayout(
                        common.sound, common.encoding, common.order, begin, end(bytes, data, layout, common.frames));
    }

    private static long end(HeaderBytes bytes, HeaderBytes.Chunk data, PcmLayout layout, long frames)
            throws IOException {
        long claimed = frames * layout.frameBytes();
        if (claimed <= layout.end() - layout.begin()) {
            return layout.begin() + claimed;
        }
        if (data.next() >= bytes.size()) {
            return bytes.end(data.place(), layout.begin(), claimed);
        }
        throw bytes.fault(data.place(), "has " + layout.frames() + " frames, but chunk 'COMM' says " + frames);
    }

    private static Common common(HeaderBytes bytes, HeaderBytes.Chunk chunk) throws IOException {
        if (chunk.bytes() < 18) {
            throw bytes.fault(chunk.place(), "has " + chunk.bytes() + " bytes, too few for a format");
        }
        ByteBuffer common = bytes.read(chunk.place(), chunk.begin(), (int) Math.min(chunk.bytes(), 22));
        String compression = common.limit() < 22 ? "NONE" : HeaderBytes.text(common.array(), 18, 4);
        int bits = Short.toUnsignedInt(common.getShort(6));
        SampleEncoding encoding = encoding(compression, bits);
        if (encoding == null) {
            throw bytes.fault(
                    chunk.place(),
                    "names samples of format '" + compression.strip() + "' with " + bits
                            + " bits, which is not known here; convert it to PCM");
        }
        var sound = SoundFormat.of(bytes.input(), chunk.place(), rate(common), Short.toUnsignedInt(common.getShort(0)));
        ByteOrder order = compression.equals("sowt") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        return new Common(sound, encoding, order, Integer.toUnsignedLong(common.getInt(2)));
    }

    private static SampleEncoding encoding(String compression, int bits) {
        return switch (compression) {
            case "NONE", "twos", "sowt" -> bits == 0 ? null : SampleEncoding.signed(bits);
            case "in24" -> SampleEncoding.SIGNED_24;
            case "in32" -> SampleEncoding.SIGNED_32;
            case "fl32", "FL32" -> SampleEncoding.FLOAT_32;
            case "fl64", "FL64" -> SampleEncoding.FLOAT_64;
            case "ulaw", "ULAW" -> SampleEncoding.MU_LAW;
            case "alaw", "ALAW" -> SampleEncoding.A_LAW;
            case "raw " -> bits == 8 ? SampleEncoding.UNSIGNED_8 : null;
            default -> null;
        };
    }

    /** An extended number of IEEE 754: sign, 15 bits of exponent, 64 bits of mantissa with its leading 1. */
    private static double rate(ByteBuffer common) {
        int exponent = common.getShort(8) & 0x7FFF;
        double mantissa = (common.getLong(10) >>> 11) * 0x1p11;
        double size = Math.scalb(mantissa, exponent - 16383 - 63);
        return common.getShort(8) < 0 ? -size : size;
    }
}
