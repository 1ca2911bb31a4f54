package org.undertone.audio;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The header of an AU file: six numbers (Sun Microsystems' manual page audio(5)). */
final class AuHeader {
    private static final int LEAST_BYTES = 24;

    private AuHeader() {}

    static PcmLayout read(HeaderBytes bytes) throws IOException {
        ByteBuffer header = bytes.read("header", 0, LEAST_BYTES);
        long begin = Integer.toUnsignedLong(header.getInt(4));
        if (begin < LEAST_BYTES || begin > bytes.size()) {
            throw bytes.fault(
                    "header",
                    "puts the samples at byte " + begin + ", outside of " + LEAST_BYTES + " to " + bytes.size());
        }
        int format = header.getInt(12);
        SampleEncoding encoding = encoding(format);
        if (encoding == null) {
            throw bytes.fault(
                    "header", "names samples of format " + format + ", which is not known here; convert it to PCM");
        }
        var sound = SoundFormat.of(
                bytes.input(),
                "header",
                Integer.toUnsignedLong(header.getInt(16)),
                Integer.toUnsignedLong(header.getInt(20)));
        long claimed = Integer.toUnsignedLong(header.getInt(8));
        long end = claimed == 0 ? bytes.size() : bytes.end("data", begin, claimed);
        return new PcmLayout(sound, encoding, bytes.order(), begin, end);
    }

    private static SampleEncoding encoding(int format) {
        return switch (format) {
            case 1 -> SampleEncoding.MU_LAW;
            case 2 -> SampleEncoding.SIGNED_8;
            case 3 -> SampleEncoding.SIGNED_16;
            case 4 -> SampleEncoding.SIGNED_24;
            case 5 -> SampleEncoding.SIGNED_32;
            case 6 -> SampleEncoding.FLOAT_32;
            case 7 -> SampleEncoding.FLOAT_64;
            case 27 -> SampleEncoding.A_LAW;
            default -> null;
        };
    }
}
