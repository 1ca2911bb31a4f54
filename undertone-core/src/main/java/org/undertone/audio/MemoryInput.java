package org.undertone.audio;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/** A recording in memory. */
final class MemoryInput implements AudioInput {
    private final Path name;
    private final byte[] content;

    private MemoryInput(Path name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    static MemoryInput of(String name, byte[] content) {
        String valid = name.replaceAll("[\\p{Cntrl}<>:\"|?*]", "_").strip();
        return new MemoryInput(path(valid.isEmpty() ? "recording" : valid), Objects.requireNonNull(content, "content"));
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            // Half a character, or one that file names of this machine cannot have.
            return Path.of(name.replaceAll("[^\\x20-\\x7E]", "_"));
        }
    }

    @Override
    public Path name() {
        return name;
    }

    @Override
    public SeekableByteChannel open() {
        return new Channel(content);
    }

    private static final class Channel implements SeekableByteChannel {
        private final byte[] content;
        private long position;
        private boolean open = true;

        Channel(byte[] content) {
            this.content = content;
        }

        @Override
        public int read(ByteBuffer target) throws ClosedChannelException {
            checkOpen();
            if (position >= content.length) {
                return -1;
            }
            int count = Math.min(target.remaining(), content.length - (int) position);
            target.put(content, (int) position, count);
            position += count;
            return count;
        }

        @Override
        public long position() throws ClosedChannelException {
            checkOpen();
            return position;
        }

        @Override
        public SeekableByteChannel position(long newPosition) throws ClosedChannelException {
            checkOpen();
            if (newPosition < 0) {
                throw new IllegalArgumentException("position must not be negative but is " + newPosition);
            }
            position = newPosition;
            return this;
        }

        @Override
        public long size() throws ClosedChannelException {
            checkOpen();
            return content.length;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }

        private void checkOpen() throws ClosedChannelException {
            if (!open) {
                throw new ClosedChannelException();
            }
        }
    }
}
