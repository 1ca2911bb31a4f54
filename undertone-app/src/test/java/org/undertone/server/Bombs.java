package org.undertone.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Small files that hold, or claim to hold, hours. */
final class Bombs {
    private static final int FLAC_BLOCK = 65_535;

    private Bombs() {}

    /** FLAC of silence at 8 kHz, one channel: blocks of 8 s in 15 bytes each (RFC 9639, constant subframes). */
    static byte[] flac(int blocks) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("fLaC".getBytes(StandardCharsets.US_ASCII));
        long samples = (long) FLAC_BLOCK * blocks;
        var info = ByteBuffer.allocate(38);
        info.putInt(0x80000022).putShort((short) FLAC_BLOCK).putShort((short) FLAC_BLOCK);
        info.put(new byte[6]);
        // 20 bits of rate, 3 of channels less one, 5 of bits less one, 36 of samples.
        info.putLong((8000L << 44) | (15L << 36) | samples);
        bytes.writeBytes(info.array());
        for (int block = 0; block < blocks; block++) {
            bytes.writeBytes(flacFrame(block));
        }
        return bytes.toByteArray();
    }

    private static byte[] flacFrame(int number) {
        var frame = new ByteArrayOutputStream();
        // Fixed block size, said in 16 bits; 8 kHz; one channel; 16 bits.
        frame.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xF8, 0x74, 0x08});
        frame.writeBytes(new String(Character.toChars(number)).getBytes(StandardCharsets.UTF_8));
        frame.writeBytes(new byte[] {(byte) ((FLAC_BLOCK - 1) >> 8), (byte) (FLAC_BLOCK - 1)});
        frame.write(crc(frame.toByteArray(), 8, 0x07));
        frame.writeBytes(new byte[3]);
        int crc = crc(frame.toByteArray(), 16, 0x8005);
        frame.write(crc >> 8);
        frame.write(crc);
        return frame.toByteArray();
    }

    /** Opus of silence: packets of 120 ms in one byte each (RFC 6716, section 3.1), appended to the head of a file. */
    static byte[] opus(byte[] file, int pages) {
        int head = pageEnd(file, pageEnd(file, 0));
        var bytes = new ByteArrayOutputStream();
        bytes.write(file, 0, head);
        int serial = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(14);
        for (int page = 0; page < pages; page++) {
            var ogg = ByteBuffer.allocate(27 + 255 + 255).order(ByteOrder.LITTLE_ENDIAN);
            ogg.put("OggS".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) 0);
            ogg.putLong((page + 1) * 255L * 5760)
                    .putInt(serial)
                    .putInt(page + 2)
                    .putInt(0)
                    .put((byte) 255);
            for (int i = 0; i < 255; i++) {
                ogg.put((byte) 1);
            }
            for (int i = 0; i < 255; i++) {
                // Wideband speech of 60 ms, two frames of equal size, which is none.
                ogg.put((byte) (11 << 3 | 1));
            }
            ogg.putInt(22, crc(ogg.array(), 32, 0x04C11DB7));
            bytes.writeBytes(ogg.array());
        }
        return bytes.toByteArray();
    }

    private static int pageEnd(byte[] file, int page) {
        int segments = file[page + 26] & 0xFF;
        int end = page + 27 + segments;
        for (int i = 0; i < segments; i++) {
            end += file[page + 27 + i] & 0xFF;
        }
        return end;
    }

    /** The remainder of a polynomial division, bit after bit. */
    private static int crc(byte[] bytes, int width, int polynomial) {
        int crc = 0;
        for (byte value : bytes) {
            crc ^= (value & 0xFF) << (width - 8);
            for (int bit = 0; bit < 8; bit++) {
                boolean carry = (crc >>> (width - 1) & 1) == 1;
                crc = crc << 1 ^ (carry ? polynomial : 0);
            }
            crc = width == 32 ? crc : crc & ((1 << width) - 1);
        }
        return crc;
    }

    /** A copy in which every box of a name has four bytes of 0xFF at an offset from the name. */
    static byte[] boxes(byte[] mp4, String name, int offset) {
        byte[] copy = mp4.clone();
        byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at + offset + 4 < copy.length; at++) {
            if (java.util.Arrays.equals(copy, at, at + 4, wanted, 0, 4)) {
                java.util.Arrays.fill(copy, at + offset, at + offset + 4, (byte) 0x7F);
            }
        }
        return copy;
    }
}
