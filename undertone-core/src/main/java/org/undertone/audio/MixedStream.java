package org.undertone.audio;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import org.undertone.storage.FileFormatException;

/** One channel made of several, and the place where no sample passes that is not a number of sound. */
final class MixedStream implements AudioStream {
    private static final int BLOCK_FRAMES = 4096;

    private final AudioInput input;
    private final ChannelStream source;
    private final MixDown mixDown;
    private final int channels;
    private final double[] block;
    /** Frames of the block, and how many of them were given away. */
    private int frames;

    private int taken;
    private long framesBefore;

    MixedStream(AudioInput input, ChannelStream source, AudioSettings settings) {
        this.input = input;
        this.source = source;
        this.mixDown = settings.mixDown();
        this.channels = source.format().channels();
        this.block = new double[BLOCK_FRAMES * channels];
    }

    @Override
    public int rate() {
        return source.format().rate();
    }

    @Override
    public SoundFormat source() {
        return source.format();
    }

    @Override
    public OptionalLong expectedSamples() {
        return source.expectedFrames();
    }

    @Override
    public int read(double[] buffer, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, buffer.length);
        if (taken == frames) {
            framesBefore += frames;
            taken = 0;
            frames = Math.max(0, source.read(block, BLOCK_FRAMES));
            if (frames == 0) {
                return -1;
            }
            check();
        }
        int given = Math.min(count, frames - taken);
        for (int i = 0; i < given; i++) {
            buffer[offset + i] = mixed((taken + i) * channels);
        }
        taken += given;
        return given;
    }

    private double mixed(int first) {
        if (mixDown == MixDown.FIRST_CHANNEL || channels == 1) {
            return block[first];
        }
        double sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            sum += block[first + channel];
        }
        return sum / channels;
    }

    private void check() throws FileFormatException {
        for (int i = 0; i < frames * channels; i++) {
            if (!(Math.abs(block[i]) <= LOUDEST)) {
                long sample = framesBefore + i / channels;
                throw new FileFormatException(
                        input.name(),
                        String.format(
                                Locale.ROOT,
                                "sample %d of channel %d (at %.3f s)",
                                sample,
                                i % channels + 1,
                                (double) sample / rate()),
                        "is " + block[i] + ", no value of sound; full scale is 1");
            }
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
