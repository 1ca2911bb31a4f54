package org.undertone.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.OptionalLong;
import org.undertone.storage.FileFormatException;

/** Sound without a header, as it comes through a pipe: of any length, in constant memory, given on as soon as it is there. */
public final class RawSound implements ChannelStream {
    private static final int BUFFER_BYTES = 1 << 15;

    private final AudioInput input;
    private final InputStream bytes;
    private final SampleEncoding encoding;
    private final SoundFormat format;
    private final ByteBuffer buffer = ByteBuffer.wrap(new byte[BUFFER_BYTES]).order(ByteOrder.LITTLE_ENDIAN);
    /** Bytes in the buffer; between reads fewer than a sample has. */
    private int held;

    private boolean sounded;

    private RawSound(AudioInput input, InputStream bytes, RawEncoding encoding, int rate) {
        this.input = input;
        this.bytes = Objects.requireNonNull(bytes, "bytes");
        this.encoding = encoding.samples();
        this.format = new SoundFormat(rate, 1);
    }

    /**
     * A stream of one channel. Half a sample at the end is none; an end before the first sample is an error.
     *
     * @param name for messages
     * @param rate samples per second, 8000 to 192,000
     */
    public static AudioStream open(String name, InputStream bytes, RawEncoding encoding, int rate) {
        AudioInput input = AudioInput.of(name, new byte[0]);
        return AudioStream.mixed(input, new RawSound(input, bytes, encoding, rate), AudioSettings.DEFAULT);
    }

    @Override
    public SoundFormat format() {
        return format;
    }

    @Override
    public OptionalLong expectedFrames() {
        return OptionalLong.empty();
    }

    @Override
    public int read(double[] samples, int frames) throws IOException {
        int most = Math.min(BUFFER_BYTES, frames * encoding.bytes());
        while (held < encoding.bytes()) {
            int read = bytes.read(buffer.array(), held, most - held);
            if (read < 0) {
                if (!sounded) {
                    throw new FileFormatException(input.name(), "data", "holds no samples");
                }
                return -1;
            }
            held += read;
        }
        sounded = true;
        int count = held / encoding.bytes();
        encoding.decode(buffer, samples, count);
        int taken = count * encoding.bytes();
        System.arraycopy(buffer.array(), taken, buffer.array(), 0, held - taken);
        held -= taken;
        return count;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
