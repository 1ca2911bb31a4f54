package org.undertone.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.OptionalLong;
import org.undertone.storage.FileFormatException;

/** Samples that lie in a file as they are. */
final class PcmStream implements ChannelStream {
    private static final int BUFFER_BYTES = 1 << 16;

    private final AudioInput input;
    private final SeekableByteChannel channel;
    private final PcmLayout layout;
    private final ByteBuffer buffer;
    private long framesLeft;

    PcmStream(AudioInput input, SeekableByteChannel channel, PcmLayout layout) throws IOException {
        this.input = input;
        this.channel = channel;
        this.layout = layout;
        this.framesLeft = layout.frames();
        this.buffer = ByteBuffer.allocate(BUFFER_BYTES).order(layout.order());
        channel.position(layout.begin());
    }

    @Override
    public SoundFormat format() {
        return layout.format();
    }

    @Override
    public OptionalLong expectedFrames() {
        return OptionalLong.of(layout.frames());
    }

    @Override
    public int read(double[] samples, int frames) throws IOException {
        int count = (int) Math.min(Math.min(frames, framesLeft), BUFFER_BYTES / layout.frameBytes());
        if (count == 0) {
            return -1;
        }
        buffer.clear().limit(count * layout.frameBytes());
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new FileFormatException(input.name(), "data", "ends early, the file became shorter meanwhile");
            }
        }
        layout.encoding().decode(buffer, samples, count * format().channels());
        framesLeft -= count;
        return count;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
