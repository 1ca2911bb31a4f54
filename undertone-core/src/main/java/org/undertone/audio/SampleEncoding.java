package org.undertone.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a sample is written; the order of its bytes is that of the buffer. Full scale of all is [-1, 1). */
enum SampleEncoding {
    UNSIGNED_8(1, (bytes, at) -> ((bytes.get(at) & 0xFF) - 128) * 0x1p-7),
    SIGNED_8(1, (bytes, at) -> bytes.get(at) * 0x1p-7),
    SIGNED_16(2, (bytes, at) -> bytes.getShort(at) * 0x1p-15),
    SIGNED_24(3, (bytes, at) -> triple(bytes, at) * 0x1p-23),
    SIGNED_32(4, (bytes, at) -> bytes.getInt(at) * 0x1p-31),
    FLOAT_32(4, (bytes, at) -> bytes.getFloat(at)),
    FLOAT_64(8, (bytes, at) -> bytes.getDouble(at)),
    MU_LAW(1, (bytes, at) -> muLaw(bytes.get(at)) * 0x1p-15),
    A_LAW(1, (bytes, at) -> aLaw(bytes.get(at)) * 0x1p-15);

    private final int bytes;
    private final Value value;

    SampleEncoding(int bytes, Value value) {
        this.bytes = bytes;
        this.value = value;
    }

    @FunctionalInterface
    private interface Value {
        double at(ByteBuffer bytes, int at);
    }

    /** Bytes of a sample. */
    int bytes() {
        return bytes;
    }

    /** The first samples of a buffer. */
    void decode(ByteBuffer from, double[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = value.at(from, i * bytes);
        }
    }

    /** Whole numbers of a width; smaller ones lie at the upper end of their bytes. Null where there is none. */
    static SampleEncoding signed(int bits) {
        return switch ((bits + 7) / 8) {
            case 1 -> SIGNED_8;
            case 2 -> SIGNED_16;
            case 3 -> SIGNED_24;
            case 4 -> SIGNED_32;
            default -> null;
        };
    }

    /** Floating-point numbers of a width; null where there is none. */
    static SampleEncoding floating(int bits) {
        return bits == 32 ? FLOAT_32 : bits == 64 ? FLOAT_64 : null;
    }

    private static int triple(ByteBuffer bytes, int at) {
        boolean big = bytes.order() == ByteOrder.BIG_ENDIAN;
        return bytes.get(big ? at : at + 2) << 16
                | (bytes.get(at + 1) & 0xFF) << 8
                | bytes.get(big ? at + 2 : at) & 0xFF;
    }

    /** ITU-T G.711, table 2: sign, three bits of exponent, four of mantissa, all inverted; 14 bits, here of 16. */
    private static int muLaw(byte code) {
        int bits = ~code;
        int size = (((bits & 0x0F) << 3) + 0x84 << (bits >> 4 & 7)) - 0x84;
        return (bits & 0x80) == 0 ? size : -size;
    }

    /** ITU-T G.711, table 1: the same with every second bit inverted and no step below the first; 13 bits, here of 16. */
    private static int aLaw(byte code) {
        int bits = code ^ 0x55;
        int exponent = bits >> 4 & 7;
        int step = ((bits & 0x0F) << 4) + 8;
        int size = exponent == 0 ? step : step + 0x100 << exponent - 1;
        return (bits & 0x80) == 0 ? -size : size;
    }
}
