package org.undertone.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes WAV files chunk by chunk, lies included. */
final class WavBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    WavBytes() {
        this("RIFF");
    }

    WavBytes(String form) {
        text(form);
        number(0, 4);
        text("WAVE");
    }

    WavBytes format(int tag, int channels, int rate, int bits) {
        text("fmt ");
        number(16, 4);
        return formatBody(tag, channels, rate, bits);
    }

    private WavBytes formatBody(int tag, int channels, int rate, int bits) {
        int frame = channels * ((bits + 7) / 8);
        number(tag, 2);
        number(channels, 2);
        number(rate, 4);
        number((long) rate * frame, 4);
        number(frame, 2);
        number(bits, 2);
        return this;
    }

    /** A chunk with a true size, and a byte more where that is odd. */
    WavBytes chunk(String id, byte[] body) {
        chunk(id, body.length, body);
        if (body.length % 2 == 1) {
            out.write(0);
        }
        return this;
    }

    /** A chunk that claims a size. */
    WavBytes chunk(String id, long claimed, byte[] body) {
        text(id);
        number(claimed, 4);
        out.writeBytes(body);
        return this;
    }

    /** The file with the true size in its head. */
    byte[] bytes() {
        return bytes(out.size() - 8);
    }

    byte[] bytes(long claimed) {
        byte[] bytes = out.toByteArray();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, (int) claimed);
        return bytes;
    }

    static byte[] shorts(int... values) {
        var buffer = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    static byte[] floats(float... values) {
        var buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            buffer.putFloat(value);
        }
        return buffer.array();
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void number(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >> 8 * i));
        }
    }
}
