package org.undertone.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import org.undertone.storage.FileFormatException;

/** Random access to the bytes of a header, and what is to be said where they are wrong. */
final class HeaderBytes {
    /** Recorders that write to a pipe state a size near 2 or 4 GiB, or 0, since they cannot know it. */
    private static final long UNKNOWN_SIZE = 0x7FFF0000L;
    /** Real files have a dozen; a file of nothing but empty chunks would be walked for hours. */
    private static final int MOST_CHUNKS = 10_000;

    private final AudioInput input;
    private final SeekableByteChannel channel;
    private final ByteOrder order;
    private final long size;
    private int chunks;

    HeaderBytes(AudioInput input, SeekableByteChannel channel, ByteOrder order) throws IOException {
        this.input = input;
        this.channel = channel;
        this.order = order;
        this.size = channel.size();
    }

    /** A part of a file made of such parts: a name, a size, a body, and a byte more where the size is odd. */
    record Chunk(String id, long begin, long bytes) {
        String place() {
            return "chunk '" + id.strip() + "' at byte " + (begin - 8);
        }

        /** Where the next one begins, if the size can be believed. */
        long next() {
            return begin + bytes + (bytes & 1);
        }
    }

    AudioInput input() {
        return input;
    }

    ByteOrder order() {
        return order;
    }

    /** Bytes of the whole file. */
    long size() {
        return size;
    }

    FileFormatException fault(String where, String problem) {
        return new FileFormatException(input.name(), where, problem);
    }

    /** Bytes from a place on, in the order of the file; a fault where the file ends before. */
    ByteBuffer read(String where, long at, int bytes) throws IOException {
        if (at + bytes > size) {
            throw fault(where, "is cut off, the file has only " + size + " bytes");
        }
        var buffer = ByteBuffer.allocate(bytes).order(order);
        channel.position(at);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw fault(where, "could not be read, the file became shorter meanwhile");
            }
        }
        return buffer.flip();
    }

    /** The head of the chunk at a place; null at the end of the file. */
    Chunk chunk(long at) throws IOException {
        if (at + 8 > size) {
            return null;
        }
        if (++chunks > MOST_CHUNKS) {
            throw fault("header", "has more than " + MOST_CHUNKS + " chunks");
        }
        ByteBuffer head = read("header", at, 8);
        return new Chunk(text(head.array(), 0, 4), at + 8, Integer.toUnsignedLong(head.getInt(4)));
    }

    /** Characters of a name; what cannot be printed becomes a question mark. */
    static String text(byte[] bytes, int from, int count) {
        return new String(bytes, from, Math.min(count, bytes.length - from), StandardCharsets.ISO_8859_1)
                .replaceAll("[^\\x20-\\x7E]", "?");
    }

    /** Where samples end that begin at a place and are said to be so many bytes. */
    long end(String where, long begin, long bytes) throws FileFormatException {
        if (bytes <= size - begin) {
            return begin + bytes;
        }
        if (bytes >= UNKNOWN_SIZE && begin <= size) {
            return size;
        }
        throw fault(
                where,
                "is cut off, " + Math.max(0, size - begin) + " of its " + bytes
                        + " bytes are there; copy the file again");
    }
}
